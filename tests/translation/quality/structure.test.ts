import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { parseDocument, stringify } from '../../../pipeline/text/syntax.ts';
import { documentOf, editionOf } from '../demo.ts';

const body = `## Boats

| boat | crew |
| --- | --- |
| Yavarí | 30 |

- one
  - two

> A quotation.
`;

/** What a reader's program sees as structure: kinds of blocks, levels, numbers of rows and cells. */
function shapeOf(node: Nodes): string {
  const own = node.type === 'heading' ? `h${node.depth}` : node.type;
  if (
    !('children' in node) ||
    node.type === 'paragraph' ||
    node.type === 'tableCell' ||
    node.type === 'heading'
  )
    return own;
  return `${own}(${node.children.map(shapeOf).join(' ')})`;
}

const { document } = documentOf(body);
const words: Record<string, string> = {
  Boats: 'Barcos',
  boat: 'barco',
  crew: 'tripulación',
  Yavarí: 'Yavarí',
  '30': '30',
  one: 'uno',
  two: 'dos',
  'A quotation.': 'Una cita.',
};

describe('whatever a translation holds, its edition has the structure of the source', () => {
  const marks = [
    ' | ',
    '|',
    '|---|',
    '\n| a | b |',
    '- ',
    '1. ',
    '* ',
    '# ',
    '### ',
    '> ',
    '\n\n',
    '\n- x',
    '```',
    ':::box\n',
    '\n---\n',
    '<div>',
    '    ',
    '[^1]: ',
    '\\',
    '\n\n\n# x\n\n',
  ];
  test.each(Object.keys(words))('%s', (msgid) => {
    for (const mark of marks) {
      for (const msgstr of [mark + words[msgid], words[msgid] + mark, `a${mark}b`]) {
        const edition = editionOf(body, { ...words, [msgid]: msgstr }).value;
        expect(shapeOf(edition.tree)).toBe(shapeOf(document.tree));
        const published = parseDocument(
          { path: 'dist/es/demo.md', text: `---\ntitle: T\nlanguage: es\n---\n\n${stringify(edition.tree)}` },
          { allowHtml: false },
        ).value;
        expect(shapeOf(published.tree), JSON.stringify(msgstr)).toBe(shapeOf(document.tree));
      }
    }
  });
});
