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
 * link to its entities would be a finding, and the one that matters would be lost among hundreds. A link with a wrong
 * address has, of course, another thing's name.
 */
export function withoutConsequences(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const isSchemaBroken = diagnostics.some(
    ({ rule, location, isAdvice }) =>
      isAdvice !== true && !harmless.includes(rule) && /^(?:source\/[^/]+\/)?schemas\//.test(location.path),
  );
  const broken = new Set(
    diagnostics.filter(isUnreadData).map(({ location }) => publicationOf(location.path)),
  );
  const moved = diagnostics
    .filter(({ rule }) => rule === 'link-target-is-kept')
    .map(({ location }) => location);
  return diagnostics.filter(({ rule, location }) => {
    if (rule === 'mention-uses-a-known-name' && moved.some((link) => isIn(location, link))) return false;
    if (isSchemaBroken && aboutVocabulary.includes(rule)) return false;
    return !(aboutEntities.includes(rule) && broken.has(publicationOf(location.path)));
  });
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
