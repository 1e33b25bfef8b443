import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { describe, expect, test } from 'vitest';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { containerNames, parseSegment, stringify } from '../../pipeline/text/syntax.ts';
import { findingsOf, parse } from './sample.ts';
import { withoutPositions } from './without-positions.ts';

const typed = [
  '10:30',
  '1:50000',
  '3:1',
  'Fuente:CEPAL',
  '(Jn 3:16)',
  'urn:lex:pe:ley:26821',
  'wd:Q419',
  '047:PCM',
  'ISSN:1234-5678',
  '::: nota',
  ':::name',
  ':::name[label]{#id}',
  '::box',
  ':box[a]',
  '[sic]',
  'a [note] in brackets',
  'snake_case',
  'R&D',
  'AT&T 5 < 6',
  'a | b',
  '~5 km',
  'f(x) = [0, 1)',
  'https://example.org/a_b?c=d:e',
];

describe('what is no syntax', () => {
  test.each(typed)('"%s" comes out as typed', (phrase) => {
    for (const text of [
      `${phrase}\n`,
      `Before ${phrase} after\n`,
      `Before\n${phrase}\nafter\n`,
      `- ${phrase}\n`,
    ]) {
      const { value, diagnostics } = parse(text);
      expect(diagnostics).toEqual([]);
      expect(stringify(value.tree)).toBe(text);
    }
  });

  test.each(typed.filter((phrase) => !phrase.includes('|')))(
    '"%s" comes out as typed in a cell, box and note',
    (phrase) => {
      const text = `| a |\n| - |\n| ${phrase} |\n\n:::box[Title]\n${phrase}\n:::\n\nCall[^1].\n\n[^1]: ${phrase}\n`;
      const { value, diagnostics } = parse(text);
      expect(diagnostics).toEqual([]);
      expect(stringify(value.tree)).toBe(text);
    },
  );

  test('what would be syntax keeps its backslash', () => {
    for (const text of [
      '\\:::box\n',
      '\\[a](b)\n',
      '[a]\\(b)\n',
      '\\[a]: b\n',
      '\\<b>\n',
      'a[^1] \\[^1]\n\n[^1]: b\n',
    ]) {
      const out = stringify(parse(text).value.tree);
      expect(withoutPositions(parse(out).value.tree)).toEqual(withoutPositions(parse(text).value.tree));
      expect(out).toContain('\\');
    }
  });
});

describe('containers', () => {
  test.each(containerNames)(':::%s holds blocks under a title and an id', (name) => {
    const text = `:::${name}[A *title*]{#an-id}\nText.\n\n- item\n:::\n`;
    const { value, diagnostics } = parse(text);
    expect(diagnostics).toEqual([]);
    expect(value.tree.children).toMatchObject([
      {
        type: 'containerDirective',
        name,
        attributes: { id: 'an-id' },
        children: [
          { type: 'paragraph', data: { directiveLabel: true } },
          { type: 'paragraph' },
          { type: 'list' },
        ],
      },
    ]);
    expect(stringify(value.tree)).toBe(text);
  });

  test('a longer fence goes around a shorter one', () => {
    const text = '::::box\n:::quote\nWords.\n:::\n::::\n';
    expect(findingsOf(text)).toEqual([]);
    expect(stringify(parse(text).value.tree)).toBe(text);
  });

  test('an unclosed one is reported where it opens', () => {
    expect(findingsOf('Text.\n\n:::box[Title]\nMore.\n')).toEqual([
      { rule: 'container-is-closed', at: ':::box[Title]' },
    ]);
    expect(findingsOf(':::box\n')).toEqual([{ rule: 'container-is-closed', at: ':::box' }]);
  });

  test.each([
    [':::bxo\nText.\n:::\n', ':::bxo'],
    ['::: box\nText.\n:::\n', '::: box'],
    [':::tabel[Caption]\n', ':::tabel'],
    ['Text\n::: quote\n', '::: quote'],
  ])('%j has a name that was nearly registered', (text, at) => {
    expect(findingsOf(text)).toEqual([{ rule: 'directive-name-is-registered', at }]);
  });

  test('other names are text, and so is an escaped one', () => {
    for (const text of [':::name\n:::\n', '::: nota\n', '\\:::bxo\n', '`:::bxo`\n', 'see :::bxo\n']) {
      expect(findingsOf(text)).toEqual([]);
    }
  });

  test('attributes are those that containers have', () => {
    expect(findingsOf(':::box{.red}\nA.\n:::\n')).toEqual([
      { rule: 'container-attribute-is-known', at: ':::box{.red}' },
    ]);
    expect(findingsOf(':::box{id="A b"}\nA.\n:::\n')).toMatchObject([
      { rule: 'container-attribute-is-known' },
    ]);
    expect(findingsOf(':::table[T]{#t of="x" rows="a" columns="b" cells="c"}\n:::\n')).toEqual([]);
  });
});

describe('HTML', () => {
  const text = 'Some <b>bold</b>.\n\n<div>\nblock\n</div>\n';

  test('is reported and becomes text', () => {
    expect(findingsOf(text)).toEqual([
      { rule: 'html-is-allowed', at: '<b>' },
      { rule: 'html-is-allowed', at: '</b>' },
      { rule: 'html-is-allowed', at: '<div>\nblock\n</div>' },
    ]);
    const { tree } = parse(text).value;
    expect(JSON.stringify(tree)).not.toContain('"html"');
    expect(parse(stringify(tree)).diagnostics).toEqual([]);
    expect(plainText(tree)).toContain('<div>');
  });

  test('stays where it is allowed, in segments too', () => {
    expect(findingsOf(text, { allowHtml: true })).toEqual([]);
    expect(stringify(parse(text, { allowHtml: true }).value.tree)).toBe(text);
    expect(parseSegment('a <b>c</b>', { footnotes: [], allowHtml: true }).children).toHaveLength(4);
    expect(parseSegment('a <b>c</b>', { footnotes: [] }).children.every(({ type }) => type === 'text')).toBe(
      true,
    );
  });
});

describe('links and notes', () => {
  test('links by definition have its address, and the definition is no text', () => {
    const text = 'See [here][a] and [a].\n\n[a]: https://example.org\n';
    expect(findingsOf(text)).toEqual([]);
    expect(stringify(parse(text).value.tree)).toBe(
      'See [here](https://example.org) and [a](https://example.org).\n',
    );
  });

  test('definitions are used, one for a label, and there for what looks like a link', () => {
    const links = '[here][b] [a][] ![x][A] m[i][j] [1][2] \\[x][y]';
    const definitions = '[a]: u\n[a]: v\n[A]: u\n[c]: w\n[//]: # (words)\n';
    expect(findingsOf(`${links}\n\n${definitions}`)).toEqual([
      { rule: 'link-definition-is-unique', at: '[a]: v' },
      { rule: 'link-definition-is-used', at: '[c]: w' },
      { rule: 'link-reference-is-defined', at: '[here][b]' },
    ]);
  });

  test('calls and notes belong together', () => {
    expect(findingsOf('Call[^a] and[^b].\n\n[^a]: One.\n\n[^c]: Three.\n')).toEqual([
      { rule: 'footnote-is-defined', at: '[^b]' },
      { rule: 'footnote-is-called', at: '[^c]: Three.' },
    ]);
    expect(findingsOf('Call[^a].\n\n[^a]: One.\n\n[^a]: Two.\n')).toMatchObject([
      { rule: 'footnote-is-unique' },
    ]);
    expect(findingsOf('`[^b]` \\[^c]\n')).toEqual([]);
  });

  test('cross-references lead to containers and headings', () => {
    const text =
      '## A title\n\n[](#s-a-title) [](#box-one) [](#box-two)\n\n:::box[One]{#box-one}\nText.\n:::\n';
    expect(findingsOf(text)).toEqual([{ rule: 'cross-reference-resolves', at: '[](#box-two)' }]);
    expect(findingsOf(':::box{#a}\nA.\n:::\n\n:::quote{#a}\nB.\n:::\n')).toEqual([
      { rule: 'id-is-unique', at: ':::quote{#a}' },
    ]);
  });

  test.each(['{#port}', '{ #port }', '{#port }', '{\t#port}'])('a heading has the id %s', (id) => {
    expect(findingsOf(`## The *port* ${id}\n\nSee [](#port).\n`)).toEqual([]);
  });
});

describe('front matter', () => {
  const inner = (yaml: string) => parse(`---\n${yaml}\n---\n\nText.\n`);

  test('is read with places', () => {
    const { value, diagnostics } = inner(
      'title: A title\nkeywords:\n  - one\n  - "two"\nyear: 2008\nversion: 1.10\ncode: "007"',
    );
    expect(diagnostics).toEqual([]);
    expect(value.frontMatter.value).toEqual({
      title: 'A title',
      keywords: ['one', 'two'],
      year: 2008,
      version: '1.10',
      code: '007',
    });
    expect(value.frontMatter.locate('keywords/1').start).toMatchObject({ line: 5, column: 5 });
    expect(value.frontMatter.locate('missing').start.line).toBe(2);
    expect(value.tree.children).toHaveLength(1);
    expect(value.tree.children[0]?.position?.start.line).toBe(11);
  });

  test.each([
    ['title: "open', 'yaml-is-well-formed', 3],
    ['a: 1\n\tb: 2', 'yaml-is-well-formed', 3],
    ['title: one\ntitle: two', 'yaml-key-is-unique', 3],
    ['a: &a [x, x]\nb: [*a, *a]', 'yaml-has-no-anchors', 2],
    ['__proto__: x', 'front-matter-is-well-formed', 2],
    ['- a list', 'front-matter-is-well-formed', 2],
    ['just text', 'front-matter-is-well-formed', 2],
  ])('%j breaks %s', (yaml, rule, line) => {
    const { value, diagnostics } = inner(yaml);
    expect(diagnostics[0]).toMatchObject({ rule, location: { start: { line } } });
    expect(Object.getPrototypeOf(value.frontMatter.value)).toBe(Object.prototype);
  });

  test('that is never closed is reported', () => {
    expect(findingsOf('---\ntitle: x\n\nText.\n')).toEqual([
      { rule: 'front-matter-is-well-formed', at: '---' },
    ]);
  });

  test('may be empty or missing', () => {
    expect(findingsOf('---\n---\n\nText.\n')).toEqual([]);
    expect(parse('Text.\n').value.frontMatter.value).toEqual({});
  });
});

describe('ends of lines and files', () => {
  const text =
    '---\ntitle: x\n---\n\n## Title\n\nOne\ntwo\\\nthree `a b`.\n\n- item\n\n| a |\n| - |\n| b |\n\n:::box\nText\n:::\n';

  test('CRLF, a byte order mark and no final line feed change nothing', () => {
    const tree = withoutPositions(parse(text).value.tree);
    for (const variant of [text.replaceAll('\n', '\r\n'), `\uFEFF${text}`, text.trimEnd()]) {
      const { value, diagnostics } = parse(variant);
      expect(diagnostics).toEqual([]);
      expect(withoutPositions(value.tree)).toEqual(tree);
      expect(value.frontMatter.value).toEqual({ title: 'x' });
    }
  });

  test('a byte order mark moves no place', () => {
    const { value } = parse('\uFEFFText [a](b).\n');
    expect(value.tree.children[0]?.position?.start).toEqual({ line: 1, column: 1, offset: 0 });
  });

  test.each(['', '\n', '\uFEFF', ' \r\n', '---\ntitle: x\n---\n'])('%j has no text', (empty) => {
    expect(findingsOf(empty)).toMatchObject([{ rule: 'document-has-text' }]);
  });
});

describe('a segment by itself', () => {
  test.each([
    '# no heading',
    '- no item',
    '1. no item',
    '> no quotation',
    '    no code',
    '---',
    '```',
    ':::box',
    '| no | table |',
    '[a]: b',
  ])('%j is text', (markdown) => {
    const paragraph = parseSegment(markdown, { footnotes: [] });
    expect(paragraph.children.every(({ type }) => type === 'text')).toBe(true);
    expect(plainText(paragraph)).toBe(markdown.trim());
  });

  test('calls the footnotes of its document', () => {
    expect(parseSegment('a[^x] b[^y]', { footnotes: ['X'] }).children).toMatchObject([
      { type: 'text', value: 'a' },
      { type: 'footnoteReference', identifier: 'x' },
      { type: 'text', value: ' b[^y]' },
    ]);
  });

  test('has no definitions even where it looks like one', () => {
    expect(parseSegment('[^x]: text', { footnotes: ['x'] }).children[0]).toMatchObject({
      type: 'footnoteReference',
    });
  });

  test('places count in its own text, across blank lines', () => {
    const markdown = 'one\n\n[two](a:b)';
    const link = parseSegment(markdown, { footnotes: [] }).children[1];
    expect(markdown.slice(link?.position?.start.offset, link?.position?.end.offset)).toBe('[two](a:b)');
    expect(parseSegment('', { footnotes: [] }).children).toEqual([]);
  });

  test('a whole segment is what it was in its document', () => {
    const text = '> A *b* [c](d:e "f")\n> goes `on`\\\n> here[^1].\n\n[^1]: Note.\n';
    const { value } = parse(text);
    for (const segment of segmentDocument(value).value) {
      const own = parseSegment(segment.markdown, { footnotes: ['1'] });
      const there: Root = { type: 'root', children: [{ type: 'paragraph', children: own.children }] };
      expect(stringify(there).trim()).toBe(segment.markdown);
    }
  });
});
