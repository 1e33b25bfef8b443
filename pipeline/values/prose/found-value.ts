import type { TextValue } from '../../model.ts';

type Given = Pick<TextValue, 'form' | 'start' | 'end' | 'value' | 'isCertain'> &
  Partial<Pick<TextValue, 'others' | 'foreign' | 'written'>>;

/** A value as it is found; its unit and what limits it are read once all numbers of the text are known. */
export function foundValue(given: Given): TextValue {
  return {
    written: '',
    others: [],
    foreign: undefined,
    units: [],
    unitWords: '',
    sharedUnits: [],
    isUnitSign: false,
    relation: undefined,
    isRelationSign: false,
    isRangeStart: false,
    ...given,
  };
}
