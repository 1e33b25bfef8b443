import { createIris, type Iris } from '../../graph/iri.ts';
import type { Diagnostic, EntityId, Language, SourceFile, Staged, Vocabulary } from '../../model.ts';
import type { TextCatalog } from '../../project/open-text.ts';
import { diagnose } from '../../rules/diagnose.ts';
import { startOfFile } from '../../rules/start-of-file.ts';
import { parseAnnotation } from '../../text/annotation.ts';
import { kindOf } from '../../values/kind-of.ts';
import type { Digest, Identify } from '../exchange/exchange-unit.ts';
import { listUnits } from '../exchange/list-units.ts';
import { writeTbx } from '../exchange/write-tbx.ts';
import { writeTmx } from '../exchange/write-tmx.ts';
import { writeXliff } from '../exchange/write-xliff.ts';
import { writeXliff12 } from '../exchange/write-xliff-12.ts';
import { footnoteLabels } from '../footnote-labels.ts';
import { type CatalogChoice, chooseCatalogs, type UnknownName } from './choose-catalogs.ts';
import type { Workbench, WorkbenchText } from './open-workbench.ts';

export const exchangeFormats = ['xliff', 'xliff-1.2', 'tmx', 'tbx'] as const;
export type ExchangeFormat = (typeof exchangeFormats)[number];

export interface ExportOptions extends CatalogChoice {
  format: ExchangeFormat;
  digest: Digest;
  /** Of the tool, which TMX wants to know. */
  version: string;
}

/** Files for translators. */
export interface Exported {
  /** Paths are names in the folder of exchange files. */
  files: SourceFile[];
  unknown: UnknownName | undefined;
}

/**
 * Writes what translators and their tools work on: for each publication and edition XLIFF, in either version, with the whole text or TMX
 * with its confirmed translations, or for each publication TBX with its terms. Finding:
 * exchange-catalog-is-synced.
 */
export function exportCatalogs(workbench: Workbench, options: ExportOptions): Staged<Exported> {
  const diagnostics: Diagnostic[] = [];
  const { texts, unknown } = chooseCatalogs(workbench.texts, options);
  const exported =
    options.format === 'tbx'
      ? texts.flatMap((text) => exportTerms(text, workbench))
      : texts.flatMap((text) =>
          text.catalogs.flatMap((catalog) => exportCatalog(text, catalog, workbench, options, diagnostics)),
        );
  return { value: { files: exported, unknown }, diagnostics };
}

function exportCatalog(
  text: WorkbenchText,
  catalog: TextCatalog,
  workbench: Workbench,
  { format, digest, version }: ExportOptions,
  diagnostics: Diagnostic[],
): SourceFile[] {
  const footnotes = footnoteLabels(text.document.tree);
  const { units, missing } = listUnits(text.segments, catalog.po, footnotes, digest);
  const [first] = missing;
  if (format !== 'tmx' && first) {
    const related = [{ location: first.location, role: 'source' }];
    const values = { count: missing.length, path: catalog.path };
    const place = catalog.file ? startOfFile(catalog.path) : first.location;
    diagnostics.push(diagnose('exchange-catalog-is-synced', place, values, related));
    return [];
  }
  const pair = {
    source: { tag: tagOf(text.language, workbench), language: text.language },
    target: catalog.edition,
  };
  const name = `${text.name}.${text.language}-${catalog.edition.language}`;
  if (format === 'tmx') return [{ path: `${name}.tmx`, text: writeTmx({ ...pair, units }, version) }];
  const xliff = { ...pair, original: text.sources.article.path, units };
  if (format === 'xliff-1.2') return [{ path: `${name}.1.2.xlf`, text: writeXliff12(xliff, digest) }];
  const context = { identify: identifyIn(workbench), glossary: text.glossary, digest };
  return [{ path: `${name}.xlf`, text: writeXliff(xliff, context) }];
}

/** A page has no records of its own. */
function exportTerms(text: WorkbenchText, workbench: Workbench): SourceFile[] {
  if (text.sources.page) return [];
  const { configuration, vocabulary } = workbench;
  const chosen = text.catalogs.map(({ edition }) => edition.language);
  const languages = configuration.editions.filter(
    ({ language }) => language === text.language || chosen.includes(language),
  );
  const iris = createIris(configuration.base);
  const tbx = writeTbx(text.glossary.terms.values(), {
    title: text.name,
    languages,
    main: tagOf(text.language, workbench),
    iri: iris.entity,
    subject: (id) => typeOf(id, vocabulary)?.label[text.language],
  });
  return [{ path: `${text.name}.tbx`, text: tbx }];
}

function identifyIn({ configuration, vocabulary }: Workbench): Identify {
  const iris = createIris(configuration.base);
  return (url, title) => {
    const address = parseAnnotation(url, vocabulary);
    if (address.kind === 'mention') return describe(address.entity, iris, vocabulary);
    if (address.kind !== 'property') return undefined;
    const { entity, path, property } = address;
    const named = kindOf(property).refersTo === 'entity' && title !== undefined && typeOf(title, vocabulary);
    if (named) return describe(title, iris, vocabulary);
    return { iri: iris.statement(entity, path), type: undefined, entity: undefined };
  };
}

function describe(entity: EntityId, iris: Iris, vocabulary: Vocabulary) {
  return { iri: iris.entity(entity), type: typeOf(entity, vocabulary)?.classes[0], entity };
}

function typeOf(id: EntityId, vocabulary: Vocabulary) {
  return vocabulary.types.get(id.slice(0, id.indexOf(':')));
}

function tagOf(language: Language, { configuration }: Workbench): string {
  return configuration.editions.find((edition) => edition.language === language)?.tag ?? language;
}
