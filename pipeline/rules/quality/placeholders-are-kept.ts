import type { QualityRule } from './quality-rule.ts';
import { reportTokens } from './report-tokens.ts';

const id = 'placeholders-are-kept';

/** "{{name}}", "{name}", "${name}", "%(name)s", "%s", "%1$d". */
const placeholder = /\{\{\s*[\w.-]+\s*\}\}|\$?\{[\w.-]+\}|%\(\w+\)[sd]|(?<!\p{Nd})%(?:\d\$)?[sd](?!\p{L})/gu;

/** Placeholders, which a program fills, are those of the source. */
export const placeholdersAreKept: QualityRule = { id, check: (pair) => reportTokens(id, pair, placeholder) };
