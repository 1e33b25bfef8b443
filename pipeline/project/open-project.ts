import type { BibliographyFormats } from '../graph/bibliography/load-formats.ts';
import { createValidators, type Validators } from '../graph/create-validators.ts';
import { isSchemaFile } from '../graph/is-schema-file.ts';
import { readVocabulary } from '../graph/schema.ts';
import type {
  Configuration,
  Diagnostic,
  EditionConfiguration,
  Language,
  ProjectFiles,
  Recall,
  SourceFile,
  Staged,
  TextSources,
  Vocabulary,
} from '../model.ts';
import { createSchemaCheck } from '../rules/create-schema-check.ts';
import { type Matches, matchAtOnce } from '../values/patterns/create-pattern-matcher.ts';
import { recallNothing } from '../values/recall-nothing.ts';
import type { BuildServices } from './build-services.ts';
import { createEditionWords, type EditionWords } from './edition-words.ts';
import { checkLanguageFiles } from './language-files.ts';
import { listSources } from './list-sources.ts';
import { type OpenedText, openText } from './open-text.ts';
import { readConfiguration } from './read-configuration.ts';
import { type Sharing, shareRecords } from './share-records.ts';

/** A project, read: what its texts share, and how each of them is read. */
export interface Project extends Sharing {
  files: ProjectFiles;
  configuration: Configuration;
  vocabulary: Vocabulary;
  /** Digest of the schemas that the vocabulary is read from. */
  declared: string;
  /** Languages of the editions; empty where the configuration has mistakes, and they are not known for sure. */
  published: Language[];
  /** What the schemas refuse of entities. */
  validators: () => Validators;
  /** Matches the patterns of schemas. */
  matches: Matches;
  /** Of an edition that the configuration has. */
  wordsOf: (language: Language) => EditionWords;
  recall: Recall;
  /** Publications, and after them pages. */
  sources: TextSources[];
  /** Reads one of them; nothing of it is held, so that a project may have more texts than memory. */
  open: (sources: TextSources) => OpenedText;
}

interface OpeningOptions {
  /** false where only what is published as data matters. */
  withPages?: boolean;
  /** What several openings share is made once. */
  keep?: BuildServices['keep'] | undefined;
  /** Nothing is known unless given. */
  recall?: Recall | undefined;
  /** SHA-256 of a text; without it what is recalled is asked under whole texts. */
  digest?: BuildServices['digest'] | undefined;
  /** Names and signs of currencies; without them amounts of money are read by their codes. */
  cldr?: BuildServices['readCldr'] | undefined;
  /** What `loadFormats` gives for these files; without it bibliographies are CSL-JSON. */
  formats?: BibliographyFormats | undefined;
  /** Matches the patterns of schemas; in whatever time it takes unless given. */
  matches?: Matches | undefined;
}

/** A project with the findings about what its texts share. */
export interface OpenedProject extends Staged<Project> {
  /** Those that make it unsafe to write into a catalog: about configuration and places of texts. */
  ofTexts: Diagnostic[];
}

/**
 * The one opening of a project: what `build` and the commands begin with. Never throws for what an author wrote; what
 * cannot be read is left out, and is a finding.
 * Findings: those of readConfiguration, readVocabulary, checkLanguageFiles, listSources, shareRecords; of a text those of openText.
 */
export function openProject(
  files: ProjectFiles,
  {
    withPages = true,
    keep = (_name, _inputs, make) => make(),
    recall = recallNothing,
    digest = (text) => text,
    cldr,
    formats,
    matches = matchAtOnce,
  }: OpeningOptions = {},
): OpenedProject {
  const { builtin } = files;
  const [ofTexts, others]: [Diagnostic[], Diagnostic[]] = [[], []];
  const check = (path: string) => keep(path, [builtin], () => createSchemaCheck(builtin, path));
  const configuration = takeInto(ofTexts, readConfiguration(files, check('schemas/configuration.json')));
  const { base, editions, pages } = configuration;
  const published = ofTexts.length > 0 ? [] : editions.map(({ language }) => language);
  const schemas = textsOf(files.own.filter(isSchema));
  const vocabulary = takeInto(
    others,
    keep('vocabulary', [builtin, base, ...schemas], () => readVocabulary(builtin, files.own, base, recall)),
  );
  const declared = keep('digest of the schemas', [builtin, base, ...schemas], () =>
    digest(JSON.stringify([base, textsOf(builtin.filter(isSchema)), schemas])),
  );
  const form = check('schemas/front-matter.json');
  others.push(...checkLanguageFiles(files));
  // Without editions, every text in some language would be a finding.
  const listed = editions.length === 0 ? [] : takeInto(ofTexts, listSources(files, pages));
  const wordsOf = createWords(files, editions, vocabulary, { keep, cldr });
  const validators = () => keep('validators', [vocabulary], () => createValidators(vocabulary, matches));
  const common = { files, configuration, vocabulary, declared, published, validators, keep, recall, formats };
  const sharing = takeInto(others, shareRecords({ ...common, sources: listed }));
  const reading = { ...common, ...sharing, form };
  const project: Project = {
    files,
    configuration,
    vocabulary,
    declared,
    published,
    ...sharing,
    validators,
    matches,
    wordsOf,
    recall,
    sources: listed.filter(({ page }) => withPages || !page),
    open: (sources) => openText(sources, reading),
  };
  return {
    value: project,
    diagnostics: [...ofTexts, ...others],
    ofTexts,
  };
}

function isSchema({ path }: SourceFile): boolean {
  return isSchemaFile(path);
}

/** What files say, to be held against what they said when something was made of them. */
function textsOf(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => [path, text]);
}

function takeInto<T>(diagnostics: Diagnostic[], staged: Staged<T>): T {
  for (const finding of staged.diagnostics) diagnostics.push(finding);
  return staged.value;
}

/** Words are gathered when they are asked for: most commands need those of few languages, or none. */
function createWords(
  files: ProjectFiles,
  editions: readonly EditionConfiguration[],
  vocabulary: Vocabulary,
  { keep, cldr }: Pick<OpeningOptions, 'cldr'> & { keep: BuildServices['keep'] },
): Project['wordsOf'] {
  const own = textsOf(files.own.filter(({ path }) => /^locales\/.*\.json$/.test(path)));
  const gathered = new Map<Language, EditionWords>();
  return (language) => {
    const known = gathered.get(language);
    if (known) return known;
    const edition = editions.find((other) => other.language === language);
    const { tag } = edition ?? { tag: language };
    const words = keep(`words ${language}`, [files.builtin, vocabulary, tag, cldr, ...own], () =>
      createEditionWords(files, { language, tag }, vocabulary, cldr),
    );
    gathered.set(language, words);
    return words;
  };
}
