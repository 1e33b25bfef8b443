import { francAll } from 'franc';
import { data } from 'franc/data.js';
import { expressions } from 'franc/expressions.js';
import { iso6393To1 } from 'iso-639-3/iso6393-to-1.js';
import type { Language } from '../../model.ts';
import { primaryLanguage } from '../../values/primary-language.ts';

/** Codes of the detector's languages where ISO 639-3 has one code for a group of them. */
const members: Record<string, string> = {
  ara: 'arb',
  aze: 'azj',
  est: 'ekk',
  fas: 'pes',
  lav: 'lvs',
  msa: 'zlm',
  nor: 'nob',
  sqi: 'als',
  swa: 'swh',
  uzb: 'uzn',
  yid: 'ydd',
  zho: 'cmn',
};

/** The detector's distances are shares of the length, and shrink in longer texts; runs of spaces would count. */
const lengthMax = 300;

/** Tells languages apart. */
export interface LanguageDetector {
  /** The languages of those asked for that the detector knows. */
  known: Language[];
  /** How far each is from being that of a text, the nearest first; the distance of that is 0. */
  rank: (text: string) => { language: Language; distance: number }[];
}

export function createDetector(languages: readonly Language[]): LanguageDetector {
  const codes = new Map<string, Language>();
  for (const language of languages) {
    const code = codeOf(language);
    if (code !== undefined) codes.set(code, language);
  }
  const only = [...codes.keys()];
  return {
    known: [...codes.values()],
    rank: (text) =>
      only.length === 0
        ? []
        : francAll(text.replace(/\s+/gu, ' ').slice(0, lengthMax), { only, minLength: 1 }).flatMap(
            ([code, nearness]) => {
              const language = codes.get(code);
              return language === undefined ? [] : [{ language, distance: 1 - nearness }];
            },
          ),
  };
}

function codeOf(language: Language): string | undefined {
  const base = primaryLanguage(language);
  const three = base.length === 3 ? base : Object.entries(iso6393To1).find(([, two]) => two === base)?.[0];
  const code = three === undefined ? undefined : (members[three] ?? three);
  if (code === undefined) return undefined;
  const isKnown = code in expressions || Object.values(data).some((models) => code in models);
  return isKnown ? code : undefined;
}
