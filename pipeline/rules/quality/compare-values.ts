import type { TextRange, TextValue, ValueForm } from '../../model.ts';
import { haveOneMeasure } from '../../values/measure-readings.ts';
import { isLimitedOutside, limitAlike } from './compare-limits.ts';

/** A value of the source beside the one that a translation has in its place. */
export interface ValuePair {
  source: TextValue;
  target: TextValue;
}

/** What is left of two texts' values after those that agree have been taken away. */
export interface ValueComparison {
  /** Both texts have a value of this kind that the other has not; in the order of the texts. */
  changed: ValuePair[];
  missing: TextValue[];
  extra: TextValue[];
  /** The number is the same only if the translation's is read by the customs of another locale. */
  misread: ValuePair[];
  /** The same number, with another unit, or with one on one side only. */
  unitChanged: ValuePair[];
  /** The same number, limited the other way: "at least" for "at most", or a sign that is gone. */
  relationChanged: ValuePair[];
  /** The same two numbers, each at the other's end of a range. */
  turned: ValuePair[];
}

/** Texts whose values are compared, with the ranges that parity has compared already. */
interface Side {
  values: TextValue[];
  stated: TextRange[];
}

/**
 * Compares two texts' values as multisets: their order is the language's own. What parity has compared
 * is never reported, but may be the counterpart of what it has not: a link may have other words around its value.
 * Small numbers in words, ordinals and Roman numerals count where both sides have one that the other lacks: "both" has
 * no number.
 */
export function compareValues(source: Side, target: Side): ValueComparison {
  const rest = { source: sortOut(source), target: sortOut(target) };
  const mates = new Map<TextValue, TextValue>();
  const stated: ValuePair[] = [];
  const match = (agree: (pair: ValuePair) => boolean, isAlike?: typeof areAlike): ValuePair[] => {
    const taken: ValuePair[] = [];
    for (const one of [...rest.source]) {
      const isMate = (other: Sorted): boolean =>
        (isAlike?.(one, other) ?? true) && agree({ source: one.value, target: other.value });
      const mate = rest.target.find(isMate);
      if (!mate) continue;
      rest.source.splice(rest.source.indexOf(one), 1);
      rest.target.splice(rest.target.indexOf(mate), 1);
      mates.set(one.value, mate.value);
      const pair = { source: one.value, target: mate.value };
      if (!one.isStated && !mate.isStated) taken.push(pair);
      if (one.isStated && mate.isStated) stated.push(pair);
    }
    return taken;
  };

  const equal: ValuePair[] = [];
  for (const isAlike of [areAlike, undefined]) {
    for (const agree of [isTwin, isSame, isSure, isEqualWithLimits, isEqualWithUnit])
      equal.push(...match(agree, isAlike));
  }
  const unitChanged = [...match(areEqual, areAlike), ...match(areEqual)];
  const turned = findTurned(source.values, target.values, mates).filter(
    ({ source: one, target: other }) => !isStatedIn(one, source) && !isStatedIn(other, target),
  );
  spellRatios(rest.source, rest.target);
  spellRatios(rest.target, rest.source);
  const misread = match(isMisread).filter(({ source: one, target: other }) => one.value ?? other.value);
  const changed = [
    ...timeForms.flatMap((form) => match(isPairOf(form))),
    ...match(isCertainPair),
    ...match(isPairOf('figures', 'cardinal')),
    ...match(({ source: one, target: other }) => isPart(one) && isPart(other)),
    ...match(isPairOf('ordinal', 'roman')),
    ...match(isOtherThanFirst),
    ...match(isPairOfNumerals),
  ].sort((a, b) => a.target.start - b.target.start);
  // "Eight of them … and the eight": a number in words may be said again; and "one" is an article elsewhere, so that "1" has no mate.
  const isRepeated = (value: TextValue, { values }: Side): boolean =>
    values.some(
      (other) =>
        (isInWords(value.form) || (value.value === '1' && isInWords(other.form))) &&
        areEqual({ source: value, target: other }),
    );
  rest.source = rest.source.filter(({ value }) => !isRepeated(value, target));
  rest.target = rest.target.filter(({ value }) => !isRepeated(value, source));
  return {
    changed,
    missing: certain(rest.source),
    extra: certain(rest.target),
    misread,
    unitChanged,
    relationChanged: [...equal, ...unitChanged, ...stated.filter(isLimitedOutside(source, target))].filter(
      ({ source: one, target: other }) => !limitAlike(one, other),
    ),
    turned,
  };
}

/** Forms that are compared with their own only, unless one is the other's reading. */
const timeForms: readonly ValueForm[] = ['month', 'weekday', 'clock', 'rate', 'era', 'hemisphere', 'script'];

/** Takes away ratios that the other text has as two numbers: "2:1" is "2 a 1"; and "2 h 30 min", which are two hours and 30 minutes. */
function spellRatios(ratios: Sorted[], numbers: Sorted[]): void {
  for (const ratio of ratios.filter(({ value }) => value.form === 'ratio' || value.form === 'clock')) {
    const isTime = ratio.value.form === 'clock';
    if (isTime && !numbers.some(({ value }) => value.units.some((code) => code.endsWith('minute')))) continue;
    const parts =
      ratio.value.value?.split(':').map((part) => (isTime ? part.replace(/^0(?=\d)/, '') : part)) ?? [];
    const first = numbers.find(({ value }) => value.value === parts[0]);
    const isBehind = ({ value }: Sorted) => first !== undefined && value.start >= first.value.end;
    const second = numbers.find((one) => isBehind(one) && one.value.value === parts[1]);
    if (!first || !second) continue;
    ratios.splice(ratios.indexOf(ratio), 1);
    for (const part of [first, second]) numbers.splice(numbers.indexOf(part), 1);
  }
}

interface Sorted {
  value: TextValue;
  isStated: boolean;
}

function sortOut({ values, stated }: Side): Sorted[] {
  return values.map((value) => ({ value, isStated: isStatedIn(value, { values, stated }) }));
}

function isStatedIn(value: TextValue, { stated }: Side): boolean {
  return stated.some((range) => range.start <= value.start && value.end <= range.end);
}

function certain(values: Sorted[]): TextValue[] {
  return values.filter(({ value, isStated }) => value.isCertain && !isStated).map(({ value }) => value);
}

function areAlike(source: Sorted, target: Sorted): boolean {
  return source.isStated === target.isStated;
}

function areEqual({ source, target }: ValuePair): boolean {
  // A name in figures is written alike, whatever its signs would mean in a number.
  if (source.form === 'label' && target.form === 'figures') return isNameOf(source, target);
  if (target.form === 'label' && source.form === 'figures') return isNameOf(target, source);
  if (isArticleOf(source, target) || isArticleOf(target, source)) return false;
  if (source.value !== undefined && source.value === target.value) return true;
  // "x²" is not "x₂", though "x2" may be either.
  if (source.form === 'script' && target.form === 'script') return false;
  // "0,0" and "1.2.3" are no numbers, to whichever of the two.
  const isNoNumber = (one: TextValue) => one.written !== '' && one.written === one.value && !isDecimal(one);
  if (source.written === target.written && (isNoNumber(source) || isNoNumber(target))) return true;
  // What the source's own locale does not read is a name in both: coordinates, "(0,0)".
  if (source.written !== '' && source.written === target.written && source.value === undefined) return true;
  return readingsOf(source).some((reading) => readingsOf(target).includes(reading));
}

/** "Una" is an article beside "la primera". */
function isArticleOf(one: TextValue, other: TextValue): boolean {
  return one.form === 'cardinal' && one.value === '1' && other.form === 'ordinal' && !other.isCertain;
}

function isDecimal({ value = '' }: TextValue): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(value);
}

function isNameOf(label: TextValue, figures: TextValue): boolean {
  return (
    label.value === figures.written || readingsOf(label).some((one) => readingsOf(figures).includes(one))
  );
}

function readingsOf({ value, others }: TextValue): string[] {
  return value === undefined ? [...others] : [value, ...others];
}

/** Of two that are written alike, the one that may be a time is rather the time. */
function isTwin(pair: ValuePair): boolean {
  return isSame(pair) && pair.source.others.join() === pair.target.others.join();
}

function isSame(pair: ValuePair): boolean {
  return isEqualWithLimits(pair) && pair.source.form === pair.target.form;
}

/** Figures before words: "1.0" is rather "versão 1.0" than "uma". */
function isSure(pair: ValuePair): boolean {
  return isEqualWithLimits(pair) && pair.source.isCertain && pair.target.isCertain;
}

function isEqualWithLimits(pair: ValuePair): boolean {
  return isEqualWithUnit(pair) && limitAlike(pair.source, pair.target);
}

function isEqualWithUnit(pair: ValuePair): boolean {
  return areEqual(pair) && sameUnit(pair);
}

function isMisread({ source, target }: ValuePair): boolean {
  return target.foreign !== undefined && [source.value, source.foreign].includes(target.foreign);
}

function isInWords(form: ValueForm): boolean {
  return form === 'cardinal' || form === 'ordinal' || form === 'roman' || form === 'fraction';
}

/** A unit in words may be left out or be said in other words; a sign may not. */
function sameUnit({ source, target }: ValuePair): boolean {
  const [one, other] = [source.units, target.units];
  // Half an hour is 30 minutes.
  if (haveOneMeasure(source, target)) return true;
  // "18 h" is a time as well, and a time has no unit.
  if (source.value !== target.value && (source.form === 'clock' || target.form === 'clock')) return true;
  if (one.length === 0) return !target.isUnitSign || meet(other, source.sharedUnits);
  if (other.length === 0) return !source.isUnitSign || meet(one, target.sharedUnits);
  return meet(one, other);
}

function meet(one: readonly string[], other: readonly string[]): boolean {
  return (one.length === 0 && other.length === 0) || one.some((code) => other.includes(code));
}

/** Ranges of two numbers that a translation has the other way round. */
function findTurned(source: TextValue[], target: TextValue[], mates: Map<TextValue, TextValue>): ValuePair[] {
  return source.flatMap((start, index): ValuePair[] => {
    const end = source[index + 1];
    if (!start.isRangeStart || !end || start.value === end.value) return [];
    const [first, second] = [mates.get(start), mates.get(end)];
    if (!first || !second) return [];
    const at = target.indexOf(second);
    const isTurned = second.isRangeStart && target[at + 1] === first;
    return isTurned ? [{ source: start, target: second }] : [];
  });
}

/** One of the two is in figures, and the other could stand for it. */
function isCertainPair({ source, target }: ValuePair): boolean {
  if (timeForms.includes(source.form) || timeForms.includes(target.form)) return false;
  return (source.isCertain || target.isCertain) && isCount(source) && isCount(target);
}

/** A part of a whole: "half", and "third", which may be one. */
function isPart({ form, others }: TextValue): boolean {
  return (
    form === 'fraction' || (form === 'ordinal' && others.some((other) => /^\d+\/\d+$|^0\.\d+$/.test(other)))
  );
}

function isPairOf(...forms: ValueForm[]): (pair: ValuePair) => boolean {
  return ({ source, target }) =>
    forms.includes(source.form) && forms.includes(target.form) && isCount(source) && isCount(target);
}

/** "First" may be an adverb, but not where the other text counts further. */
function isOtherThanFirst({ source, target }: ValuePair): boolean {
  return source.form === 'ordinal' && target.form === 'ordinal' && (isCount(source) || isCount(target));
}

/** "World War II" is not the first, nor that of "World War I" the second. */
function isPairOfNumerals({ source, target }: ValuePair): boolean {
  const forms = [source.form, target.form];
  return forms.includes('roman') && forms.every((form) => form === 'roman' || form === 'ordinal');
}

/** "One" is an article in most languages, and "zero" a word for nothing. */
function isCount({ form, value }: TextValue): boolean {
  return !isInWords(form) || (value !== '0' && value !== '1');
}
