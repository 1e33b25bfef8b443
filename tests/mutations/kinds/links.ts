import { type Kind, splice } from '../kind.ts';
import type { LinkSite } from '../read-sites.ts';

const words = (msgstr: string, { wordsStart, wordsEnd }: LinkSite): string =>
  msgstr.slice(wordsStart, wordsEnd);
const isOurs = ({ url }: LinkSite): boolean => /^[a-z-]+:/.test(url) && !/^(?:https?|mailto):/.test(url);
const isMention = (link: LinkSite): boolean => isOurs(link) && !link.isCitation;

/** Puts another address into a link. */
function withUrl(msgstr: string, link: LinkSite, url: string): string {
  return splice(
    msgstr,
    link.wordsEnd,
    link.end,
    msgstr.slice(link.wordsEnd, link.end).replace(link.url, () => url),
  );
}

/** Mistakes in links and citations. */
export const linkKinds: Kind[] = [
  {
    name: 'link dropped, words kept',
    group: 'link',
    corrupt: ({ msgstr }, { links }) =>
      links.filter(isMention).map((link) => splice(msgstr, link.start, link.end, words(msgstr, link))),
  },
  {
    name: 'link dropped with its words',
    group: 'link',
    corrupt: ({ msgstr }, { links }) =>
      links.filter(isMention).map(({ start, end }) => splice(msgstr, start, end, '')),
  },
  {
    name: 'link doubled',
    group: 'link',
    corrupt: ({ msgstr }, { links }) =>
      links
        .filter(isMention)
        .map(({ start, end }) => splice(msgstr, end, end, ` ${msgstr.slice(start, end)}`)),
  },
  {
    name: 'link target changed',
    group: 'link',
    corrupt: ({ msgstr, addresses }, { links }, random) =>
      links.filter(isMention).map((link) => {
        const [id = '', path] = link.url.split('#', 2);
        const ids = addresses.flatMap((address) =>
          address.includes(' ') ? [] : [address.split('#')[0] ?? ''],
        );
        const others = ids.filter((other) => other !== id && /^[a-z-]+:[a-z0-9-]+$/.test(other));
        return withUrl(msgstr, link, [random.pick(others), ...(path === undefined ? [] : [path])].join('#'));
      }),
  },
  {
    name: 'property changed',
    group: 'link',
    corrupt: ({ msgstr, addresses }, { links }, random) =>
      links
        .filter(({ isStated }) => isStated)
        .map((link) => {
          const [id = '', path = ''] = link.url.split('#', 2);
          const paths = addresses.flatMap((address) => address.split('#')[1] ?? []);
          return withUrl(msgstr, link, `${id}#${random.pick(paths.filter((other) => other !== path))}`);
        }),
  },
  {
    name: 'property dropped',
    group: 'link',
    corrupt: ({ msgstr }, { links }) =>
      links
        .filter(({ isStated }) => isStated)
        .map((link) => withUrl(msgstr, link, link.url.split('#')[0] ?? '')),
  },
  {
    name: 'link broken by a space',
    group: 'link',
    corrupt: ({ msgstr }, { links }) =>
      links
        .filter((link) => isOurs(link) && link.wordsEnd > link.wordsStart)
        .map(({ wordsEnd }) => splice(msgstr, wordsEnd, wordsEnd + 1, '] ')),
  },
  {
    name: 'citation dropped',
    group: 'citation',
    corrupt: ({ msgstr }, { links }) =>
      links
        .filter(({ isCitation }) => isCitation)
        .map((link) => splice(msgstr, link.start, link.end, words(msgstr, link))),
  },
  {
    name: 'citation of another work',
    group: 'citation',
    corrupt: ({ msgstr, addresses }, { links }, random) =>
      links
        .filter(({ isCitation }) => isCitation)
        .map((link) => {
          const works = addresses.filter(
            (address) => /^work:[a-z0-9-]+$/.test(address) && address !== link.url,
          );
          return withUrl(msgstr, link, random.pick(works) ?? '');
        }),
  },
  {
    name: 'year of a citation changed',
    group: 'citation',
    corrupt: ({ msgstr }, { links }, random) =>
      links
        .filter(({ isCitation }) => isCitation)
        .map((link) => {
          const year = /\d{4}/.exec(words(msgstr, link));
          if (!year) return undefined;
          const start = link.wordsStart + year.index;
          return splice(msgstr, start, start + 4, String(Number(year[0]) + 1 + random.below(20)));
        }),
  },
  {
    name: 'locator changed',
    group: 'citation',
    corrupt: ({ msgstr }, { links }, random) =>
      links.flatMap(({ isCitation, title, end }) => {
        if (!isCitation || title === undefined) return [];
        const start = end - 2 - title.length;
        return [...title.matchAll(/\d/g)].map(({ index, 0: digit }) => {
          const changed = String((Number(digit) + 1 + random.below(9)) % 10);
          return splice(msgstr, start + index, start + index + 1, changed);
        });
      }),
  },
  {
    name: 'names of two links exchanged',
    group: 'wording',
    corrupt: ({ msgstr }, { links }) =>
      links.filter(isMention).flatMap((first, index, all) => {
        const second = all[index + 1];
        if (!second || first.isStated || second.isStated || second.start < first.end) return [];
        const [one, other] = [words(msgstr, first), words(msgstr, second)];
        if (first.url === second.url || one === other || !/^\p{Lu}/u.test(one) || !/^\p{Lu}/u.test(other))
          return [];
        return [
          splice(
            splice(msgstr, second.wordsStart, second.wordsEnd, one),
            first.wordsStart,
            first.wordsEnd,
            other,
          ),
        ];
      }),
  },
];
