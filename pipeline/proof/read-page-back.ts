import type { Nodes } from 'mdast';
import { visitParents } from 'unist-util-visit-parents';
import type { Diagnostic, Edition, EditionSegment, OutputFile, Recall } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { segmentDocument } from '../text/segments.ts';
import { parseDocument } from '../text/syntax.ts';

/**
 * Reads a built page again and proves that it has the source's segments in the edition's words: whatever the writer
 * did, the bytes that readers get say what the catalog says. Findings: built-editions-agree.
 */
export function readPageBack(output: OutputFile, edition: Edition, recall: Recall): Diagnostic[] {
  const expected = edition.segments.map(({ segment: { kind }, markdown, state, node }) => ({
    kind,
    markdown,
    state,
    calls: callsIn([node]),
  }));
  return recall('page read back', [output.path, output.text, JSON.stringify(expected)], () =>
    findDifference(output, expected),
  );
}

/** What is expected of a segment. */
interface ExpectedSegment extends Pick<EditionSegment, 'markdown' | 'state'> {
  kind: EditionSegment['segment']['kind'];
  /** Labels of its footnote calls. */
  calls: string[];
}

function findDifference(output: OutputFile, expected: readonly ExpectedSegment[]): Diagnostic[] {
  const { value } = parseDocument(
    { path: output.path, text: output.text },
    { allowHtml: true, isPage: true },
  );
  const found = segmentDocument(value).value;
  // A call that finds no note is read as words.
  const calls = callsIn([value.tree]);
  const lost = expected.flatMap((each) => each.calls).find((label, index) => calls[index] !== label);
  const differs = expected.findIndex(
    ({ kind, markdown, state }, index) =>
      found[index]?.kind !== kind || normalize(unmark(found[index]?.markdown, state)) !== normalize(markdown),
  );
  if (differs < 0 && found.length === expected.length) {
    if (lost === undefined) return [];
    const call = { item: `[^${lost}]`, expected: `[^${lost}]`, found: '' };
    return [diagnose('built-editions-agree', startOfFile(output.path), call)];
  }
  const at = differs < 0 ? expected.length : differs;
  const location = found[at]?.location ?? startOfFile(output.path);
  const values = {
    item: `${at + 1}`,
    expected: expected[at]?.markdown ?? '',
    found: found[at]?.markdown ?? '',
  };
  return [diagnose('built-editions-agree', location, values)];
}

/** Labels of footnote calls, in the order of the text. */
function callsIn(nodes: readonly Nodes[]): string[] {
  const labels: string[] = [];
  for (const node of nodes)
    visitParents(
      node,
      'footnoteReference',
      ({ identifier }) => void labels.push(identifier.normalize('NFC')),
    );
  return labels;
}

/** Words that stand untranslated are marked with their language. */
function unmark(markdown = '', state: EditionSegment['state']): string {
  if (state === 'source' || state === 'translated') return markdown;
  return markdown.replace(/^<span lang="[^"]*">(.*)<\/span>$/s, '$1');
}

function normalize(markdown = ''): string {
  return markdown.normalize('NFC').replace(/\s+/g, ' ').trim();
}
