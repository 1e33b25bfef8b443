import type { Diagnostic, EntityId, Json, Property, Vocabulary } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { parseEntityId } from '../values/entity-id.ts';
import { isObject, sameJson, showValue } from '../values/json-value.ts';
import { kindOf } from '../values/kind-of.ts';
import { type Claim, type Claims, readClaims } from './take-claims.ts';

/** A text, and what it claims; undefined where it claims nothing. */
interface ClaimingText {
  name: string;
  claims: Claims | undefined;
}

/** A contradiction, and the publication that it is told in: that of the two which comes later. */
export interface Contradiction {
  name: string;
  finding: Diagnostic;
}

/**
 * Where publications contradict each other: each claim is held against the first that another publication has of the same. Only of
 * entities that several speak of anything is held. Finding: publications-agree.
 */
export function findContradictions(
  texts: readonly ClaimingText[],
  { types, units }: Vocabulary,
): Contradiction[] {
  const shared = listShared(texts);
  const first = new Map<string, { name: string; claim: Claim }[]>();
  const found: Contradiction[] = [];
  for (const { name, claims } of texts) {
    if (!claims?.entities.some((id) => shared.has(id))) continue;
    for (const claim of readClaims(claims)) {
      if (!shared.has(claim.entity)) continue;
      const key = `${claim.entity}#${claim.property}`;
      const property = types.get(parseEntityId(claim.entity)?.type ?? '')?.properties.get(claim.property);
      const others = (first.get(key) ?? []).filter((other) => other.name !== name);
      const isOther = (other: { claim: Claim }) =>
        property !== undefined && contradicts(other.claim.value, claim.value, property, units);
      const rival = others.find(isOther);
      const isKnown = others.some(({ claim: { value } }) => sameJson(value, claim.value));
      if (rival) found.push({ name, finding: tell(claim, rival.claim) });
      else if (!isKnown) addTo(first, key, { name, claim });
    }
  }
  return found;
}

function listShared(texts: readonly ClaimingText[]): ReadonlySet<EntityId> {
  const [once, twice] = [new Set<EntityId>(), new Set<EntityId>()];
  for (const id of texts.flatMap(({ claims }) => claims?.entities ?? []))
    (once.has(id) ? twice : once).add(id);
  return twice;
}

/** Values of another time or source do not contradict each other, nor does one that only says more exactly what the other says. */
function contradicts(a: Json, b: Json, property: Property, units: Vocabulary['units']): boolean {
  const { composition, same, agrees } = kindOf(property);
  if (sameJson(a, b) || same(a, b, units)) return false;
  if (!composition) return !(agrees?.(a, b, units) || agrees?.(b, a, units));
  if (!isObject(a) || !isObject(b)) return true;
  const isStated = ([name]: [string, Json]) => composition.stated.includes(name);
  const split = (value: Record<string, Json>, isWanted: boolean) =>
    Object.fromEntries(Object.entries(value).filter((part) => isStated(part) === isWanted));
  if (!sameJson(split(a, false), split(b, false))) return false;
  const [stated] = composition.stated;
  if (!(stated in a && stated in b)) return false;
  return !same(split(a, true), split(b, true), units);
}

function tell({ entity, property, value, location }: Claim, rival: Claim): Diagnostic {
  const values = {
    entity,
    property,
    expected: showValue(rival.value),
    found: showValue(value),
    other: rival.location.path,
  };
  return diagnose('publications-agree', location, values, [{ location: rival.location, role: 'statement' }]);
}
