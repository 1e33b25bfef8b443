import type { TextRange, TextValue } from '../../model.ts';

/** A value of the source beside the one that a translation has in its place. */
export interface ValuePair {
  source: TextValue;
  target: TextValue;
}

/** What is left of two texts' numbers and months after those that agree have been taken away. */
export interface ValueComparison {
  /** Both texts have a value of this kind that the other has not; in the order of the texts. */
  changed: ValuePair[];
  missing: TextValue[];
  extra: TextValue[];
  /** The number is the same only if the translation's is read by the customs of another locale. */
  misread: ValuePair[];
  /** The same number, with another unit, or with one on one side only. */
  unitChanged: ValuePair[];
}

/** Texts whose values are compared, with the ranges that parity has compared already. */
interface Side {
  values: TextValue[];
  stated: TextRange[];
}

/**
 * Compares two texts' numbers and months as multisets: their order is the language's own. What parity has compared
 * is never reported, but may be the counterpart of what it has not: a link may have other words around its value.
 * Small numbers in words, ordinals and Roman numerals count where both sides have one that the other lacks: "both" has
 * no number.
 */
export function compareValues(source: Side, target: Side): ValueComparison {
  const rest = { source: sortOut(source), target: sortOut(target) };
  const match = (agree: (pair: ValuePair) => boolean, isAlike?: typeof areAlike): ValuePair[] => {
    const taken: ValuePair[] = [];
    for (const one of [...rest.source]) {
      const isMate = (other: Sorted): boolean =>
        (isAlike?.(one, other) ?? true) && agree({ source: one.value, target: other.value });
      const mate = rest.target.find(isMate);
      if (!mate) continue;
      rest.source.splice(rest.source.indexOf(one), 1);
      rest.target.splice(rest.target.indexOf(mate), 1);
      if (!one.isStated && !mate.isStated) taken.push({ source: one.value, target: mate.value });
    }
    return taken;
  };

  for (const isAlike of [areAlike, undefined]) {
    match((pair) => areEqual(pair) && sameUnit(pair) && pair.source.form === pair.target.form, isAlike);
    match((pair) => areEqual(pair) && sameUnit(pair), isAlike);
  }
  const unitChanged = [...match(areEqual, areAlike), ...match(areEqual)];
  const misread = match(isMisread).filter(({ source: one, target: other }) => one.value ?? other.value);
  // A law's number keeps the point that it has at home.
  match(
    ({ source: one, target: other }) =>
      one.foreign !== undefined && one.foreign === other.value && !other.unit,
  );
  const changed = [
    ...match(isPairOf('month')),
    ...match(isCertainPair),
    ...match(isPairOf('figures', 'cardinal')),
    ...match(isPairOf('ordinal', 'roman')),
  ].sort((a, b) => a.target.start - b.target.start);
  // "Eight of them … and the eight": a number in words may be said again.
  const isRepeated = (value: TextValue, { values }: Side): boolean =>
    isWritten(value) && values.some((other) => areEqual({ source: value, target: other }));
  rest.source = rest.source.filter(({ value }) => !isRepeated(value, target));
  rest.target = rest.target.filter(({ value }) => !isRepeated(value, source));
  return { changed, missing: certain(rest.source), extra: certain(rest.target), misread, unitChanged };
}

interface Sorted {
  value: TextValue;
  isStated: boolean;
}

function sortOut({ values, stated }: Side): Sorted[] {
  const isIn = (value: TextValue) => (range: TextRange) =>
    range.start <= value.start && value.end <= range.end;
  return values.map((value) => ({ value, isStated: stated.some(isIn(value)) }));
}

function certain(values: Sorted[]): TextValue[] {
  return values.filter(({ value, isStated }) => value.isCertain && !isStated).map(({ value }) => value);
}

function areAlike(source: Sorted, target: Sorted): boolean {
  return source.isStated === target.isStated;
}

function areEqual({ source, target }: ValuePair): boolean {
  if ((source.form === 'month') !== (target.form === 'month')) return false;
  return source.value !== undefined && source.value === target.value;
}

function isMisread({ source, target }: ValuePair): boolean {
  return target.foreign !== undefined && [source.value, source.foreign].includes(target.foreign);
}

function isWritten({ form }: TextValue): boolean {
  return form === 'cardinal' || form === 'ordinal' || form === 'roman';
}

/** A unit in words may be left out or be said in other words; a sign may not. */
function sameUnit({ source, target }: ValuePair): boolean {
  const [one, other] = [source.unit, target.unit];
  if (one === other) return true;
  if (one === undefined) return !target.isUnitSign || other === source.sharedUnit;
  if (other === undefined) return !source.isUnitSign || one === target.sharedUnit;
  // The dollar sign is that of many currencies.
  return one === '$' || other === '$';
}

/** One of the two is in figures, and the other could stand for it. */
function isCertainPair({ source, target }: ValuePair): boolean {
  if (source.form === 'month' || target.form === 'month') return false;
  return (source.isCertain || target.isCertain) && isCount(source) && isCount(target);
}

function isPairOf(...forms: TextValue['form'][]): (pair: ValuePair) => boolean {
  return ({ source, target }) =>
    forms.includes(source.form) && forms.includes(target.form) && isCount(source) && isCount(target);
}

/** "One" is an article in most languages, and "zero" a word for nothing. */
function isCount({ form, value }: TextValue): boolean {
  return form === 'figures' || form === 'month' || (value !== '0' && value !== '1');
}
