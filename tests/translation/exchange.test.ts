import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { line } from '../document/markdown-arbitrary.ts';
import { checkXliffCore } from './check-xliff-core.ts';
import { exportDemo, importDemo } from './exchange-demo.ts';
import { entryOf, poOf } from './po-sample.ts';

const source = '[Peru](country:peru) and *its* [1,528 km](border:ec-pe#length "1528").[^note]';
const target = '[1.528 km](border:ec-pe#length "1528") y [Perú](country:peru).[^note]';
const one = (msgstr: string, more = {}) => poOf([entryOf(source, msgstr, more)]);

describe('states', () => {
  test.each([
    ['', false, '<segment state="initial">'],
    [target, true, '<segment state="initial" subState="tinkuy:fuzzy">'],
    [target, false, '<segment state="reviewed">'],
  ])('%j, fuzzy %j', (msgstr, fuzzy, expected) => {
    const text = exportDemo(one(msgstr, { fuzzy }));
    expect(text).toContain(expected);
    expect(text.includes('<target')).toBe(msgstr !== '');
    const again = importDemo(one(msgstr, { fuzzy }), text);
    const counts = { changed: 0, unchanged: 1, refused: 0 };
    expect(again).toMatchObject({ counts, found: [], isUntouched: true });
  });

  test.each([
    ['translated', 'translated'],
    ['reviewed', 'translated'],
    ['final', 'translated'],
    ['initial', 'fuzzy'],
  ])('a translator leaves a fuzzy translation as %s: it is %s', (state, expected) => {
    const po = one(target, {
      fuzzy: true,
      previous: { msgid: 'Peru', msgctxt: undefined, lines: undefined },
    });
    const text = exportDemo(po)
      .replace('state="initial" subState="tinkuy:fuzzy"', `state="${state}"`)
      .replace('y <pc', 'e <pc');
    const { states, po: result } = importDemo(po, text);
    expect(states).toEqual([{ msgstr: target.replace(' y ', ' e '), state: expected }]);
    expect(result.entries[0]?.previous === undefined).toBe(expected === 'translated');
  });

  test('a segment without a state is at its beginning', () => {
    const text = exportDemo(one(target)).replace(' state="reviewed"', '').replace('y <pc', 'e <pc');
    expect(importDemo(one(target), text).states[0]?.state).toBe('fuzzy');
  });
});

describe('inline codes', () => {
  const text = exportDemo(one(target));

  test('links hold their words, with the entity that they are about', () => {
    expect(text).toContain(
      '<pc id="1" canCopy="no" canDelete="no" canReorder="yes" type="link" dataRefStart="d1" ' +
        'dispStart="‹country:peru: " dataRefEnd="d2" dispEnd="›">' +
        '<mrk id="m1" type="its:generic" its:taClassRef="https://w3id.org/tinkuy/core#Country" ' +
        'its:taIdentRef="https://example.org/id/country/peru">' +
        '<mrk id="n1" type="term" ref="https://example.org/id/country/peru">Peru</mrk></mrk></pc>',
    );
    expect(text).toContain('<ph id="4" canCopy="no" canDelete="no" canReorder="yes" type="other" ');
    expect(checkXliffCore(text)).toEqual([]);
  });

  const second = ' y <pc id="1"';
  const footnote = /<ph id="4"[^>]*>(?=<\/target>)/;
  test.each([
    ['dropped', text.replace(footnote, ''), ['exchange-codes-are-kept', '[^note]']],
    ['doubled', text.replace(footnote, '$&$&'), ['exchange-codes-are-kept', '[^note]']],
    ['copied', text.replace(footnote, '$&<ph id="9" copyOf="4"/>'), ['exchange-codes-are-kept', '[^note]']],
    ['unknown', text.replace(footnote, '$&<ph id="9"/>'), ['exchange-codes-are-kept', '9']],
    ['foreign', text.replace(footnote, '$&<b>x</b>'), ['exchange-codes-are-kept', '<b>']],
    [
      'of another address',
      text.replaceAll('](country:peru)</data>', '](country:ecuador)</data>'),
      ['exchange-codes-are-kept', '[](country:peru)'],
    ],
    ['emptied', text.replace('>1.528 km<', '><'), ['exchange-text-is-plain', '']],
    ['with markup', text.replace(' y <pc', ' *y* <pc'), ['exchange-text-is-plain', '']],
    ['with a line', text.replace(' y <pc', '\n\ny <pc'), ['exchange-text-is-plain', '']],
    ['cutting markup', text.replace('>1.528 km<', '>1.528 km](x:y) [<'), ['exchange-text-is-plain', '']],
    [
      'emptied of all',
      text.replace(/(<target[^>]*>).*(<\/target>)/, '$1$2'),
      ['exchange-translation-is-kept', ''],
    ],
    ['with another source', text.replace(' and ', ' or '), ['exchange-source-is-kept', '']],
  ])('a translation with a code %s is refused', (_, changed, finding) => {
    expect(changed).not.toBe(text);
    expect(text).toContain(second);
    const result = importDemo(one(target), changed);
    expect(result.found).toContainEqual(finding);
    expect(result.counts).toEqual({ changed: 0, unchanged: 0, refused: 1 });
    expect(result.states).toEqual([{ msgstr: target, state: 'translated' }]);
  });

  test('codes move, and emphasis may come and go', () => {
    const swapped = text.replace(/(<target[^>]*>)(.*?<\/pc>)( y )(.*?<\/pc>)/, '$1$4$3$2');
    expect(importDemo(one(target), swapped).states[0]?.msgstr).toBe(
      '[Perú](country:peru) y [1.528 km](border:ec-pe#length "1528").[^note]',
    );
    const open = /<pc id="2"[^>]*>/.exec(text)?.[0] ?? '';
    const stressed = text.replace('>1.528 km<', `>${open}1.528 km</pc><`);
    expect(importDemo(one(target), stressed).states[0]?.msgstr).toContain(
      '[*1.528 km*](border:ec-pe#length "1528")',
    );
  });

  test('a code in two halves is the same; halves that cross are refused', () => {
    const halves = text.replace(
      /(<target.*)<pc id="1"[^>]*>(<mrk.*?<\/mrk>)<\/pc>(?=\.<ph)/,
      '$1<sc id="1"/>Perú<ec startRef="1"/>',
    );
    expect(halves).not.toBe(text);
    expect(importDemo(one(target), halves).counts).toEqual({ changed: 0, unchanged: 1, refused: 0 });
    const crossed = halves.replace(
      '<sc id="1"/>Perú<ec startRef="1"/>',
      '<ec startRef="1"/>Perú<sc id="1"/>',
    );
    expect(importDemo(one(target), crossed).found).toContainEqual([
      'exchange-codes-are-kept',
      '[](country:peru)',
    ]);
  });

  test('a namespace prefix, cut segments and CDATA are read for what they are', () => {
    const prefixed = text
      .replace('xmlns="urn', 'xmlns:x="urn')
      .replaceAll(
        /<(\/?)(xliff|file|unit|notes?|originalData|data|segment|source|target|pc|ph|mrk)\b/g,
        '<$1x:$2',
      );
    expect(importDemo(one(target), prefixed).counts).toEqual({ changed: 0, unchanged: 1, refused: 0 });
    const cut = text.replace(
      /<segment state="reviewed">.*<\/segment>/s,
      '<segment state="final"><source>A. </source><target><![CDATA[A <]]></target></segment>' +
        '<ignorable><source> </source></ignorable>' +
        '<segment state="translated"><source>B.</source><target>B.</target></segment>',
    );
    const po = poOf([entryOf('A.  B.', '')]);
    const idOf = (exported: string) => /<unit id="[^"]*"/.exec(exported)?.[0] ?? '';
    const moved = cut.replace(idOf(cut), idOf(exportDemo(po))).replace(/tinkuy:exported="[^"]*"/, '');
    expect(importDemo(po, moved).states).toEqual([{ msgstr: 'A < B.', state: 'translated' }]);
  });
});

describe('what happened in the meantime', () => {
  const changed = exportDemo(one(target)).replace('y <pc', 'e <pc');

  test('the catalog has changed, the file has not: nothing', () => {
    const newer = one(target.replace(' y ', ' & '));
    expect(importDemo(newer, exportDemo(one(target)))).toMatchObject({
      counts: { unchanged: 1 },
      isUntouched: true,
    });
  });

  test('both have changed: a finding, and the catalog stays', () => {
    const newer = one(target.replace(' y ', ' & '));
    const result = importDemo(newer, changed);
    expect(result.found).toEqual([['exchange-catalog-is-unchanged', '']]);
    expect(result.isUntouched).toBe(true);
  });

  test('both have changed alike: nothing', () => {
    const newer = one(target.replace(' y ', ' e '));
    expect(importDemo(newer, changed)).toMatchObject({ counts: { unchanged: 1 }, found: [] });
  });

  test('the text has changed: the translation is taken, to be revised', () => {
    const previous = { msgid: source, msgctxt: undefined, lines: undefined };
    const newer = poOf([entryOf(source.replace('1,528', '1,529'), target, { fuzzy: true, previous })]);
    const result = importDemo(newer, changed);
    expect(result.found).toEqual([['exchange-source-is-current', '']]);
    expect(result.states).toEqual([{ msgstr: target.replace(' y ', ' e '), state: 'fuzzy' }]);
    expect({ ...result.po.entries[0]?.previous, lines: undefined }).toEqual(previous);
  });

  test('the sentence is gone', () => {
    const result = importDemo(poOf([entryOf('Something else', 'Otra cosa')]), changed);
    expect(result.found).toEqual([['exchange-unit-is-known', '']]);
  });

  test('a tool has dropped what was exported: the catalog itself is compared', () => {
    const bare = changed.replace(/ tinkuy:exported="[^"]*"/, '');
    expect(importDemo(one(target), bare).states[0]?.msgstr).toBe(target.replace(' y ', ' e '));
    expect(importDemo(one(target.replace(' y ', ' e ')), bare).counts?.unchanged).toBe(1);
  });
});

test('notes of the translator become comments, once', () => {
  const po = one(target);
  const text = exportDemo(po).replace('</notes>', '<note>Is it the “länge”?\nAsk.</note></notes>');
  const { po: result, counts } = importDemo(po, text);
  expect(counts?.changed).toBe(1);
  expect(result.entries[0]?.comments).toEqual(['# Is it the “länge”?', '# Ask.']);
  const remark = (words: string) => ({ text: words, location: po.entries[0]?.location });
  const noted = one(target, {
    comments: result.entries[0]?.comments,
    remarks: ['Is it the “länge”?', 'Ask.'].map(remark),
  });
  expect(exportDemo(noted)).toContain('<note category="remark" appliesTo="target">Ask.</note>');
  expect(importDemo(noted, text).counts).toEqual({ changed: 0, unchanged: 1, refused: 0 });
});

describe('laws', () => {
  const segment = fc.oneof(
    line,
    fc.string({ unit: 'binary' }).filter((text) => text.trim() !== ''),
  );
  test('any segment and translation come back as they went', () => {
    fc.assert(
      fc.property(segment, segment, (msgid, msgstr) => {
        const text = exportDemo(poOf([entryOf(msgid, msgstr)]));
        const po = poOf([entryOf(msgid, msgstr)]);
        const counts = { changed: 0, unchanged: 1, refused: 0 };
        expect(importDemo(po, text)).toMatchObject({ counts, found: [] });
        // Without what the file remembers of the export, its words are held against the catalog's.
        const bare = text.replace(/ tinkuy:exported="[^"]*"/, '');
        expect(bare).not.toBe(text);
        expect(importDemo(po, bare)).toMatchObject({ counts, found: [] });
        expect(checkXliffCore(text)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('a translator who changes one word changes that word', () => {
    fc.assert(
      fc.property(line, fc.stringMatching(/^[a-zñé]{1,8}$/), (markdown, word) => {
        const [before, after] = [`zzzz ${markdown}`, `${word} ${markdown}`];
        const po = poOf([entryOf(markdown, before), entryOf('Other *words*', 'Otras *palabras*')]);
        const text = exportDemo(po);
        const result = importDemo(po, text.replace(/(<target[^>]*>)zzzz /, `$1${word} `));
        expect(result.states.map(({ msgstr }) => msgstr)).toEqual([after, 'Otras *palabras*']);
        expect(result.found).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
