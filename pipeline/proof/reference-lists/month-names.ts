import type { CitationStyle, CslNode } from '../../model.ts';

/** The long names of the twelve months as the locale of a style has them. */
export function readMonths({ locale, locales }: CitationStyle): string[] {
  const names = new Map<string, string>();
  const visit = ({ name, attrs, children }: CslNode): void => {
    const [word] = children;
    if (name === 'term' && attrs.form === undefined && typeof word === 'string')
      names.set(attrs.name ?? '', word);
    for (const child of children) if (typeof child !== 'string') visit(child);
  };
  const own = locales[locale];
  if (own) visit(own);
  return Array.from(
    { length: 12 },
    (_, month) => names.get(`month-${String(month + 1).padStart(2, '0')}`) ?? '',
  );
}
