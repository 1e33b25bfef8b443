import { Document, isCollection, isScalar, parseDocument, Scalar } from 'yaml';
import type { Edition } from '../model.ts';
import { applySplices, type Splice } from '../text/apply-splices.ts';
import { isReadOtherwise } from './front-matter-yaml.ts';

const frontMatter =
  /^(---[ \t]*(?:\r\n?|\n))((?:[\s\S]*?(?:\r\n?|\n))??)---[ \t]*(?:(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))*|$)/;

/** Where the body of a page begins: behind the front matter and the blank lines after it. */
export function startOfBody(text: string): number {
  return frontMatter.exec(text)?.[0].length ?? 0;
}

/** Front matter with its translatable values exchanged; order, comments, styles and everything else stay. */
export function translateFrontMatter(text: string, edition: Edition): string {
  const translated = edition.segments.filter(
    ({ segment, markdown }) => segment.key !== undefined && segment.markdown !== markdown,
  );
  const [, open = '', yaml = ''] = frontMatter.exec(text) ?? [];
  if (translated.length === 0 || yaml === '') return text;
  const document = parseDocument(yaml);
  const splices = translated.flatMap(({ segment, markdown }): Splice[] => {
    const path = segment.key?.split('/') ?? [];
    const node = document.getIn(path, true);
    if (!isScalar(node) || !node.range) return [];
    const [start, end] = node.range;
    const isInFlow = path.some((_, index) => {
      const parent = index === 0 ? document.contents : document.getIn(path.slice(0, index), true);
      return isCollection(parent) && parent.flow === true;
    });
    // What stands on lines of its own ends with the last of them.
    const ending = /[\r\n]*$/.exec(yaml.slice(start, end))?.[0] ?? '';
    return [{ start, end, text: writeScalar(markdown, node, isInFlow) + ending }];
  });
  return open + applySplices(yaml, splices) + text.slice(open.length + yaml.length);
}

/** A text as YAML, in quotation marks where the one in its place had some, or where it needs them. */
function writeScalar(text: string, { type }: Scalar, isInFlow: boolean): string {
  const scalar = new Scalar(text);
  if (isReadOtherwise(text) || text.includes('\n')) scalar.type = Scalar.QUOTE_DOUBLE;
  else if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') scalar.type = type;
  const document = new Document(isInFlow ? [scalar] : { k: scalar });
  if (isCollection(document.contents)) document.contents.flow = isInFlow;
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd();
  return isInFlow ? written.slice('['.length, -']'.length) : written.slice('k: '.length);
}
