import type { Relation, TextRange, TextValue } from '../../model.ts';

/** A value of the source beside the one that a translation has in its place. */
interface LimitedPair {
  source: TextValue;
  target: TextValue;
}

/** The ranges of a text that parity has compared. */
interface LimitedText {
  stated: readonly TextRange[];
}

const directions: Record<Relation, 'up' | 'down' | 'near' | 'around'> = {
  '>': 'up',
  '≥': 'up',
  '<': 'down',
  '≤': 'down',
  '~': 'near',
  '±': 'around',
};

/** Words that limit a number may be others, or be missing, as long as they do not say the contrary; a sign stays what it is. */
export function limitAlike(source: TextValue, target: TextValue): boolean {
  const [one, other] = [source.relation, target.relation];
  if (one === other) return true;
  if (one === undefined) return !target.isRelationSign;
  if (other === undefined) return !source.isRelationSign;
  const pair = [directions[one], directions[other]];
  if (pair[0] === pair[1]) return !(source.isRelationSign && target.isRelationSign);
  const isSign = source.isRelationSign || target.isRelationSign;
  return isSign ? false : pair.includes('near');
}

/** What a link states is compared elsewhere, with the words inside that limit it; not those outside: "more than [5 km](…)". */
export function isLimitedOutside(source: LimitedText, target: LimitedText): (pair: LimitedPair) => boolean {
  const isAlone = ({ start, end, unitWords }: TextValue, { stated }: LimitedText): boolean => {
    const room = unitWords.length + 4;
    return stated.some(
      (range) =>
        range.start <= start && end <= range.end && start - range.start <= room && range.end - end <= room,
    );
  };
  return ({ source: one, target: other }) => isAlone(one, source) && isAlone(other, target);
}
