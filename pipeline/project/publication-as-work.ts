import { bibliographicType, recordOfWork } from '../graph/bibliography.ts';
import { createIris } from '../graph/iri.ts';
import { isSameAs } from '../graph/is-same-as.ts';
import type { EntityId, EntityType, RecordEntry, TextSources, Vocabulary } from '../model.ts';
import { citationItem } from '../publish/citation-item.ts';
import { readMetadata } from '../publish/metadata.ts';
import { readText } from '../text/read-text.ts';
import { parseSegment } from '../text/syntax.ts';
import { readHead } from '../values/read-head.ts';
import { recallNothing } from '../values/recall-nothing.ts';

/** Keys of the front matter that say the variables of CSL. */
const keys: ReadonlyMap<string, string> = new Map([
  ['author', 'authors'],
  ['DOI', 'doi'],
  ['issued', 'date'],
  ['language', 'language'],
  ['license', 'licence/text'],
  ['publisher', 'publisher'],
  ['title', 'title'],
  ['title-short', 'title'],
  ['version', 'version'],
]);

/** What a citation does not print: it would change with the publication that is cited. */
const unprinted: ReadonlySet<string> = new Set(['abstract', 'keyword', 'source']);

/** The publications of a project as works. */
export interface PublicationWorks {
  ids: EntityId[];
  workOf: (id: EntityId) => RecordEntry | undefined;
}

/**
 * Gives a publication of the project as a work that the others cite: `work:<name>` is what the front matter says of it, as an item of a
 * bibliography with the shape of its own citation, and the same as the publication in the data. Each is read once, when it is first
 * cited. Undefined for any other id.
 *
 * @param base address under which everything is published
 */
export function createPublicationWorks(
  publications: readonly TextSources[],
  vocabulary: Vocabulary,
  base: string,
): PublicationWorks {
  const type = bibliographicType(vocabulary);
  const known = new Map<EntityId, RecordEntry | undefined>();
  const byId = new Map(publications.map((publication) => [`${type?.name}:${publication.name}`, publication]));
  const workOf: PublicationWorks['workOf'] = (id) => {
    const publication = byId.get(id);
    if (!type || !publication) return undefined;
    if (!known.has(id)) known.set(id, describe(publication, type, base));
    return known.get(id);
  };
  return { ids: type ? [...byId.keys()] : [], workOf };
}

function describe(publication: TextSources, type: EntityType, base: string): RecordEntry | undefined {
  const { name, article } = publication;
  const head = readHead(article.text);
  if (head === undefined) return undefined;
  const read = readText(
    { ...publication, article: { ...article, text: `${head}\n${name}\n` } },
    { allowHtml: false },
    recallNothing,
  );
  const { document, segments } = read.value;
  const { value: frontMatter, locate } = document.frontMatter;
  const { language } = frontMatter;
  if (typeof language !== 'string') return undefined;
  const metadata = readMetadata({
    language,
    frontMatter,
    segments: segments.map((segment) => ({
      segment,
      node: segment.node ?? parseSegment(segment.markdown, { footnotes: [] }),
    })),
  });
  const iris = createIris(base, metadata.version);
  const item = citationItem({ name, language, isSource: true, metadata }, iris);
  const csl = Object.fromEntries(Object.entries(item).filter(([variable]) => !unprinted.has(variable)));
  const record = recordOfWork(
    {
      csl: { ...csl, id: name },
      locate: (variable) => locate(keys.get(variable) ?? 'title'),
      quote: (variable) => JSON.stringify(csl[variable] ?? null),
    },
    type,
  );
  const same = [...type.properties.values()].find(isSameAs);
  if (!record || !same) return record;
  return {
    ...record,
    properties: { ...record.properties, [same.name]: [iris.publication(name)] },
    isShared: true,
  };
}
