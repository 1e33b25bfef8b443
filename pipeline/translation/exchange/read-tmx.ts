import type { Location } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { readEvents, type XmlReader } from './read-events.ts';
import { tmxTool } from './write-tmx.ts';

/** A translation unit as it stands in a memory. */
export interface TmxUnit {
  variants: TmxVariant[];
  /** Whether its codes are our Markdown; of another tool's segments only the words are kept. */
  isOwn: boolean;
}

export interface TmxVariant {
  /** Language tag as the file has it. */
  language: string;
  text: string;
}

/** Longest segment that is kept, in UTF-16 code units: longer ones are no segments. */
const lengthMax = 100_000;

/** Elements whose content is code, not words. */
const codeElements: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

/**
 * Reads TMX 1.x piece by piece, and hands over one unit at a time: what was handed over is forgotten.
 *
 * @param take is told every unit that has text in two languages or more
 */
export function readTmx(path: string, take: (unit: TmxUnit) => void): XmlReader {
  let isOwn = false;
  let variants: TmxVariant[] = [];
  let language = '';
  let text = '';
  let isInSegment = false;
  let codeDepth = 0;
  let isFirst = true;

  const open = (name: string, attributes: Record<string, string>, location: Location) => {
    if (isFirst) {
      isFirst = false;
      const found = [name, attributes.version].filter((part) => part !== undefined).join(' ');
      if (name !== 'tmx' || !/^1\./.test(attributes.version ?? '')) {
        return diagnose('exchange-format-is-known', location, { expected: 'tmx 1.4', found });
      }
    }
    if (name === 'header') isOwn = attributes.creationtool === tmxTool;
    else if (name === 'tu') variants = [];
    else if (name === 'tuv') language = attributes['xml:lang'] ?? attributes.lang ?? '';
    else if (name === 'seg') {
      isInSegment = true;
      text = '';
    } else if (codeElements.has(name)) codeDepth += 1;
    return undefined;
  };
  const close = (name: string): void => {
    if (name === 'seg') {
      isInSegment = false;
      const words = text.replace(/\s*\n\s*/g, ' ').trim();
      if (words !== '' && words.length <= lengthMax) variants.push({ language, text: words });
    } else if (name === 'tu') {
      if (variants.length > 1) take({ variants, isOwn });
    } else if (codeElements.has(name)) codeDepth -= 1;
  };
  const addText = (part: string): void => {
    if (isInSegment && (isOwn || codeDepth === 0)) text += part;
  };
  return readEvents(path, 'allowed', { open, close, text: addText });
}
