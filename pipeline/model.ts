/**
 * The nouns of Tinkuy, as types only. Data flows one way:
 * ProjectFiles → Document → Segment[] → Edition[] → Extraction[] → Graph → OutputFile[].
 *
 * Positions follow unist: `line` and `column` are 1-based, `offset` is 0-based, all in UTF-16 code units.
 */
import type { Definition, Heading, Nodes, Paragraph, Root, TableCell } from 'mdast';
import type { Point } from 'unist';
import type { RuleId } from './rules/rules.ts';

// ── files and findings ───────────────────────────────────────────────────────

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** Short language tag of an edition, as in folder names and language maps: "en", "es", "pt". */
export type Language = string;
/** A text in several languages. */
export type LanguageMap = Record<Language, string>;
/** "type:slug" */
export type EntityId = string;
/** Names of properties joined by dots, from the entity inwards: "population.period". */
export type PropertyPath = string;

/** A text file, its path relative to the project's root with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
  /** What the bytes have besides: only pages are written as they are. */
  form?: FileForm;
}

/** How a file writes its text: a byte order mark before it, CRLF at the end of every line. */
export interface FileForm {
  hasMark: boolean;
  hasCrlf: boolean;
}

/** All that a build reads: the project's own files and those that come with the tool (schemas/, locales/, CSL). */
export interface ProjectFiles {
  own: SourceFile[];
  builtin: SourceFile[];
}

/** A range in a file that an author edits. */
export interface Location {
  path: string;
  start: Point;
  end: Point;
}

/** Id of a rule that a project wrote, the name of its file in rules/; only `ownRuleId` makes one. */
export type OwnRuleId = string & { readonly of: unique symbol };

/** What a finding has to know of a rule that a project wrote. */
export interface OwnRule {
  id: OwnRuleId;
  /** Its file in the project. */
  path: string;
  /** Where tinkuy.yaml says nothing. */
  severity: Severity;
  /** Holes as in messages of our own: {{found}}. */
  message: LanguageMap;
}

/**
 * One finding. The rule is one of ours, whose words are in locales/<lang>/rules.json, or one of the project's, which has
 * its words with it; `values` fill their holes.
 */
export type Diagnostic = FindingParts &
  ({ rule: RuleId; own?: undefined } | { rule: OwnRuleId; own: OwnRule });

interface FindingParts {
  location: Location;
  values: Record<string, string | number>;
  /** Other places that the finding speaks of; `role` is a key under "related" in locales/<lang>/cli.json. */
  related: { location: Location; role: string }[];
  /** By a hole of the message the phrases that fill it, each in the words of `phrase` of the rule for its values. */
  phrases?: Record<string, Record<string, string | number>[]>;
  /** Weighs a warning at most, whatever its rule: it is about an edition that is held, or a memory. False unless given. */
  isAdvice?: boolean;
  /** The translator may allow it, though its rule is also about what is stated: an ordinary link, a code. False unless given. */
  isOnWords?: boolean;
}

/** What every stage returns: a value that is as complete as the input allows, and all findings. */
export interface Staged<T> {
  value: T;
  diagnostics: Diagnostic[];
}

/**
 * What a function of texts came to the last time it was asked the same, or what `answer` says now. It saves time, and nothing
 * depends on it: it may forget, and what it gives is anew each time, so that nobody changes another's.
 *
 * @param name of the function
 * @param read all that the answer depends on besides the tool itself
 * @param answer what JSON can write, and reads back the same
 */
export interface Recall {
  <T>(name: string, read: readonly string[], answer: () => T): T;
  /** The same of an answer that takes its time. */
  later: <T>(name: string, read: readonly string[], answer: () => Promise<T>) => Promise<T>;
}

// ── the project ──────────────────────────────────────────────────────────────

export type Severity = 'error' | 'warning' | 'off';

/** What a project chose for a rule: a severity, or one for each glob of paths, of which the first that fits holds. */
export type ChosenSeverity = Severity | Readonly<Record<string, Severity>>;

export interface EditionConfiguration {
  language: Language;
  /** Full BCP 47 tag; decides how numbers and dates are read and written ("es-PE"). */
  tag: string;
  /** Name of the CSL style of the reference list ("apa"). */
  citationStyle: string;
  /** Where tinkuy.yaml names the style, or the edition; undefined where no file does. */
  location?: Location;
  /**
   * Per cent of the source's words that must be translated and confirmed for the edition to be published with its
   * gaps marked; below it the edition is held. Undefined: every gap is a finding, and nothing is published.
   */
  threshold?: number;
}

/** A Markdown text that is translated in place: README.md gives README.es.md. It has no data. */
export interface PageConfiguration {
  /** Name of its catalogs: locales/<lang>/<name>.po. */
  name: string;
  /** Path of the source text in the project: "README.md". */
  path: string;
  /** Of the source text. */
  language: Language;
}

/** tinkuy.yaml, with defaults filled in (schemas/configuration.json). */
export interface Configuration {
  /** Base IRI of everything that is published, with a final slash. */
  base: string;
  editions: EditionConfiguration[];
  /** Which mentions become links to the register of entities. */
  mentions: 'first-in-section' | 'all' | 'none';
  numberSections: boolean;
  allowHtml: boolean;
  /** Severity by rule id, where it differs from the rule's default. */
  rules: Record<string, ChosenSeverity>;
  pages: PageConfiguration[];
  files: FileConfiguration[];
}

/** Files that are held against a schema. */
export interface FileConfiguration {
  /** From the project's folder. */
  glob: string;
  /** Path or address of the schema, with a fragment perhaps; undefined where the files are passed by. */
  schema: string | undefined;
  /** Where the glob is written, and where the schema is. */
  at: { glob: Location; schema: Location };
}

/** What says of entities what no text does: of one publication, or of all that a project has. */
export interface RecordFiles {
  /** entities/*.yaml. */
  records: SourceFile[];
  bibliographies: SourceFile[];
  /** identifiers.yaml: where addresses in other datasets were seen. */
  register: SourceFile | undefined;
}

/** The files of one text, by what they are. */
export interface TextSources extends RecordFiles {
  name: string;
  article: SourceFile;
  /** Catalogs by language; the source language has none. */
  catalogs: Map<Language, SourceFile>;
  /** What tinkuy.yaml says of a page; undefined for a publication. */
  page: PageConfiguration | undefined;
}

// ── vocabulary: what schemas/ declares ───────────────────────────────────────

declare const kindName: unique symbol;
/**
 * Name of a kind of value. It is a string that nobody can compare: what is to be known of a kind, `kindOf` in
 * values/kind-of.ts tells. A name, so that what is read can be copied between threads and kept as JSON.
 */
export interface KindName {
  readonly [kindName]: never;
}

export interface Property {
  name: string;
  kind: KindName;
  many: boolean;
  /** Entity types that the value may have; subtypes are included already. Empty: any. */
  range: string[];
  /** Codes of a `code`, with their labels. */
  codes: Map<string, LanguageMap>;
  /** IRIs of the classes that an entity with a code has besides those of its type, by code (x-classes); none unless given. */
  codeClasses?: Map<string, string[]>;
  /** Whether the project gives a type that comes with the tool other codes; false unless given. */
  ownCodes?: boolean;
  /** Unit codes (keys of schemas/units.json) a quantity may have; the first is assumed where words name none. */
  units: string[];
  label: LanguageMap;
  description: string;
  /** Parts of a quantity or another object, by name. Those of an object may lead back to it, where its schema does. */
  parts: Map<string, Property>;
  /** What a schema says of an object that is the value, or may be; undefined where none may. */
  structure?: ObjectStructure | undefined;
  /** What a value may be, where it may be of several kinds; each is tried in this order. */
  alternatives?: Property[];
  /** Whether a value of a list may also stand alone, as its schema has it; false unless given. */
  alone?: boolean;
  /** Whether JSON Schema alone describes its values, and no kind of ours was named; false unless given. */
  isPlain?: boolean;
  /** Whether null may stand in place of a value; false unless given. */
  nullable?: boolean;
  /** IRI of the datatype of a literal, where the schema names one for the kind to use. */
  datatype?: string | undefined;
  /** How the value follows from others (x-follows). */
  follows: Follows | undefined;
  /** Name of the CSL-JSON variable that fills this property (x-csl). */
  csl: string | undefined;
  /** What the property's texts are in the glossary (x-term). */
  term?: TermLabel['role'] | undefined;
  /** What JSON Schema demands of the values besides their kind; nothing unless given. */
  limits?: Limits;
  /** Name of a list that codes are of, and that somebody else keeps (x-code-list). */
  codeList?: string | undefined;
  /** Whether no entity comes back to itself by way of it (x-acyclic); false unless given. */
  acyclic?: boolean;
  /** Whether no two entities have one value of it (x-unique); false unless given. */
  unique?: boolean;
  /** Whether the entity's name names the values (x-in-name); false unless given. */
  inName?: boolean;
  /** Name of the property that leads back from the value to the entity (x-inverse). */
  inverse?: string | undefined;
  /** Name of the property that gives the values by their names, as a bibliography does (x-named-in). */
  namedIn?: string | undefined;
  /** The description in every language that has it. */
  definition?: LanguageMap;
  /** IRI of a wider property of another vocabulary. */
  wider?: string | undefined;
  /** IRI of the property in the published data. */
  iri: string;
}

/** An object within an entity, as a schema describes it; properties whose schemas are the same share one. */
export interface ObjectStructure {
  /** Name among all of a vocabulary: that of its definition or of the property, after that of the type ("CffPerson"). */
  name: string;
  description: string;
  /** Names of the parts that every such object has. */
  required: string[];
  /** Whether it may have parts that no schema names. */
  isOpen: boolean;
  /** IRIs of classes in the published data. */
  classes: string[];
}

/** Keywords of JSON Schema, with their meaning there; undefined where the schema does not have them. */
export interface Limits {
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  /** Of a list. */
  minItems?: number;
  maxItems?: number;
}

/** `quotient`: first / second. `sum`: of all. `after`: not before the other (dates). Operands are paths of the same entity. */
export interface Follows {
  operation: 'quotient' | 'product' | 'sum' | 'after';
  operands: PropertyPath[];
  /** Allowed relative deviation, 0.005 = half a percent. */
  tolerance: number;
}

export interface EntityType {
  name: string;
  label: LanguageMap;
  plural: LanguageMap;
  description: string;
  /** The description in every language that has it. */
  definition?: LanguageMap;
  abstract: boolean;
  /** Direct parent first, then its parents. */
  supertypes: string[];
  /** Own and inherited, in the order of declaration (parents first). */
  properties: Map<string, Property>;
  required: string[];
  /** Class IRIs in the published data. */
  classes: string[];
  /** Whether its schema allows properties that it does not name; false unless given. */
  isOpen?: boolean;
  /** Set by x-role in the schema: what the editions do with entities of this type. */
  role: 'entity' | 'bibliography' | 'note';
}

export interface Unit {
  code: string;
  ucum: string;
  qudt: string | undefined;
  /** Factor to the unit of the same dimension with factor 1. */
  factor: number;
  dimension: string;
}

/** A term of our own that no entity type has (schemas/terms.json). */
export interface OwnTerm {
  name: string;
  /** IRI of the term itself. */
  iri: string;
  label: LanguageMap;
  definition: LanguageMap;
  /** IRIs; those of classes, of a wider property and of what values are. */
  classes: string[];
  wider: string | undefined;
  range: string | undefined;
}

export interface Vocabulary {
  types: Map<string, EntityType>;
  /** Unless given, none. */
  terms?: OwnTerm[];
  /** What a project's own schemas say of front matters; undefined where it has none. */
  frontMatter?: OwnFrontMatter | undefined;
  /** Types that texts may expect and that do not come with the tool: by name the file of its repository that declares each; none unless given. */
  elsewhere?: ReadonlyMap<string, string>;
  units: Map<string, Unit>;
  /** The JSON-LD context, without the keyword @context around it. */
  context: JsonObject;
  /** Every schema by its name ("types/place.json"), as JSON with its $id; for Ajv. */
  schemas: Map<string, JsonObject>;
}

/** What the schemas/front-matter.json of a project and of its publications say, besides that of the tool. */
export interface OwnFrontMatter {
  /** Keys of the tool's form. Types of publications do not have them, for the data have what they say already. */
  keys: readonly string[];
  /** By the name of the type. */
  forms: ReadonlyMap<string, FrontMatterForm>;
}

/** A type of publications as their front matter is held against it. */
export interface FrontMatterForm {
  /** With the keys of the tool's form that its schema speaks of, too. */
  type: EntityType;
  /** Where its schema speaks of keys of the tool's form. */
  shared: ReadonlyMap<string, Location>;
  /** Path of its file. */
  path: string;
  /** Whether some front matter fits both forms; where none does, the schema has the finding. */
  isPossible: boolean;
}

// ── a text ───────────────────────────────────────────────────────────────────

export interface Document {
  path: string;
  text: string;
  /** Body, with the front matter taken out; positions are those of the file. */
  tree: Root;
  frontMatter: FrontMatter;
  /** Offsets of the `>` that begin lines of quotations, for any other is a word; none unless given. */
  quotationMarks?: readonly number[];
  /** Those of links, the first of each label; none unless given. */
  definitions?: readonly Definition[];
}

/** Front matter as schemas/front-matter.json describes it, with the place of each key path ("title", "keywords/2"). */
export interface FrontMatter {
  value: JsonObject;
  locate: (path: string) => Location;
  /** Place of a key of the map that a path leads to; undefined where no front matter could be read. */
  locateKey?: (path: string, key: string) => Location;
  /** The file from its beginning as far as the front matter goes, which is YAML; undefined without one. */
  yaml?: string;
}

export type SegmentKind =
  | 'front-matter'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quotation'
  | 'cell'
  | 'caption'
  | 'footnote';

/** The node whose children a segment is; a translation replaces them. */
export type SegmentNode = Paragraph | Heading | TableCell;

/** What a translator sees at once. */
export interface Segment {
  /** Position in the document, 0-based; the same in all editions. */
  index: number;
  kind: SegmentKind;
  /** Markdown of the segment, links and all, soft line breaks as spaces: the msgid. */
  markdown: string;
  location: Location;
  /** Frozen id of the section that holds it; '' before the first heading. */
  section: string;
  /** Node in Document.tree; undefined for front matter. */
  node: SegmentNode | undefined;
  /** Key path in the front matter ("title", "keywords/2"); undefined for the body. */
  key: string | undefined;
}

/** Part of a text, in UTF-16 code units; `end` is the first that is no longer in it. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * How a value of running text is written: "1,528", "five", "third", "XIX", "a third", "3:1", "2.1" of "Table 2.1", "3 p.m.",
 * "May", "Monday", "B.C.", the "S" of "16° S".
 */
export type ValueForm =
  | 'figures'
  | 'cardinal'
  | 'ordinal'
  | 'roman'
  | 'fraction'
  | 'ratio'
  | 'label'
  | 'script'
  | 'clock'
  | 'month'
  | 'weekday'
  | 'rate'
  | 'era'
  | 'hemisphere';

/** How a number limits what is meant: more than, at least, less than, at most, about, give or take. */
export type Relation = '>' | '≥' | '<' | '≤' | '~' | '±';

/** A value that running text gives, annotated or not; the range is that in the text. */
export interface TextValue extends TextRange {
  form: ValueForm;
  /**
   * Canonical: a decimal, "1/3", "3:1", "15:00", "month 5", "weekday 1", "per day", "era bc", "hemisphere S", "raised 2", "lowered 2"; a label as
   * it is written.
   * Undefined where the locale does not write it so.
   */
  value: string | undefined;
  /** Figures as they stand, in Western ones; '' of what is no figures. */
  written: string;
  /**
   * What the words may say as well, in the same form: "18 h" is 18, and may be "18:00"; and what they measure, whatever the unit:
   * "measure 1800 second".
   */
  others: readonly string[];
  /** As a locale with the other decimal sign reads it, where that is something else. */
  foreign: string | undefined;
  /** Codes of the units that it may have, of schemas/units.json, of CLDR or of ISO 4217: "pounds" are several. */
  units: readonly string[];
  /** The words or sign of the unit; '' without one. */
  unitWords: string;
  /** Units of a later number that this one may share: the "km" that "10" has in "10 or 15 km". */
  sharedUnits: readonly string[];
  /** Whether the unit is written as a sign, which every language has: "%", "km", "US$"; not "people". */
  isUnitSign: boolean;
  relation: Relation | undefined;
  /** Whether the relation is written as a sign: "≥", not "at least". */
  isRelationSign: boolean;
  /** Whether the next number of the text is the end of a range that this one begins. */
  isRangeStart: boolean;
  /** Whether it says something on its own: figures, a month beside them, "three"; not "one", "second" or a bare "May". */
  isCertain: boolean;
}

/** Where a block of an edition has some words; positions in Unicode code points of the block's text. */
export interface Passage {
  start: number;
  /** Behind the last code point. */
  end: number;
  exact: string;
  /** What stands before and after in the block; shorter at its ends. */
  prefix: string;
  suffix: string;
}

/** An edition without markup, in NFC, with the places of its words. */
export interface PlainText {
  language: Language;
  text: string;
  /** Texts of the blocks that segments are, by number of the segment, in the order of the text; none without words. */
  blocks: ReadonlyMap<number, string>;
  /** Words of an annotation, by number of the segment and place among its annotations; undefined where the text lacks them. */
  annotation: (segment: number, order: number) => Passage | undefined;
}

// ── translations ─────────────────────────────────────────────────────────────

/** A comment of a translator ("# …" in a PO file), without its sign. */
export interface Remark {
  text: string;
  location: Location;
}

/** How far a translation is: none, one to look through, one to publish. */
export type TranslationState = 'translated' | 'fuzzy' | 'untranslated';

export interface EditionSegment {
  segment: Segment;
  /** Markdown in this edition's language. */
  markdown: string;
  /** The node in Edition.tree whose children are this text; for front matter a paragraph of its own. */
  node: SegmentNode;
  state: 'source' | TranslationState;
  /** What the translator noted beside it; none where the words are the source's. */
  remarks: Remark[];
  /** Place of a node of this segment in the file where this edition's words are edited (Markdown or PO). */
  locate: (node: Nodes) => Location;
}

export interface Edition {
  language: Language;
  tag: string;
  isSource: boolean;
  tree: Root;
  frontMatter: JsonObject;
  segments: EditionSegment[];
}

// ── annotations ──────────────────────────────────────────────────────────────

/** An annotation link, read as far as its address goes. */
export interface Annotation {
  entity: EntityId;
  /** The work's key in the bibliography, where the address has that in place of the id. */
  key?: string;
  path: PropertyPath | undefined;
  title: string | undefined;
  /** Plain text of the link; '' where the pipeline writes the words. */
  words: string;
  language: Language;
  segment: number;
  /** 0-based place among the annotations of its segment. */
  order: number;
  location: Location;
}

/** An annotation without a property, or the object of a relation. `locator` for citations ("p. 250"). */
export interface Mention extends Annotation {
  locator: string | undefined;
}

/** A property of an entity, as an edition's text states it; `value` is canonical JSON, as its kind has it. */
export interface Statement extends Annotation {
  path: PropertyPath;
  kind: KindName;
  value: Json;
}

/** An annotation with a property and without words: the pipeline writes the value. */
export interface Blank extends Annotation {
  path: PropertyPath;
}

/** All annotations of one edition, in document order. */
export interface Extraction {
  language: Language;
  mentions: Mention[];
  statements: Statement[];
  blanks: Blank[];
}

// ── languages and what they call things ──────────────────────────────────────

/**
 * Habits of one language, out of locales/<language>/quality.json; a project's own file is laid over the built-in one,
 * key by key. Everything may be missing: a rule without its data is silent, so that a new language needs no code.
 */
export interface LanguageHabits {
  /** Pairs of quotation marks that the language uses, the usual first: [["“", "”"], ["«", "»"]]. */
  quotationMarks?: [open: string, close: string][];
  /** Marks that open what "?" and "!" close: {"?": "¿", "!": "¡"}. */
  invertedMarks?: Record<string, string>;
  /** Sequences of signs that the language writes otherwise, with what it writes: {".”": "”."}. */
  punctuation?: Record<string, string>;
  /** Signs before which the language has a space: [":", "»"]; and those after which it has one: ["«"]. */
  spaceBefore?: string[];
  spaceAfter?: string[];
  /** Signs of units that follow a number without a space: ["%"]. */
  tightUnits?: string[];
  /** Whether headings have a capital on every word. */
  titleCase?: boolean;
  /** Names of months, days, peoples and languages, which the language writes in lower case. */
  lowerCase?: string[];
  /** Such names that the language always writes with a capital, as written: ["Peruvian", "January"]. */
  upperCase?: string[];
  /** Words with a full stop that end no sentence: ["p. ej.", "Sr.", "n.º"]. */
  abbreviations?: string[];
  /** Articles, prepositions and the like, which do not tell one name from another. */
  functionWords?: string[];
  /** Words between the last two members of a list: ["and", "or", "as well as"]. */
  conjunctions?: string[];
  /** Words before the number of a part of a text that names no part: ["see", "shown in"]; with a capital, "In", at the beginning of a sentence only. */
  references?: string[];
  /** Words that a question begins with, also one that is a title and has no mark. */
  questionWords?: string[];
  /** Contractions by what they stand for: {"del": "de el", "da": "de a"}. */
  contractions?: Record<string, string>;
  /** Endings of plurals by those of the singular, where a stemmer keeps them apart: {"ões": "ão", "ns": "m"}. */
  pluralEndings?: Record<string, string>;
  /** Words that translations of the project do not use, by what to write instead: {"faixa fronteiriça": "faixa de fronteira"}. */
  avoidedTerms?: Record<string, string>;
  /** Words that may rightly stand twice in a row. */
  doubledWords?: string[];
  /** Least and greatest length of a translation into this language, as a share of the source's length. */
  lengthRatio?: [least: number, greatest: number];
  /** Words that are alike in other languages, so that a translation may be the same: ["hotel", "total"]. */
  wordsAlike?: string[];
  /** Languages so near that a few words are often the same. */
  akin?: string[];
  /** Frequent small words that show a text to be in this language, as they are none of the languages beside it. */
  tellingWords?: string[];
  /** Other frequent words, shared ones among them: with both lists, what is in a language's and not in a neighbour's tells them apart. */
  commonWords?: string[];
  /** Letters and signs that its neighbours lack: "ñ¿¡". */
  tellingLetters?: string;
  /**
   * Words that do nothing but negate: ["not", "*n't", "never"]. Here and in the next lists a star stands for any
   * letters at the beginning or the end of a word.
   */
  negations?: string[];
  /** Words and phrases that say a negation otherwise: ["unable", "lack*", "instead of"]. */
  negativeWords?: string[];
  /** Phrases whose words neither negate nor are the opposite of anything: ["sin embargo", "al menos"]. */
  setPhrases?: string[];
  /**
   * Opposites, by a name that all languages share, and after them words that make it unclear which of the two is meant:
   * {"open-closed": [["open", "opens"], ["closed", "closes"], ["close"]]}.
   */
  antonyms?: Record<string, [one: string[], other: string[], unclear?: string[]]>;
  /** How translators mark notes of their own: ["N. del T."]. */
  translatorsNotes?: string[];
  /** Further data of a rule, by its own key. */
  [rule: string]: unknown;
}

/** One way to write what an entity is called in a language. */
export interface TermLabel {
  text: string;
  /** `form`: an inflected or contracted form that is read, not offered. `avoided`: not to be used. */
  role: 'name' | 'alternate' | 'acronym' | 'form' | 'avoided';
}

/** What an entity is called, in every language that its record or the text gives. */
export interface Term {
  entity: EntityId;
  labels: Map<Language, TermLabel[]>;
}

/** An entity and the label of it that some words are. */
export interface NamedTerm {
  term: Term;
  label: TermLabel;
}

/** A label found in a text, and where. */
export interface TermMatch extends NamedTerm, TextRange {}

/** The entities' labels as a bilingual dictionary that knows how words are inflected. */
export interface Glossary {
  terms: Map<EntityId, Term>;
  /**
   * Labels in plain text, longest first where they overlap, in the order of the text. Words that are a label of
   * several entities are found once for each. Forms and words to avoid are found too: see the label's role.
   */
  find: (text: string, language: Language) => TermMatch[];
  /** As `find`, for other terms than the glossary's own. */
  createFind: (terms: Iterable<Term>, language: Language) => (text: string) => TermMatch[];
  /** Every entity that the words are a label of, from first to last; none where they are in the author's own words. */
  named: (words: string, language: Language) => NamedTerm[];
  /**
   * The label of an entity that the words are, but for inflection, case, articles and the order of words; undefined
   * where they are none. A label to avoid is found too.
   */
  match: (words: string, entity: EntityId, language: Language) => TermLabel | undefined;
  /** Whether a label of an entity stands in a text, be it in the middle of a longer one; words to avoid do not count. */
  holds: (text: string, entity: EntityId, language: Language) => boolean;
  /** What to write for an entity: its name; undefined where the language has none. */
  name: (entity: EntityId, language: Language) => string | undefined;
}

// ── the graph ────────────────────────────────────────────────────────────────

/** Where a value of an entity comes from. */
export interface Origin {
  source: 'record' | 'bibliography' | 'statement';
  location: Location;
  /** Place of the key that the value stands under, where a record has it. */
  key?: Location;
  language: Language | undefined;
  segment: number | undefined;
}

/** A record of entities/*.yaml, or an item of the bibliography turned into one. */
export interface RecordEntry {
  id: EntityId;
  /** Canonical JSON, as in Entity.properties. */
  properties: JsonObject;
  location: Location;
  /** Place of the value at a path ("population/value", "name/es", "member/2"); the nearest ancestor's where there is none. */
  locate: (path: string) => Location;
  /** Place of the key that a path ends with, where the file has one. */
  locateKey?: (path: string) => Location;
  source: 'record' | 'bibliography';
  /** The work's key in the bibliography, which its id is made of; a record has none. */
  key?: string;
  /** The CSL-JSON item, for a bibliography. */
  csl: JsonObject | undefined;
  /** Whether it is the project's, and its publications share it; false unless given. */
  isShared?: boolean;
}

export interface Entity {
  id: EntityId;
  type: string;
  slug: string;
  /** Canonical JSON by property name; many-valued properties are arrays, text is a language map. */
  properties: JsonObject;
  /** By path with slashes ("length", "population/value", "member/2", "name/es"). */
  origins: Map<string, Origin[]>;
  /** The work's key in the bibliography. */
  key?: string;
  csl: JsonObject | undefined;
}

/** One value of one entity as the texts state it, with the segment that says it in each language. */
export interface StatedFact {
  subject: EntityId;
  path: PropertyPath;
  kind: KindName;
  /** Language-neutral value; for text the language map. */
  value: Json;
  segment: number;
  /** Words by language. */
  words: LanguageMap;
  /** By language the place of the annotation among those of the segment (Annotation.order). */
  orders: Record<Language, number>;
}

export interface Graph {
  /** Sorted by id. */
  entities: Map<EntityId, Entity>;
  facts: StatedFact[];
  mentions: Mention[];
  /** Entity ids of role "note" by what they speak about ("hub:andean", "hub:andean#populationDensity"). */
  notes: Map<string, EntityId[]>;
  /**
   * The publication itself, with what its front matter says by schemas of the project: its name as id, and a type that no other
   * entity has. Undefined where the project has no such schema.
   */
  described?: Entity | undefined;
}

/** An element of a CSL style or locale, as citeproc takes it in place of XML. */
export interface CslNode {
  name: string;
  attrs: Record<string, string>;
  children: (CslNode | string)[];
}

/** A CSL style and what it needs to speak one language. */
export interface CitationStyle {
  style: CslNode;
  /** CSL locale of the edition's language ("es-ES" for es-PE). */
  locale: string;
  /** By tag; holds `locale` and "en-US", the last fallback. */
  locales: Record<string, CslNode>;
}

/** The program that builds, and what the environment says about the build. */
export interface Tool {
  version: string;
  /** Revision of the sources; undefined unless the environment names one (SOURCE_REVISION). */
  revision: string | undefined;
  /** Time of the build, ISO 8601 in UTC; undefined unless the environment sets one (SOURCE_DATE_EPOCH). */
  time: string | undefined;
}

// ── what is published ────────────────────────────────────────────────────────

export interface OutputFile {
  /** Relative to dist/, forward slashes. */
  path: string;
  text: string;
  mediaType: string;
  language: Language | undefined;
  /** Of the text's UTF-8 bytes, where somebody has counted them. */
  digest?: ByteDigest;
  /** The text piece by piece, where it is too large for one to hold; it is made anew each time. */
  pieces?: () => Iterable<string>;
}

/** What tells the bytes of a file from others. */
export interface ByteDigest {
  bytes: number;
  /** In hexadecimal. */
  sha256: string;
}

/** What all editions of a publication state, whatever their language. */
export interface OneGraph {
  /** SHA-256 of the canonical N-Quads (RDFC-1.0), the same for every edition. */
  sha256: string;
  triples: number;
  editions: number;
}

/** What was proven of a publication's data. */
export interface Proof {
  /** SHA-256 of the data as canonical N-Triples (RDFC-1.0). */
  canonicalSha256: string;
  triples: number;
  /** What the pages of the editions carry; undefined where they differ. */
  oneGraph: OneGraph | undefined;
}

/** A publication, all stages done: what the outputs are made of. */
export interface Publication {
  name: string;
  document: Document;
  segments: Segment[];
  editions: Edition[];
  extractions: Extraction[];
  graph: Graph;
}
