import type {
  Diagnostic,
  Document,
  Entity,
  Graph,
  Json,
  JsonObject,
  SourceFile,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isNamedBy } from '../values/is-named-by.ts';
import { isObject, showValue } from '../values/json-value.ts';
import { labelProperty } from './label-property.ts';
import { locateValue } from './locate-value.ts';

/**
 * What a front matter says of a work that it names as an entity is what the bibliography says of it: where a map has a key that
 * names an entity, and keys that are variables of CSL (`x-csl` of schemas/front-matter.json), each is held against the item. What
 * only one of the two says is no finding. A date may be less exact, a title may lack its subtitle, a name may have initials.
 * Findings: front-matter-agrees-with-bibliography.
 *
 * @param builtin files that come with the tool; schemas/front-matter.json is among them
 */
export function checkFrontMatterWork(
  document: Document,
  graph: Graph,
  vocabulary: Vocabulary,
  builtin: readonly SourceFile[],
): Diagnostic[] {
  const file = builtin.find(({ path }) => path === 'schemas/front-matter.json');
  const schema = JSON.parse(file?.text ?? '{}') as JsonObject;
  return mapsWithWorks(document.frontMatter.value, schema, '', graph).flatMap((found) =>
    checkWork(found, document, vocabulary),
  );
}

/** A map that names a work, its place, and the variable of CSL that each of its keys is. */
interface WorkMap {
  value: JsonObject;
  path: string;
  work: Entity;
  variables: [key: string, variable: string][];
}

function mapsWithWorks(value: Json, schema: JsonObject, path: string, graph: Graph): WorkMap[] {
  const within = (key: string) => (path === '' ? key : `${path}/${key}`);
  if (Array.isArray(value)) {
    const items = isObject(schema.items) ? schema.items : {};
    return value.flatMap((item, index) => mapsWithWorks(item, items, within(String(index)), graph));
  }
  if (!isObject(value) || !isObject(schema.properties)) return [];
  const keys = Object.entries(schema.properties).filter(
    (entry): entry is [string, JsonObject] => entry[0] in value && isObject(entry[1]),
  );
  const below = keys.flatMap(([key, part]) => mapsWithWorks(value[key] ?? null, part, within(key), graph));
  const named = keys.find(([, { $ref }]) => typeof $ref === 'string' && $ref.endsWith('#/$defs/entity'));
  const id = named && value[named[0]];
  const work = typeof id === 'string' ? graph.entities.get(id) : undefined;
  const variables = keys.flatMap(([key, { 'x-csl': variable }]): [string, string][] =>
    typeof variable === 'string' ? [[key, variable]] : [],
  );
  return work?.csl && variables.length > 0 ? [{ value, path, work, variables }, ...below] : below;
}

function checkWork(
  { value, path, work, variables }: WorkMap,
  { frontMatter: { locate } }: Document,
  { types }: Vocabulary,
): Diagnostic[] {
  const properties = [...(types.get(work.type)?.properties.values() ?? [])];
  return variables.flatMap(([key, variable]) => {
    const property = properties.find(({ csl }) => csl === variable)?.name ?? labelProperty;
    const [said, listed] = [textsOf(value[key]), textsOf(work.properties[property])];
    const names = variable === 'title' ? [...listed, ...namesOf(work)] : listed;
    if (said.length === 0 || names.length === 0) return [];
    const isList = Array.isArray(value[key]);
    const agrees = (text: string): boolean => names.some((name) => isSame(text, name, variable));
    return said.flatMap((text, index) => {
      if (agrees(text)) return [];
      const at = isList ? `${path}/${key}/${index}` : `${path}/${key}`;
      const found = {
        property: at.replaceAll('/', '.'),
        entity: work.id,
        expected: listed.join('; '),
        found: text,
      };
      const related = [{ location: locateValue(work, property), role: 'item' }];
      return [diagnose('front-matter-agrees-with-bibliography', locate(at), found, related)];
    });
  });
}

/** Other names of a work are titles of it, too. */
function namesOf({ properties }: Entity): string[] {
  return Object.values(properties).flatMap((value) => (isObject(value) ? textsOf(value) : []));
}

function textsOf(value: Json | undefined): string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (isObject(value)) return [...new Set(Object.values(value).flatMap(textsOf))];
  return [showValue(value)];
}

/** Variables whose texts are names of people or bodies. */
const names: readonly string[] = ['author', 'editor', 'translator'];

/** Variables whose texts may go on behind a full stop or a colon. */
const titles: readonly string[] = ['title', 'container-title'];

function isSame(said: string, listed: string, variable: string): boolean {
  if (names.includes(variable)) return isNamedBy(said, listed);
  const [one, other] = [plain(said), plain(listed)];
  if (one === other) return true;
  if (variable === 'issued') return one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
  if (variable === 'URL' || variable === 'DOI') return one.replace(/\/$/, '') === other.replace(/\/$/, '');
  return titles.includes(variable) && (isBeginning(one, other) || isBeginning(other, one));
}

/** As it is compared: whatever the case, the quotation marks and the dash. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[‐‑‒–—−]/gu, '-')
    .replace(/[“”„«»"]/gu, '"')
    .replace(/[’‘]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

function isBeginning(short: string, long: string): boolean {
  return long.startsWith(short) && /^\s*[.:?!-]/.test(long.slice(short.length));
}
