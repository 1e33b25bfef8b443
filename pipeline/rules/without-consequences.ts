import type { Diagnostic, Location } from '../model.ts';

/** That something is nowhere told of, which the file that could not be read may do. */
const aboutEntities: readonly Diagnostic['rule'][] = [
  'blank-has-a-value',
  'entity-is-known',
  'note-target-is-known',
  'record-is-used',
  'reference-resolves',
  'required-property-is-present',
];

/** That the vocabulary lacks something, which the schema with a mistake may declare. */
const aboutVocabulary: readonly Diagnostic['rule'][] = [
  ...aboutEntities,
  'entity-type-is-known',
  'iri-scheme-is-safe',
  'property-is-known',
];

/** Files that all publications of a project share. */
const shared = /^source\/(?:entities\/|[^/]+$)/;

/** Rules that a schema breaks of which all else is read. */
const harmless: readonly Diagnostic['rule'][] = ['schema-keyword-is-known'];

/** Rules that a file of records or a bibliography breaks which is then not read. */
const unreadable: readonly Diagnostic['rule'][] = [
  'bibliography-is-well-formed',
  'record-is-well-formed',
  'yaml-is-well-formed',
];

/**
 * The diagnostics without those that most likely follow from another: while a file of records cannot be read, every
 * link to its entities would be a finding, and the one that matters would be lost among hundreds. Of a schema with a mistake the
 * types that rest on it are what nothing is said of. A link with a wrong address has, of course, another thing's name.
 *
 * @param typesRestingOn the entity types that rest on a file of schemas/; undefined where all may
 */
export function withoutConsequences(
  diagnostics: readonly Diagnostic[],
  typesRestingOn: (path: string) => ReadonlySet<string> | undefined = () => undefined,
): Diagnostic[] {
  const brokenSchemas = new Set(
    diagnostics
      .filter(({ rule, isAdvice }) => isAdvice !== true && !harmless.includes(rule))
      .map(({ location }) => location.path)
      .filter((path) => /^(?:source\/[^/]+\/)?schemas\//.test(path)),
  );
  const resting = [...brokenSchemas].map(typesRestingOn);
  const isUnjudged = (finding: Diagnostic): boolean => {
    const type = typeOf(finding);
    return resting.some((types) => types === undefined || type === undefined || types.has(type));
  };
  const unread = diagnostics.filter(isUnreadData).map(({ location }) => location.path);
  const broken = new Set(unread.map(publicationOf));
  const isOfShared = unread.some((path) => shared.test(path));
  const moved = diagnostics
    .filter(({ rule }) => rule === 'link-target-is-kept')
    .map(({ location }) => location);
  return diagnostics.filter((finding) => {
    const { rule, location } = finding;
    if (rule === 'mention-uses-a-known-name' && moved.some((link) => isIn(location, link))) return false;
    if (aboutVocabulary.includes(rule) && isUnjudged(finding)) return false;
    return !(aboutEntities.includes(rule) && (isOfShared || broken.has(publicationOf(location.path))));
  });
}

/** The entity type that a finding is about; undefined where it does not say. */
function typeOf({ values }: Diagnostic): string | undefined {
  const { type, entity } = values;
  if (type !== undefined) return String(type);
  return /^([a-z][a-z0-9]*):/.exec(String(entity ?? ''))?.[1];
}

function isIn(inner: Location, outer: Location): boolean {
  const [start, end] = [inner.start.offset ?? 0, inner.end.offset ?? 0];
  return inner.path === outer.path && start >= (outer.start.offset ?? 0) && end <= (outer.end.offset ?? 0);
}

function isUnreadData({ rule, location }: Diagnostic): boolean {
  return unreadable.includes(rule) && /^source\/.*\.(?:ya?ml|json)$/.test(location.path);
}

/** Name of the publication that a file of source/ or locales/ belongs to. */
function publicationOf(path: string): string | undefined {
  const [root, second, third] = path.split('/');
  return root === 'locales' ? third?.replace(/\.po$/, '') : second;
}
