import { originsOf } from '../../graph/locate-value.ts';
import type {
  CitationStyle,
  Diagnostic,
  EditionConfiguration,
  Entity,
  EntityId,
  Language,
  Location,
  Recall,
  Vocabulary,
} from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import type { LocatedEdition } from '../located-edition.ts';
import { publishedAnchor } from '../published-anchor.ts';
import { findLost, type LostFact } from './find-lost.ts';
import { readMonths } from './month-names.ts';
import { readNameLimits } from './name-limits.ts';

/** An edition with the style of its reference list. */
export interface ListedEdition {
  configuration: EditionConfiguration;
  style: CitationStyle;
  built: LocatedEdition;
}

interface Loss extends LostFact {
  work: Entity;
  style: string;
  languages: Language[];
}

/**
 * Holds the reference list of each edition, as it is printed, against the bibliography: what an item has of the facts that
 * `findLost` names stands in its entry. Styles are known by their names in tinkuy.yaml; what one loses in several editions is
 * one finding.
 * Findings: reference-is-complete, at the variable of the item; at the style in tinkuy.yaml where it has no reference list.
 */
export function checkReferenceLists(
  editions: readonly ListedEdition[],
  entities: Iterable<Entity>,
  vocabulary: Vocabulary,
  recall: Recall,
): Diagnostic[] {
  const works = [...entities].filter(({ csl }) => csl !== undefined);
  const losses = new Map<string, Loss>();
  const diagnostics: Diagnostic[] = [];
  for (const edition of works.length === 0 ? [] : editions) {
    const { language, citationStyle: style, location } = edition.configuration;
    if (!hasList(edition.style)) {
      const values = { context: 'list', language, style };
      if (location) diagnostics.push(diagnose('reference-is-complete', location, values));
      continue;
    }
    for (const [work, lost] of findLosses(edition, works, recall)) {
      for (const fact of lost) {
        const key = [work.id, style, fact.variable, fact.value].join('\n');
        const known = losses.get(key);
        if (known) known.languages.push(language);
        else losses.set(key, { ...fact, work, style, languages: [language] });
      }
    }
  }
  for (const { work, style, languages, variable, value } of losses.values()) {
    const values = { entity: work.id, style, language: languages.join(', '), variable, expected: value };
    diagnostics.push(diagnose('reference-is-complete', locate(work, variable, vocabulary), values));
  }
  return diagnostics;
}

function hasList({ style }: CitationStyle): boolean {
  return style.children.some((child) => typeof child !== 'string' && child.name === 'bibliography');
}

function findLosses(
  { built, style }: ListedEdition,
  works: readonly Entity[],
  recall: Recall,
): [Entity, LostFact[]][] {
  const limits = readNameLimits(style.style);
  const months = readMonths(style);
  const entries = readEntries(built);
  const rest = JSON.stringify([limits, months]);
  return works.flatMap((work): [Entity, LostFact[]][] => {
    const { id, csl } = work;
    const text = entries.get(publishedAnchor(id));
    if (text === undefined || csl === undefined) return [];
    const lost = recall('lost in a reference list', [JSON.stringify(csl), text, rest], () =>
      findLost(csl, text, limits, months),
    );
    return lost.length === 0 ? [] : [[work, lost]];
  });
}

/** Words of the back matter by the anchors that they follow. */
function readEntries({ text }: LocatedEdition): Map<EntityId, string> {
  const lists = text.built.sections.filter(({ id }) => id === '_references' || id === '_complementary');
  return new Map(lists.flatMap(({ anchors }) => anchors.map(({ id, textAfter }) => [id, textAfter])));
}

/** Where the bibliography has the variable; the item where it has no property. */
function locate(work: Entity, variable: string, vocabulary: Vocabulary): Location {
  const properties = [...(vocabulary.types.get(work.type)?.properties.values() ?? [])];
  const property = properties.find(({ csl }) => csl === variable)?.name ?? '';
  const own = [...work.origins].flatMap(([path, origins]) =>
    path === property || path.startsWith(`${property}/`) ? origins : [],
  );
  const places = [...own, ...originsOf(work.origins, property)];
  const place = places.find(({ source }) => source === 'bibliography') ?? places[0];
  if (!place) throw new Error(`${work.id} has no origin`);
  return place.location;
}
