import type { QualityRule } from './quality-rule.ts';
import { reportTokens } from './report-tokens.ts';

const id = 'addresses-are-kept';

/** Web addresses, e-mail addresses and DOIs in the text, without the punctuation of the sentence behind them. */
const address =
  /(?:https?:\/\/|www\.)[^\s<>“”«»"\uFFFC]*[^\s<>“”«»"\uFFFC.,;:!?')\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w/.])10\.\d{4,9}\/[^\s<>“”«»"\uFFFC]*[^\s<>“”«»"\uFFFC.,;:!?')\]]/gu;

/** Addresses that stand in the text as they are, not as the target of a link, are those of the source. */
export const addressesAreKept: QualityRule = { id, check: (pair) => reportTokens(id, pair, address) };
