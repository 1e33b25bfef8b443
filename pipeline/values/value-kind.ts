import type { Json, JsonObject, KindName, Language, Property, Unit, Vocabulary } from '../model.ts';
import type { DataContext, DataSaying, DataTerm, ValueColumn, ValueShapeContext } from './data-term.ts';
import type { ReadingEdition, WordReader } from './reading-edition.ts';
import type { ValueProblem } from './value-problem.ts';
import type { ReadResult } from './value-reader.ts';
import type { WordWriter, WritingEdition } from './writing-edition.ts';

/** Keywords of this vocabulary's own that say something of a property, and `properties`; what those of JSON Schema say of, `instanceType` tells. */
export type SchemaKeyword =
  | 'x-labels'
  | 'x-classes'
  | 'x-range'
  | 'x-acyclic'
  | 'x-unique'
  | 'x-in-name'
  | 'x-inverse'
  | 'x-named-in'
  | 'x-units'
  | 'x-term'
  | 'properties';

/**
 * All that is known of a kind of value. Other rooms ask it, by `kindOf(property)`, and never which kind it is: what they
 * have to know of a value is a member here, so that a new kind is one more object of this type and a line in kinds.ts.
 * What a face needs of another room comes as an argument.
 */
export interface ValueKind {
  // ── in schemas ──

  keywords: ReadonlySet<SchemaKeyword>;
  /** The codes that `x-units` may name, out of those of schemas/units.json or others. */
  knownUnits: (units: ReadonlySet<string>) => ReadonlySet<string>;

  // ── what its values are ──

  /** The type of JSON that a schema sees a value as; `any` where a value brings its own. */
  instanceType: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'any';
  /** Whether a value is a map with a text for each language, or of a many-valued property with texts. */
  isTagged: boolean;
  /** What a value is the name of: an entity (its id), an entity or one of its properties, an address in the web. */
  refersTo: 'entity' | 'place' | 'address' | undefined;
  /** Of a value that has parts. */
  composition: Composition | undefined;
  /** Holds one value in canonical form against the kind (of a many-valued property: one of its values). */
  check: (value: Json, property: Property, context: CheckContext) => ValueProblem[];
  /** Whether two canonical values that are other JSON are one value all the same. */
  same: (a: Json, b: Json, units: Map<string, Unit>) => boolean;

  // ── in words ──

  /** Whether words are kept as they are typed; letters with marks may be typed in two ways, which are one elsewhere. */
  isVerbatim: boolean;
  /** Whether what the writer makes of a value is read as that value again. */
  isReadBack: boolean;
  /** Makes the reader of one edition's words; they must be the value and nothing else. */
  createReader: (edition: ReadingEdition) => WordReader;
  /** Makes the writer of one edition's words for one value; of a text for all that its language has. */
  createWriter: (edition: WritingEdition) => WordWriter;
  /**
   * Whether words can be the value that their title gives; a title may be more exact than the words. Undefined where
   * words beside a title are only a name.
   */
  agrees: ((words: Json, title: Json, units: Map<string, Unit>) => boolean) | undefined;

  // ── in titles, records and bibliographies ──

  /** A value as a title gives it, the same in every language, for a message. */
  example: string;
  /** Reads a title, without space around it; undefined where it has not the form of `example`. */
  readTitle: (title: string, property: Property, vocabulary: Vocabulary) => ReadResult | undefined;
  /** Canonical form of a scalar of a record; what does not fit the kind is kept, for `check` to refuse at its place. */
  fromRecord: (text: string, property: Property) => Json;
  /** The texts of a CSL-JSON variable, one or more, as one value. */
  fromVariable: (texts: readonly [string, ...string[]], property: Property) => Json;

  // ── in outputs ──

  /** What a value is in the data; of a text, what all languages have. */
  data: (value: Json, property: Property, context: DataContext) => DataTerm[];
  /** Class of a property with such values in the ontology. */
  propertyClass: 'owl:ObjectProperty' | 'owl:DatatypeProperty' | 'rdf:Property';
  /** What a context of a schema may give as `@type` of a property: what the data say of its values. Any datatype where `instanceType` is `any`. */
  contextTypes: readonly string[];
  /** What the JSON-LD context says of a property besides its address. */
  contextEntry: (many: boolean) => JsonObject;
  /** What a shape demands of each value. */
  shape: (property: Property, context: ValueShapeContext) => DataSaying[];
  /** Type of one value in TypeScript; of a text, of all that a property has. */
  typescript: (property: Property, isAbstract: (type: string) => boolean) => string;
  /** JSON Schemas of the types that `typescript` names, by name in lower case, for the properties of this kind that there are. */
  typescriptDefinitions: (properties: Property[], describe: (part: Property) => JsonObject) => JsonObject;
  /** JSON Schema of a value in every form that a record may have it in, for editors. */
  editorSchema: (property: Property, context: EditorContext) => JsonObject;
  /** What a value looks like, for authors; Markdown. */
  description: string;
}

/** Finds the kind of a property: for kinds whose values have others within them, as no kind can import all. */
export type AsksKind = (of: { kind: KindName }) => ValueKind;

/** Of a value with parts: which of them are the value itself, and which are said about it. */
export interface Composition {
  /** Parts that words state together, such as value and unit; without the first there is no value. */
  stated: readonly [string, ...string[]];
  /** Parts that the writer puts into the words. */
  inWords: readonly string[];
  /** Parts that an index shows without their label. */
  unlabelled: readonly string[];
  /** Adds what a record need not say. */
  complete: (parts: JsonObject, property: Property) => JsonObject;
  /** What the data says of the stated parts. */
  statedData: (parts: JsonObject, units: Map<string, Unit>) => DataSaying[];
  /** The property by which the value's node has a part. */
  partTerm: (part: Property, value: Json) => string;
  /** Columns that a table of such values has for the stated parts. */
  columns: readonly ValueColumn[];
}

export interface CheckContext {
  languages: Language[];
  units: Map<string, Unit>;
}

export interface EditorContext {
  languages: Language[];
  /** Codes of schemas/units.json. */
  unitCodes: string[];
  /** Schema of a part, with its label and description. */
  describe: (part: Property) => JsonObject;
}
