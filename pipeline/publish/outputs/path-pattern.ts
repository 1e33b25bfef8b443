import { escapePattern } from '../../values/escape-pattern.ts';

/** What may fill the holes of a path: names of publications, short language tags, the two halves of an entity's id. */
const slug = '[a-z0-9]+(?:-[a-z0-9]+)*';
const fillings: Record<string, string> = {
  name: slug,
  language: '[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*',
  type: '[a-z][a-z0-9]*',
  slug,
};

/** The paths that a path with holes stands for; what fills a hole is the group of its name. */
export function pathPattern(path: string): RegExp {
  const parts = path.split(/\{(\w+)\}/);
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(?<${part}>${fillings[part] ?? '[^/]+'})` : escapePattern(part),
  );
  return new RegExp(`^${source.join('')}$`);
}
