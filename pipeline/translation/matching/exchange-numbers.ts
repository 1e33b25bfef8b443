import type { Edit, Exchange } from './edit.ts';
import type { FigureStyle, Figures } from './figures.ts';
import type { SegmentToken } from './scan-segment.ts';
import type { Texts } from './texts.ts';

/**
 * Exchanges figures that changed in the source text for the new ones, written as the translation's locale writes
 * them. A value that the translation has more or less often than the old segment, or that became two different
 * values, is left alone.
 */
export function exchangeNumbers(texts: Texts, source: FigureStyle, target: FigureStyle): Exchange {
  const partners = new Map(texts.pairs);
  const numbers = texts.old.filter(({ kind }) => kind === 'number');
  const known = texts.translation.filter(({ kind }) => kind === 'number');

  /** Where the translation has a number, in the words of the same link (`place`) or anywhere. */
  const findSites = (number: SegmentToken, place?: string): SegmentToken[] | undefined => {
    const value = readValue(number, source);
    const isAt = (token: SegmentToken): boolean => place === undefined || placeOf(token) === place;
    const same = numbers.filter((other) => isAt(other) && readValue(other, source) === value);
    const sites = known.filter((other) => isAt(other) && readValue(other, target) === value);
    const isOneValue = new Set(same.map((other) => partners.get(other)?.text)).size === 1;
    return isOneValue && sites.length === same.length ? sites : undefined;
  };

  const edits: Edit[] = [];
  let complete = true;
  for (const number of numbers) {
    const fresh = partners.get(number);
    if (fresh?.text === number.text) continue;
    const sites = fresh && (findSites(number, placeOf(number)) ?? findSites(number));
    if (!sites) complete = false;
    for (const { start, end, text } of sites ?? []) {
      edits.push({ start, end, text: write(fresh?.text ?? text, text) });
    }
  }
  return { edits, complete };

  /** Figures of the source text in the style of those whose place they take. */
  function write(fresh: string, replaced: string): string {
    const [figures, model] = [source.read(fresh), target.read(replaced)];
    if (!figures || !model) return fresh;
    return target.write({ ...figures, zero: model.zero }, groupOf(figures, model));
  }
}

/** What to put between thousands: nothing where source or translator puts nothing. */
function groupOf(figures: Figures, model: Figures): string | true | undefined {
  if (figures.group === undefined) return undefined;
  if (model.group !== undefined) return model.group;
  // Four figures without a sign are the habit of a language (es), five are one of the translator.
  const isHabit = model.whole.length > 4 || (model.whole.length === 4 && figures.whole.length === 4);
  return isHabit ? undefined : true;
}

/** What a number says, or how it is typed where it is none by the rules of its locale. */
function readValue({ text }: SegmentToken, style: FigureStyle): string {
  const figures = style.read(text);
  if (!figures) return `typed ${text}`;
  return `${figures.whole.replace(/^0+(?=\d)/, '')}.${figures.decimals.replace(/0+$/, '')}`;
}

function placeOf({ link }: SegmentToken): string {
  return link?.text ?? '';
}
