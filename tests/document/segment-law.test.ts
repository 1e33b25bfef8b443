import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { visitParents as visit } from 'unist-util-visit-parents';
import { describe, expect, test, vi } from 'vitest';
import { segmentDocument } from '../../pipeline/text/segments.ts';
import { parseSegment } from '../../pipeline/text/syntax.ts';
import { parse } from './sample.ts';
import { withoutPositions } from './without-positions.ts';
import { plainWrappedText, wrappedText } from './wrapped-text-arbitrary.ts';

vi.setConfig({ testTimeout: 600_000 });

/** How many segments are tried: thousands with every run, more on request. */
const wanted = Number(process.env.TINKUY_SEGMENTS ?? 3_000);

describe('a segment', () => {
  test('is the same tree where its msgid is read again', () => {
    let tried = 0;
    let seed = 1;
    while (tried < wanted) {
      fc.assert(
        fc.property(wrappedText, fc.boolean(), (text, isAllowed) => {
          // Where HTML is not allowed it is an error, and nothing is published.
          const allowHtml = isAllowed || text.includes('<');
          const document = parse(text, { allowHtml }).value;
          const footnotes: string[] = [];
          visit(document.tree, 'footnoteDefinition', ({ label }) => void footnotes.push(label ?? ''));
          for (const { node, markdown } of segmentDocument(document).value) {
            const again = parseSegment(markdown, { footnotes, allowHtml });
            expect(withoutPositions(again.children), JSON.stringify(markdown)).toEqual(
              withoutPositions(node?.children ?? []),
            );
            tried += 1;
          }
        }),
        { numRuns: 200, seed: seed++ },
      );
    }
    expect(tried).toBeGreaterThanOrEqual(wanted);
  });

  test('has every sign that another reader of the text shows', () => {
    let tried = 0;
    fc.assert(
      fc.property(plainWrappedText, (text) => {
        const shown = readWithCommonmark(text);
        if (shown === undefined) return;
        const document = parse(text, { allowHtml: true }).value;
        const msgids = new Map(segmentDocument(document).value.map(({ node, markdown }) => [node, markdown]));
        const own: string[] = [];
        visit(document.tree, (node) => {
          if (node.type !== 'paragraph' && node.type !== 'heading') return;
          const markdown = msgids.get(node);
          // What is nothing but code is no segment.
          own.push(
            listWords(
              markdown === undefined ? node : parseSegment(markdown, { footnotes: [], allowHtml: true }),
            ),
          );
        });
        expect(squeeze(own.join(' '))).toBe(squeeze(shown));
        tried += msgids.size;
      }),
      { numRuns: Math.ceil(wanted / 4), seed: 7 },
    );
    expect(tried).toBeGreaterThan(wanted / 8);
  });
});

/** The words of all paragraphs and headings; undefined where a text has blocks of HTML, which have words of their own. */
function readWithCommonmark(text: string): string | undefined {
  const root = new Parser().parse(text);
  const walker = root.walker();
  for (let step = walker.next(); step; step = walker.next())
    if (step.node.type === 'html_block') return undefined;
  const html = new HtmlRenderer().render(root).replace(/<pre>.*?<\/pre>/gs, '');
  return decode(html.replace(/<!--.*?-->|<[^>]*>/gs, ''));
}

/** Words and code, without tags. */
function listWords(node: Nodes): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  // Readers differ in what is left of markup in the words of an image; the law above has them.
  if (node.type === 'image') return '';
  return 'children' in node ? node.children.map(listWords).join('') : '';
}

function decode(html: string): string {
  const signs: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
  return html.replace(/&(?:lt|gt|quot|amp);/g, (found) => signs[found] ?? found);
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}
