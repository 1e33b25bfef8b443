import { distance } from 'fastest-levenshtein';
import type { Diagnostic, EntityId, EntityType, Property, PropertyPath, Vocabulary } from '../model.ts';
import { suggest, suggestAmong } from '../rules/likely-names.ts';
import type { RuleId } from '../rules/rules.ts';
import { slugOfKey } from '../values/citation-key.ts';
import { isPosition } from '../values/is-position.ts';
import { slugify } from './slugify.ts';

/** What the address of a link says, before its words and title are looked at. */
export type LinkAddress =
  /** Leads elsewhere: another scheme, a relative path, a fragment. */
  | { kind: 'ordinary' }
  | ({ kind: 'mention' } & NamedEntity)
  | ({ kind: 'property'; path: PropertyPath; property: Property } & NamedEntity)
  /** Meant as an annotation, but not one: the finding to make. */
  | { kind: 'mistake'; rule: RuleId; values: Diagnostic['values'] };

interface NamedEntity {
  entity: EntityId;
  type: EntityType;
  /** The work's key in the bibliography, where the address has that for the second half of the id. */
  key?: string;
}

/** Schemes that are near the names of types, and common in texts (https://www.iana.org/assignments/uri-schemes). */
const ordinarySchemes: ReadonlySet<string> = new Set(
  (
    'ark cid data doi ftp ftps geo git hdl http https info irc isbn isni issn jar javascript ldap mailto mid news ' +
    'oai orcid pmid purl ror sip sips sms ssh svn swh tag tel urn vbscript wd ws wss xmpp'
  ).split(' '),
);

/** Most letters in which a mistyped type may differ; in names of three letters one, or two that changed places. */
const lettersMax = 2;

const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Reads the address of a link: `type:id`, `type:id#property`, `type:id#property.part`. A work may be named by its key in
 * the bibliography, too.
 */
export function parseAnnotation(url: string, vocabulary: Vocabulary): LinkAddress {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(url);
  const [, scheme = '', rest = ''] = match ?? [];
  if (!match || rest.startsWith('//')) return { kind: 'ordinary' };
  const type = vocabulary.types.get(scheme);
  if (!type) {
    const file = vocabulary.elsewhere?.get(scheme);
    if (file !== undefined)
      return mistake('entity-type-is-known', { context: 'elsewhere', type: scheme, entity: url, file });
    const likely = ordinarySchemes.has(scheme.toLowerCase()) ? undefined : nearestType(scheme, vocabulary);
    if (likely === undefined) return { kind: 'ordinary' };
    return mistake('entity-type-is-known', { type: scheme, entity: url, ...suggestAmong([likely]) });
  }
  if (type.abstract) {
    const likely = suggestAmong(concreteTypes(type, vocabulary));
    return mistake('entity-type-is-known', { type: scheme, entity: url, ...likely });
  }
  const hash = rest.indexOf('#');
  const written = hash < 0 ? rest : rest.slice(0, hash);
  const isKey = type.role === 'bibliography' && !slugPattern.test(written);
  const slug = isKey ? slugOfKey(written) : written;
  const key = isKey ? { key: written } : {};
  if (!slugPattern.test(slug)) {
    const likely = slugify(written);
    const suggestion = suggestAmong(likely ? [`${scheme}:${likely}`] : []);
    return mistake('entity-id-is-well-formed', { id: `${scheme}:${written}`, ...suggestion });
  }
  const entity = `${scheme}:${slug}`;
  if (hash < 0) return { kind: 'mention', entity, type, ...key };
  const path = rest.slice(hash + 1);
  return path === ''
    ? mistake('annotation-is-well-formed', { found: url })
    : readPath({ entity, type, ...key }, path);
}

function readPath(named: NamedEntity, path: PropertyPath): LinkAddress {
  const { type } = named;
  let known = type.properties;
  let property: Property | undefined;
  for (const step of path.split('.')) {
    if (property?.structure && property.many && isPosition(step)) continue;
    const owner = property?.name ?? type.name;
    property = known.get(step);
    if (!property) {
      return mistake('property-is-known', { property: step, type: owner, ...suggest(step, known.keys()) });
    }
    known = property.parts;
  }
  return property ? { kind: 'property', ...named, path, property } : { kind: 'ordinary' };
}

function mistake(rule: RuleId, values: Diagnostic['values']): LinkAddress {
  return { kind: 'mistake', rule, values };
}

function nearestType(scheme: string, vocabulary: Vocabulary): string | undefined {
  const name = scheme.toLowerCase();
  const candidates = [...vocabulary.types.keys()]
    .map((type) => ({ type, letters: distance(name, type) }))
    .filter(({ type, letters }) => {
      const isShort = Math.min(name.length, type.length) <= 3;
      return letters <= (isShort && sorted(name) !== sorted(type) ? 1 : lettersMax);
    });
  return candidates.sort((a, b) => a.letters - b.letters || (a.type < b.type ? -1 : 1))[0]?.type;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

function concreteTypes(type: EntityType, vocabulary: Vocabulary): string[] {
  const types = [...vocabulary.types.values()];
  return types
    .filter((other) => !other.abstract && other.supertypes.includes(type.name))
    .map(({ name }) => name);
}
