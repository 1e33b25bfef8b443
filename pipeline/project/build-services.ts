import type { Tool } from '../publish/data/provenance.ts';
import type { CitationStyle } from '../publish/references.ts';
import type { ReadsCurrencies } from '../values/currency-locale.ts';

/** What the stages need of the machine. */
export interface BuildServices {
  /** A CSL style by name, with the locale of a BCP 47 tag; undefined where there is no such style. */
  readCitationStyle: (name: string, tag: string) => Promise<CitationStyle | undefined>;
  /** The program that builds, and what the environment says about the build. */
  tool: Tool;
  /** CLDR's names and signs of currencies, by the tag of a locale. */
  readCurrencies: ReadsCurrencies;
  /** SHA-256 of a text's UTF-8 bytes, in hexadecimal. */
  digest: (text: string) => string;
  /** Called with the key of each stage that begins (locales/<lang>/cli.json, "stages"). */
  progress: (stage: string) => void;
}
