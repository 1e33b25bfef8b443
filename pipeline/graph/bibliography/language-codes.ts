import { iso6393 } from 'iso-639-3';
import type { LanguageCodes } from './language-tag.ts';

/** Codes of ISO 639, the shortest that a language has, by its English name and its longer codes. */
export function languageCodes(): LanguageCodes {
  const codes = new Map<string, string>();
  for (const { name, iso6391, iso6392B, iso6393: longest } of iso6393) {
    if (iso6392B === undefined) continue;
    const code = iso6391 ?? longest;
    // "Modern Greek (1453-)" is called by its first words.
    const plain = name.replace(/\s*\(.*\)$/, '').toLowerCase();
    for (const known of [plain, iso6392B, longest]) if (!codes.has(known)) codes.set(known, code);
  }
  return codes;
}
