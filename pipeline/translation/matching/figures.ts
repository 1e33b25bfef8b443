import { toAsciiDigits, zeroOf } from '../../values/ascii-digits.ts';

/** A number as it is typed: what it says, and how. */
export interface Figures {
  /** Whole part in ASCII digits, without separators. */
  whole: string;
  /** Decimals in ASCII digits, as many as are typed; '' for none. */
  decimals: string;
  /** What stands between thousands; undefined where nothing does. */
  group: string | undefined;
  /** Digit zero of the script that it is typed in. */
  zero: string;
}

/** Reads and writes figures as one locale has them. */
export interface FigureStyle {
  /** Undefined for what is no number by the locale's rules: a version, a date in figures, a number of elsewhere. */
  read: (typed: string) => Figures | undefined;
  /** @param group what to put between thousands: a sign, the locale's own (true), or nothing (undefined) */
  write: (figures: Pick<Figures, 'whole' | 'decimals' | 'zero'>, group: string | true | undefined) => string;
}

/** Signs between thousands that are read in every locale. */
const spaces = [' ', '\u00a0', '\u2009', '\u202f', "'", '’'];

/** @param tag BCP 47 tag ("es-PE") */
export function createFigureStyle(tag: string): FigureStyle {
  const plain = new Intl.Locale(tag, { numberingSystem: 'latn' });
  const format = new Intl.NumberFormat(plain, { useGrouping: 'always', maximumFractionDigits: 0 });
  const parts = new Intl.NumberFormat(plain, { useGrouping: 'always' }).formatToParts(12345.6);
  const signOf = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  const [decimal, group] = [signOf('decimal'), signOf('group')];
  const groups = [group, ...spaces].map((sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`).join('');
  const pattern = new RegExp(
    `^(?<whole>\\d+|[1-9]\\d{0,2}(?<group>[${groups}])\\d{2,3}(?:\\k<group>\\d{2,3})*(?<=\\d{3}))(?:[${decimal}](?<decimals>\\d+))?$`,
    'u',
  );
  return {
    read: (typed) => {
      const { ascii, zero } = toAscii(typed, decimal, group);
      const match = pattern.exec(ascii)?.groups;
      if (!match) return undefined;
      const whole = (match.whole ?? '').replace(/\D/g, '');
      return { whole, decimals: match.decimals ?? '', group: match.group, zero };
    },
    write: ({ whole, decimals, zero }, grouping) => {
      const isArabic = zero === '\u0660' || zero === '\u06f0';
      const point = isArabic ? '\u066b' : decimal;
      const own = isArabic ? '\u066c' : group;
      const between = typeof grouping === 'string' && grouping !== group ? grouping : own;
      // Intl would drop zeros in front, and a number that has them has no thousands.
      const isGrouped = grouping !== undefined && !/^0\d/.test(whole);
      const parted = isGrouped ? format.formatToParts(BigInt(whole)) : [{ type: 'integer', value: whole }];
      const written = parted.map(({ type, value }) => (type === 'group' ? between : value)).join('');
      return toScript(decimals === '' ? written : `${written}${point}${decimals}`, zero);
    },
  };
}

/** Digits of any script as ASCII; the Arabic signs for decimals and thousands as the locale's. */
function toAscii(typed: string, decimal: string, group: string): { ascii: string; zero: string } {
  const last = typed.match(/\p{Nd}/gu)?.at(-1);
  const ascii = toAsciiDigits(typed).replaceAll('\u066b', decimal).replaceAll('\u066c', group);
  return { ascii, zero: last === undefined ? '0' : zeroOf(last) };
}

function toScript(text: string, zero: string): string {
  const first = zero.codePointAt(0) ?? 0;
  return zero === '0' ? text : text.replace(/\d/g, (figure) => String.fromCodePoint(first + Number(figure)));
}
