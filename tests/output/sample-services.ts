import { readFile } from 'node:fs/promises';
import { readCitationStyle } from '../../pipeline/host/citation-styles.ts';
import type { Configuration, Edition, Json, Publication, Vocabulary } from '../../pipeline/model.ts';
import { createFurniture } from '../../pipeline/project/furniture.ts';
import type { EditionServices } from '../../pipeline/publish/markdown/services.ts';
import { listLinks } from '../../pipeline/publish/outputs/list-links.ts';
import { createReferences } from '../../pipeline/publish/references.ts';
import type { ValueWriter } from '../../pipeline/values/create-writer.ts';

/** What writeMarkdown needs for an edition of the sample, with a value writer that is easy to foresee. */
export async function sampleServices(
  publication: Publication,
  edition: Edition,
  vocabulary: Vocabulary,
  configuration: Configuration,
): Promise<EditionServices> {
  const path = `locales/${edition.language}/edition.json`;
  const { citationStyle } =
    configuration.editions.find(({ language }) => language === edition.language) ?? {};
  const style = await readCitationStyle(citationStyle ?? 'apa', edition.tag);
  if (!style) throw new Error(`no style ${citationStyle}`);
  return {
    configuration,
    vocabulary,
    writer: fakeWriter(edition),
    t: createFurniture([{ path, text: await readFile(path, 'utf8') }], edition.language),
    references: await createReferences(publication.graph.entities.values(), style),
    links: listLinks(publication),
  };
}

/** Writes numbers by Intl, dates as they are. */
function fakeWriter({ tag, language }: Edition): ValueWriter {
  const write: ValueWriter['write'] = (value, property, options = {}) => {
    if (Array.isArray(value)) {
      return new Intl.ListFormat(tag).format(value.map((item) => write(item, property, options)));
    }
    if (typeof value === 'object' && value !== null) {
      if (String(property.kind) === 'text') return write(value[language] ?? '', property, options);
      const qualifier = value.qualifier ? `${String(value.qualifier)} ` : '';
      return `${qualifier}${number(value.value)}\u00a0${String(value.unit)}`;
    }
    if (String(property.kind) === 'integer') return number(value);
    if (String(property.kind) === 'entity') return options.label?.(String(value)) ?? '';
    return String(value).replace('/', '–');
  };
  const number = (value: Json | undefined): string => new Intl.NumberFormat(tag).format(Number(value));
  return { write, date: (date) => date };
}
