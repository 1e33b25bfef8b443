import { createHash } from 'node:crypto';
import { createCldrReader } from '../../lib/host/read-cldr.js';
import { readProject } from '../../lib/host/read-project.js';
import { openProject } from '../../lib/project/open-project.js';
import { compareEditions } from '../../lib/proof/compare-editions.js';
import { checkQuality } from '../../lib/rules/check-quality.js';
import { extract } from '../../lib/text/extract.js';
import { parseSegment } from '../../lib/text/syntax.js';
import { createGlossary } from '../../lib/translation/glossary/create-glossary.js';
import { createCitationReaders } from '../../lib/values/create-citation-readers.js';

const tags = { en: 'en-US', es: 'es-ES', pt: 'pt-BR' };
const point = { line: 1, column: 1, offset: 0 };

/**
 * Makes what looks at the pairs of a corpus as a build looks at a publication: parity of what links, code and images there are, and
 * all rules on wording. The project has no entities.
 *
 * @param {string} root folder of the tool
 */
export function createFind(root) {
  const { builtin } = readProject(root).value;
  const editions = Object.entries(tags).map(([language, tag]) => `  ${language}: { tag: ${tag} }`);
  const configuration = ['base: https://example.org/', 'editions:', ...editions, ''].join('\n');
  const own = [{ path: 'tinkuy.yaml', text: configuration }];
  const { vocabulary, wordsOf } = openProject({ own, builtin }, { cldr: createCldrReader() }).value;
  const languages = Object.keys(tags);
  const habits = new Map(languages.map((language) => [language, wordsOf(language).habits]));
  const glossary = createGlossary([], vocabulary, habits);
  // Texts without a bibliography cite no works.
  const readersOf = createCitationReaders(new Map(), wordsOf);
  const sideOf = (language) => ({ language, tag: tags[language], ...wordsOf(language) });

  return ({ from, to, pairs }) => {
    const [source, target] = [editionOf(from, 'source', pairs), editionOf(to, 'target', pairs)];
    const [said, repeated] = [source, target].map(
      (edition) => extract(edition, vocabulary, wordsOf(edition.language).reader).value,
    );
    const context = { source: sideOf(from), target: sideOf(to), languages, vocabulary, glossary };
    const found = [
      ...compareEditions(source, target, said, repeated, vocabulary, readersOf),
      ...checkQuality(source, target, context),
    ];
    return gather(found, pairs);
  };
}

/** The findings of a rule about one pair are one: they are judged together, as advice where all of them are. */
function gather(found, pairs) {
  const all = new Map();
  for (const { rule, location, values, isAdvice = false } of found) {
    const { source, target, markdown } = pairs[Number(location.path)];
    const digest = digestOf(rule, source, target);
    const one = all.get(digest) ?? { rule, digest, ...markdown, isAdvice: true, findings: [] };
    one.isAdvice &&= isAdvice;
    one.findings.push({ values, start: location.start.offset, end: location.end.offset });
    all.set(digest, one);
  }
  return [...all.values()];
}

function digestOf(...parts) {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 12);
}

/** The path of each place is the number of its pair. */
function editionOf(language, side, pairs) {
  const segments = pairs.map(({ markdown, isHeading }, index) => {
    const node = parseSegment(markdown[side], { footnotes: [] });
    const path = String(index);
    const kind = isHeading ? 'heading' : 'paragraph';
    const segment = { index, kind, markdown: markdown.source, location: { path, start: point, end: point } };
    return {
      segment,
      markdown: markdown[side],
      node,
      state: side === 'source' ? 'source' : 'translated',
      remarks: [],
      locate: ({ position }) => ({ path, start: position?.start ?? point, end: position?.end ?? point }),
    };
  });
  const isSource = side === 'source';
  return {
    language,
    tag: tags[language],
    isSource,
    tree: { type: 'root', children: [] },
    frontMatter: {},
    segments,
  };
}
