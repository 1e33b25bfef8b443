import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { locateValue, originsOf } from '../graph/locate-value.ts';
import type {
  Diagnostic,
  Edition,
  Entity,
  Language,
  Publication,
  Recall,
  Relation,
  Statement,
  Vocabulary,
} from '../model.ts';
import type { EditionWords } from '../project/edition-words.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isObject } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';

/** The part of a value that says how the number is meant. */
const part = 'qualifier';
/** Words before a link that may limit its number, in UTF-16 code units. */
const reach = 40;

/**
 * What a record says of how a number is meant (over, under, about) is what the sentences that state the number say. Held are the
 * limits that words of the language give, in the link or right before it; words without a limit say nothing, and "almost" and
 * "about" are one.
 * Findings: qualifier-agrees-with-text.
 */
export function compareQualifiers(
  { graph, editions, extractions }: Publication,
  { types }: Vocabulary,
  wordsOf: (language: Language) => EditionWords,
  { recall, basis }: { recall: Recall; basis: string },
): Diagnostic[] {
  const found = new Map<string, Diagnostic>();
  for (const { language, statements } of extractions) {
    const edition = editions.find((one) => one.language === language);
    for (const statement of edition ? statements : []) {
      const entity = graph.entities.get(statement.entity);
      const property = types.get(entity?.type ?? '')?.properties.get(statement.path);
      const at = `${statement.path}/${part}`;
      const value = entity?.properties[statement.path];
      if (!entity || !edition || !property || !isObject(value) || !kindOf(property).composition) continue;
      const isRecorded = originsOf(entity.origins, at)[0]?.source === 'record' && entity.origins.has(at);
      if (!isRecorded || found.has(keyOf(entity, at))) continue;
      const words = wordsOf(language);
      const written = words.writer.write(value, property);
      const before = textBefore(statement, edition);
      const [recorded, stated] = recall(
        'limits of a number',
        [basis, language, written, before, statement.words],
        (): [Relation | null, Relation | null] => [
          relationIn(written, words) ?? null,
          relationInLink(before, statement, words) ?? null,
        ],
      );
      if (recorded === null || stated === null || recorded === stated) continue;
      const values = {
        entity: entity.id,
        property: `${property.name}.${part}`,
        expected: stated,
        found: String(value[part] ?? ''),
        words: statement.words,
      };
      const related = [{ location: statement.location, role: 'sentence' }];
      found.set(
        keyOf(entity, at),
        diagnose('qualifier-agrees-with-text', locateValue(entity, at), values, related),
      );
    }
  }
  return [...found.values()];
}

function keyOf({ id }: Entity, path: string): string {
  return `${id} ${path}`;
}

/** What limits the number that a link states: in its words, at their beginning where they have no figures, or before them. */
function relationInLink(before: string, statement: Statement, words: EditionWords): Relation | undefined {
  const [first = '', second = ''] = statement.words.split(/\s+/);
  const beginnings = [`${first} 5`, `${first} ${second} 5`];
  return [statement.words, ...beginnings, `${before}5`]
    .map((text) => relationIn(text, words))
    .find((relation) => relation !== undefined);
}

/** What limits the last number of some words that has a limit. */
function relationIn(text: string, { findValues }: EditionWords): Relation | undefined {
  return findValues(text).findLast(({ relation }) => relation !== undefined)?.relation;
}

/** The end of the text that stands before the link of a statement in its segment; '' where the link is first. */
function textBefore({ entity, path, words, segment }: Statement, { segments }: Edition): string {
  const target = `${entity}#${path}`;
  let before = '';
  let isFound = false;
  const visit = (node: Nodes): void => {
    if (isFound) return;
    if (node.type === 'link' && node.url === target && plainText(node) === words) isFound = true;
    else if ('children' in node) for (const child of node.children) visit(child);
    else before += plainText(node);
  };
  const own = segments.find((one) => one.segment.index === segment);
  if (own) visit(own.node);
  return isFound ? before.slice(-reach) : '';
}
