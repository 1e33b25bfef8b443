import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { line } from '../document/markdown-arbitrary.ts';
import { exportDemo, importDemo } from './exchange-demo.ts';
import { entryOf, poOf } from './po-sample.ts';

const source = '[Peru](country:peru) and *its* [1,528 km](border:ec-pe#length "1528").[^note]';
const target = '[1.528 km](border:ec-pe#length "1528") y [Perú](country:peru).[^note]';
const one = (msgstr: string, more = {}) => poOf([entryOf(source, msgstr, more)]);
const export12 = (po: ReturnType<typeof one>) => exportDemo(po, 'xliff-1.2');
const untouched = { changed: 0, unchanged: 1, refused: 0 };

describe('states of XLIFF 1.2', () => {
  test.each([
    ['', false, ' xml:space="preserve"', 'state="needs-translation"'],
    [target, true, ' xml:space="preserve"', 'state="needs-review-translation"'],
    [target, false, ' approved="yes" xml:space="preserve"', 'state="translated"'],
  ])('%j, fuzzy %j', (msgstr, fuzzy, attributes, state) => {
    const text = export12(one(msgstr, { fuzzy }));
    expect(text).toMatch(
      new RegExp(`<trans-unit id="u[0-9a-f]{16}" resname="[^"]*"${attributes} extradata="`),
    );
    expect(text).toContain(`<target xml:lang="es-PE" ${state}>`);
    expect(importDemo(one(msgstr, { fuzzy }), text)).toMatchObject({
      counts: untouched,
      found: [],
      isUntouched: true,
    });
  });

  const fuzzy = one(target, {
    fuzzy: true,
    previous: { msgid: 'Peru', msgctxt: undefined, lines: undefined },
  });
  test.each([
    [' state="translated"', '', 'translated'],
    [' state="signed-off"', '', 'translated'],
    [' state="final"', '', 'translated'],
    [' state="needs-review-translation"', '', 'fuzzy'],
    [' state="needs-adaptation"', '', 'fuzzy'],
    [' state="x-in-progress"', '', 'fuzzy'],
    ['', '', 'fuzzy'],
    ['', ' approved="yes"', 'translated'],
    ['', ' approved="no"', 'fuzzy'],
    // Who approves and says that it is to be reviewed has not approved.
    [' state="needs-review-translation"', ' approved="yes"', 'fuzzy'],
  ])('a translator leaves a fuzzy translation with%s%s: it is %s%s', (state, approved, expected) => {
    const text = export12(fuzzy)
      .replace(' state="needs-review-translation"', state)
      .replace(' xml:space', `${approved} xml:space`)
      .replace('y <bpt', 'e <bpt');
    const { states, po } = importDemo(fuzzy, text);
    expect(states).toEqual([{ msgstr: target.replace(' y ', ' e '), state: expected }]);
    expect(po.entries[0]?.previous === undefined).toBe(expected === 'translated');
  });

  test("the source's words are no translation, until somebody says that they are", () => {
    const po = poOf([entryOf('Titicaca', '')]);
    const text = export12(po);
    expect(text).toContain('<target xml:lang="es-PE" state="needs-translation">Titicaca</target>');
    for (const state of [' state="new"', '']) {
      const left = text.replace(' state="needs-translation"', state);
      expect(importDemo(po, left)).toMatchObject({ counts: untouched, isUntouched: true });
    }
    const said = text.replace('"needs-translation"', '"translated"');
    expect(importDemo(po, said).states).toEqual([{ msgstr: 'Titicaca', state: 'translated' }]);
    const other = text.replace('>Titicaca</target>', '>El Titicaca</target>');
    expect(importDemo(po, other).states).toEqual([{ msgstr: 'El Titicaca', state: 'fuzzy' }]);
  });
});

describe('inline codes of XLIFF 1.2', () => {
  const text = export12(one(target));

  test('each has its Markdown, its kind and its number', () => {
    expect(text).toContain(
      '<source xml:lang="en-US"><bpt id="1" rid="1" ctype="link" equiv-text="["/>Peru' +
        '<ept id="1" rid="1" equiv-text="](country:peru)"/> and ' +
        '<bpt id="2" rid="2" ctype="italic" equiv-text="*"/>its<ept id="2" rid="2" equiv-text="*"/> ',
    );
    expect(text).toContain(
      '.<ph id="4" ctype="x-footnoteReference" equiv-text="[^note]">[^note]</ph></target>',
    );
  });

  const footnote = /<ph id="4"[^>]*>\[\^note\]<\/ph>(?=<\/target>)/;
  const length = /(<target.*?)<bpt id="3"[^>]*>(.*?)<ept id="3"[^>]*>/;
  test.each<[string, string, [string, string]]>([
    ['dropped', text.replace(footnote, ''), ['exchange-codes-are-kept', '[^note]']],
    ['doubled', text.replace(footnote, '$&$&'), ['exchange-codes-are-kept', '[^note]']],
    ['unknown', text.replace(footnote, '$&<x id="9"/>'), ['exchange-codes-are-kept', '9']],
    ['without a name', text.replace(footnote, '$&<x/>'), ['exchange-codes-are-kept', 'whole']],
    ['foreign', text.replace(footnote, '$&<b>x</b>'), ['exchange-codes-are-kept', '<b>']],
    ['of XLIFF 2', text.replace(footnote, '$&<pc id="2">x</pc>'), ['exchange-codes-are-kept', '<pc>']],
    ['edited', text.replace(footnote, '<ph id="4">[^other]</ph>'), ['exchange-codes-are-kept', '[^note]']],
    [
      'of another address',
      text.replace(/(<target.*equiv-text="\]\(country:)peru/, '$1ecuador'),
      ['exchange-codes-are-kept', '[](country:peru)'],
    ],
    [
      'crossed',
      text.replace(/(<target.*?)<bpt id="3"[^>]*>(.*?)<ept id="3"[^>]*>/, '$1<ept id="3"/>$2<bpt id="3"/>'),
      ['exchange-codes-are-kept', '[](border:ec-pe#length)'],
    ],
    [
      'cut in half',
      text.replace(length, '$1<bx id="3"/>$2'),
      ['exchange-codes-are-kept', '[](border:ec-pe#length)'],
    ],
    ['emptied', text.replace('>1.528 km<', '><'), ['exchange-text-is-plain', '']],
    ['with markup', text.replace(' y <bpt', ' *y* <bpt'), ['exchange-text-is-plain', '']],
    ['with a line', text.replace(' y <bpt', '\n\ny <bpt'), ['exchange-text-is-plain', '']],
    [
      'emptied of all',
      text.replace(/(<target[^>]*>).*(<\/target>)/, '$1$2'),
      ['exchange-translation-is-kept', ''],
    ],
    ['removed', text.replace(/<target[^>]*>.*<\/target>/, ''), ['exchange-translation-is-kept', '']],
    ['with another source', text.replace(' and ', ' or '), ['exchange-source-is-kept', '']],
  ])('a translation with a code %s is refused', (_, changed, finding) => {
    expect(changed).not.toBe(text);
    const result = importDemo(one(target), changed);
    expect(result.found).toContainEqual(finding);
    expect(result.counts).toEqual({ changed: 0, unchanged: 0, refused: 1 });
    expect(result.states).toEqual([{ msgstr: target, state: 'translated' }]);
  });

  test.each<[string, string]>([
    ['around words', '<g id="3" ctype="link">$2</g>'],
    ['in halves that are placeholders', '<bx id="3"/>$2<ex id="3"/>'],
    ['in halves that are tied by rid', '<bpt id="3" rid="3"/>$2<ept id="7" rid="3"/>'],
    ['in isolated halves', '<it id="3" pos="open">[</it>$2<it id="3" pos="close"/>'],
    [
      'in the words that a tool has for them',
      '<bpt id="3">[</bpt>$2<ept id="3"> ](border:ec-pe#length "1528")</ept>',
    ],
    ['in a segment of the tool', '<mrk mtype="seg" mid="0"><g id="3">$2</g></mrk>'],
  ])('a code that comes back %s is the same', (_, shape) => {
    const changed = text.replace(length, `$1${shape}`);
    expect(changed).not.toBe(text);
    expect(importDemo(one(target), changed)).toMatchObject({
      counts: untouched,
      found: [],
      isUntouched: true,
    });
    const placeholder = changed.replace(footnote, '<x id="4"/>').replace(' y <bpt', ' e <bpt');
    expect(importDemo(one(target), placeholder).states).toEqual([
      { msgstr: target.replace(' y ', ' e '), state: 'translated' },
    ]);
  });

  test('codes move, and emphasis may come', () => {
    const stressed = text.replace('>1.528 km<', '><g id="2">1.528 km</g><');
    expect(importDemo(one(target), stressed).states[0]?.msgstr).toContain(
      '[*1.528 km*](border:ec-pe#length "1528")',
    );
    const swapped = text.replace(
      /(<target[^>]*>)(<bpt id="3".*?<ept id="3"[^>]*>)( y )(.*?<ept id="1"[^>]*>)/,
      '$1$4$3$2',
    );
    expect(importDemo(one(target), swapped).states[0]?.msgstr).toBe(
      '[Perú](country:peru) y [1.528 km](border:ec-pe#length "1528").[^note]',
    );
  });

  test('segments of a tool are joined; where one has no words yet there is no translation', () => {
    const po = poOf([entryOf('A.  B.', '')]);
    const cut = (second: string) =>
      export12(po).replace(
        /<target.*<\/target>/,
        '<seg-source><mrk mtype="seg" mid="0">A.</mrk>  <mrk mtype="seg" mid="1">B.</mrk></seg-source>' +
          `<target state="translated"><mrk mtype="seg" mid="0">Á.</mrk> ${second}</target>`,
      );
    expect(importDemo(po, cut('<mrk mtype="seg" mid="1">B.</mrk>')).states).toEqual([
      { msgstr: 'Á. B.', state: 'translated' },
    ]);
    for (const second of ['', '<mrk mtype="seg" mid="1"/>']) {
      expect(importDemo(po, cut(second))).toMatchObject({ counts: untouched, isUntouched: true });
    }
  });
});

describe('what happened in the meantime, in XLIFF 1.2', () => {
  const changed = export12(one(target)).replace('y <bpt', 'e <bpt');

  test.each([
    ['the catalog has changed, the file has not', target.replace(' y ', ' & '), export12(one(target)), []],
    [
      'the title of a link has changed, the file has not',
      target.replace('"1528"', '"1528.0"'),
      export12(one(target)),
      [],
    ],
    ['both have changed alike', target.replace(' y ', ' e '), changed, []],
    ['both have changed', target.replace(' y ', ' & '), changed, [['exchange-catalog-is-unchanged', '']]],
  ])('%s: nothing is lost', (_, msgstr, text, found) => {
    const result = importDemo(one(msgstr), text);
    expect(result.found).toEqual(found);
    expect(result.isUntouched).toBe(true);
  });

  test('the text has changed, or the sentence is gone', () => {
    const previous = { msgid: source, msgctxt: undefined, lines: undefined };
    const newer = poOf([entryOf(source.replace('1,528', '1,529'), target, { fuzzy: true, previous })]);
    const result = importDemo(newer, changed);
    expect(result.found).toEqual([['exchange-source-is-current', '']]);
    expect(result.states).toEqual([{ msgstr: target.replace(' y ', ' e '), state: 'fuzzy' }]);
    const gone = importDemo(poOf([entryOf('Something else', 'Otra cosa')]), changed);
    expect(gone.found).toEqual([['exchange-unit-is-known', '']]);
  });

  test('a tool has dropped what was exported: the catalog itself is compared', () => {
    const bare = changed.replace(/ extradata="[^"]*"/, '');
    expect(importDemo(one(target), bare).states[0]?.msgstr).toBe(target.replace(' y ', ' e '));
    expect(importDemo(one(target.replace(' y ', ' e ')), bare).counts).toEqual(untouched);
  });
});

test('notes of the translator become comments, once', () => {
  const po = one(target);
  const text = export12(po).replace('</trans-unit>', '<note from="Rosa">Is it the “länge”?\nAsk.</note>$&');
  const { po: result, counts } = importDemo(po, text);
  expect(counts?.changed).toBe(1);
  expect(result.entries[0]?.comments).toEqual(['# Is it the “länge”?', '# Ask.']);
  const remark = (words: string) => ({ text: words, location: po.entries[0]?.location });
  const remarks = ['Is it the “länge”?', 'Ask.'].map(remark);
  const noted = one(target, { comments: result.entries[0]?.comments, remarks });
  expect(export12(noted)).toContain('<note from="translator" annotates="target">Ask.</note>');
  expect(importDemo(noted, text).counts).toEqual(untouched);
});

describe('laws of XLIFF 1.2', () => {
  const segment = fc.oneof(
    line,
    fc.string({ unit: 'binary' }).filter((text) => text.trim() !== ''),
  );
  test('any segment and translation come back as they went', () => {
    fc.assert(
      fc.property(segment, fc.option(segment, { nil: '' }), fc.boolean(), (msgid, msgstr, fuzzy) => {
        const po = poOf([entryOf(msgid, msgstr, { fuzzy: fuzzy && msgstr !== '' })]);
        const text = export12(po);
        expect(importDemo(po, text)).toMatchObject({ counts: untouched, found: [] });
        // Without what the file remembers of the export, its words are held against the catalog's.
        const bare = text.replace(/ extradata="[^"]*"/, '');
        expect(bare).not.toBe(text);
        expect(importDemo(po, bare)).toMatchObject({ counts: untouched, found: [] });
      }),
      { numRuns: 150 },
    );
  });

  test('a translator who changes one word changes that word, at its place', () => {
    fc.assert(
      fc.property(line, fc.stringMatching(/^[a-zñé]{1,8}$/), (markdown, word) => {
        const [before, after] = [`zzzz ${markdown}`, `${word} ${markdown}`];
        const po = poOf([entryOf('Other *words*', 'Otras *palabras*'), entryOf(markdown, before)]);
        const result = importDemo(po, export12(po).replace(/(<target[^>]*>)zzzz /, `$1${word} `));
        expect(result.found).toEqual([]);
        expect(result.states).toEqual([
          { msgstr: 'Otras *palabras*', state: 'translated' },
          { msgstr: after, state: 'translated' },
        ]);
      }),
      { numRuns: 60 },
    );
  });
});
