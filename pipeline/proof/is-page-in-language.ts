import type { Language } from '../model.ts';
import { primaryLanguage } from '../values/primary-language.ts';

/** Hosts whose pages have another title in each language: Wikipedia and its sisters, and wikis that name a language in the host. */
const wikiPath = /^\/(?:wiki|[a-z]{2,3}\/wiki)\/[^/]/;
/** Parameters by which sites choose a language. */
const parameters = new Set([
  'hl',
  'l',
  'lang',
  'language',
  'lng',
  'locale',
  'setlang',
  'uselang',
  'wt.mc_lang',
]);
/** A language tag as addresses have it: "es", "pt-br", "es_PE", "es-419", "zh-Hant". */
const tag = /^[a-z]{2,3}(?:[-_](?:[a-z]{2}|[a-z]{4}|\d{3}))?$/i;

/** An address without its language. */
interface Bare {
  /** What is left of host, path and parameters, and of the path alone. */
  host: string;
  path: string;
  rest: string;
  /** Languages that were taken out of it. */
  languages: Language[];
  isLanguageInHost: boolean;
}

/**
 * Whether two addresses are one page in two languages: they differ in the language that the host, the path or a parameter
 * names, the source's on one side or none, the edition's on the other, and in nothing else; on a wiki whose host names the
 * language, in the title too.
 */
export function isPageInLanguage(
  expected: string,
  found: string,
  { from, to }: { from: Language; to: Language },
): boolean {
  const [own, other] = [readBare(expected, from), readBare(found, to)];
  if (!own || !other || other.languages.length === 0 || own.host !== other.host) return false;
  if (own.path === other.path && own.rest === other.rest) return true;
  const isWiki = [own, other].every(({ isLanguageInHost, path }) => isLanguageInHost && wikiPath.test(path));
  return isWiki && own.languages.length > 0;
}

function readBare(address: string, language: Language): Bare | undefined {
  const parts = /^(?:(https?:)?\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/i.exec(address);
  if (!parts || /^[a-z][a-z0-9+.-]*:/i.test(address) !== (parts[1] !== undefined)) return undefined;
  const [, scheme = '', host = '', path = '', query = '', fragment = ''] = parts;
  const languages: Language[] = [];
  const isLanguage = (text: string): boolean => {
    const is =
      tag.test(text) && primaryLanguage(text.toLowerCase().replace('_', '-')) === primaryLanguage(language);
    if (is) languages.push(text);
    return is;
  };
  const labels = host.toLowerCase().split('.');
  const [first = ''] = labels;
  const isLanguageInHost = labels.length > 2 && isLanguage(first);
  // "www.example.org" and "es.example.org" are one site.
  const bareHost = (isLanguageInHost || first === 'www' ? labels.slice(1) : labels).join('.');
  const barePath = path
    .split('/')
    .flatMap((step) =>
      isLanguage(step)
        ? []
        : [
            step
              .split('.')
              .filter((part, at) => at === 0 || !isLanguage(part))
              .join('.'),
          ],
    )
    .join('/');
  const pairs = query
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isChoice(pair, isLanguage));
  return {
    host: `${scheme.toLowerCase()}//${bareHost}`,
    path: barePath,
    rest: `${pairs.join('&')}${fragment}`,
    languages,
    isLanguageInHost,
  };
}

/** Whether a parameter chooses the language. */
function isChoice(pair: string, isLanguage: (text: string) => boolean): boolean {
  const [name = '', value = ''] = pair.split('=');
  return parameters.has(name.toLowerCase()) && isLanguage(value);
}
