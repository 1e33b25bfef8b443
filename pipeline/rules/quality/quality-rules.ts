// Made from the pages of docs/rules/ by `npm run generate:rules`; change those.
import { createPatternRule } from '../patterns/create-pattern-rule.ts';
import { acronymIsTheLanguages } from './acronym-is-the-languages.ts';
import { avoidedTermIsAbsent } from './avoided-term-is-absent.ts';
import { bracketsAreBalanced } from './brackets-are-balanced.ts';
import { capitalsFitLanguage } from './capitals-fit-language.ts';
import { charactersAreVisible } from './characters-are-visible.ts';
import { charactersAreWhole } from './characters-are-whole.ts';
import { commonTermIsUsed } from './common-term-is-used.ts';
import { datesAgreeAcrossEditions } from './dates-agree-across-editions.ts';
import { emphasisAgreesAcrossEditions } from './emphasis-agrees-across-editions.ts';
import { endPunctuationAgrees } from './end-punctuation-agrees.ts';
import { glossaryTermIsUsed } from './glossary-term-is-used.ts';
import { headingCapitalsFitLanguage } from './heading-capitals-fit-language.ts';
import { invertedMarksOpenWhatTheyClose } from './inverted-marks-open-what-they-close.ts';
import { languageIsTheEditions } from './language-is-the-editions.ts';
import { lengthIsInProportion } from './length-is-in-proportion.ts';
import { lettersAreNotTripled } from './letters-are-not-tripled.ts';
import { lettersAreOfOneScript } from './letters-are-of-one-script.ts';
import { linkStaysWithItsWords } from './link-stays-with-its-words.ts';
import { markupIsWhole } from './markup-is-whole.ts';
import { mentionUsesAKnownName } from './mention-uses-a-known-name.ts';
import { notesKeepTheirOrder } from './notes-keep-their-order.ts';
import { numbersAgreeAcrossEditions } from './numbers-agree-across-editions.ts';
import { numbersFollowTheLocale } from './numbers-follow-the-locale.ts';
import { polarityAgreesAcrossEditions } from './polarity-agrees-across-editions.ts';
import { punctuationIsInOrder } from './punctuation-is-in-order.ts';
import type { QualityRule } from './quality-rule.ts';
import { quotationMarksArePaired } from './quotation-marks-are-paired.ts';
import { quotationMarksFitLanguage } from './quotation-marks-fit-language.ts';
import { quotationsAreKept } from './quotations-are-kept.ts';
import { sentenceCountAgrees } from './sentence-count-agrees.ts';
import { spacingIsClean } from './spacing-is-clean.ts';
import { startOfSegmentAgrees } from './start-of-segment-agrees.ts';
import { translationDiffersFromSource } from './translation-differs-from-source.ts';
import { translationIsConsistent } from './translation-is-consistent.ts';
import { translationsAreDistinct } from './translations-are-distinct.ts';
import { translatorsNotesAreRemoved } from './translators-notes-are-removed.ts';
import { unitsAgreeAcrossEditions } from './units-agree-across-editions.ts';
import { wordsAreNotDoubled } from './words-are-not-doubled.ts';

/** Every rule on the wording of translations that comes with the tool, in the order of their ids. */
export const qualityRules: readonly QualityRule[] = [
  acronymIsTheLanguages,
  createPatternRule('addresses-are-kept', {
    pattern:
      '(?:https?://|www\\.)[^\\s<>“”«»"\\uFFFC]*[^\\s<>“”«»"\\uFFFC.,;:!?\')\\]]|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|(?<![\\w/.])10\\.\\d{4,9}/[^\\s<>“”«»"\\uFFFC]*[^\\s<>“”«»"\\uFFFC.,;:!?\')\\]]',
    expects: 'same-as-source',
  }),
  avoidedTermIsAbsent,
  bracketsAreBalanced,
  capitalsFitLanguage,
  charactersAreVisible,
  charactersAreWhole,
  commonTermIsUsed,
  datesAgreeAcrossEditions,
  emphasisAgreesAcrossEditions,
  endPunctuationAgrees,
  glossaryTermIsUsed,
  headingCapitalsFitLanguage,
  invertedMarksOpenWhatTheyClose,
  languageIsTheEditions,
  lengthIsInProportion,
  lettersAreNotTripled,
  lettersAreOfOneScript,
  linkStaysWithItsWords,
  markupIsWhole,
  mentionUsesAKnownName,
  notesKeepTheirOrder,
  numbersAgreeAcrossEditions,
  numbersFollowTheLocale,
  createPatternRule('placeholders-are-kept', {
    pattern:
      '\\{\\{\\s*[\\w.-]+\\s*\\}\\}|\\$?\\{[\\w.-]+\\}|%\\(\\w+\\)[sd]|(?<!\\p{Nd})%(?:\\d\\$)?[sd](?!\\p{L})',
    expects: 'same-as-source',
  }),
  polarityAgreesAcrossEditions,
  punctuationIsInOrder,
  quotationMarksArePaired,
  quotationMarksFitLanguage,
  quotationsAreKept,
  sentenceCountAgrees,
  spacingIsClean,
  startOfSegmentAgrees,
  translationDiffersFromSource,
  translationIsConsistent,
  translationsAreDistinct,
  translatorsNotesAreRemoved,
  unitsAgreeAcrossEditions,
  wordsAreNotDoubled,
];
