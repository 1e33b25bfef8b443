import type {
  EntityType,
  FrontMatterForm,
  JsonObject,
  LanguageMap,
  Location,
  OwnFrontMatter,
} from '../model.ts';
import { objectMembers } from '../values/json-value.ts';
import { isDescribedType } from './described-publication.ts';
import { languageMap, readLabel } from './read-property.ts';

/** The types of a project, those of publications without the keys that the tool's form has; and these as they were read. */
interface SplitTypes {
  types: Map<string, EntityType>;
  frontMatter: OwnFrontMatter | undefined;
}

/**
 * Takes the keys of the tool's form out of the types of publications: what they say has its place in the data already.
 *
 * @param form schemas/front-matter.json of the tool
 * @param locate where the schema of a type stands, or speaks of one of those keys
 * @param isPossible whether some front matter fits a type and the tool's form
 */
export function readOwnFrontMatter(
  types: ReadonlyMap<string, EntityType>,
  form: JsonObject,
  locate: (type: string, key?: string) => Location,
  isPossible: (type: string) => boolean,
): SplitTypes {
  const keys = Object.keys(objectMembers(form.properties));
  const own = [...types].filter(([name]) => isDescribedType(name));
  if (own.length === 0) return { types: new Map(types), frontMatter: undefined };
  const isOwn = (name: string): boolean => !keys.includes(name);
  const [label, labels] = [readLabel(form, {}), languageMap(form['x-plural'])];
  const split = own.map(([name, type]): [string, EntityType] => {
    const { label: given, plural, required, properties } = type;
    const carried = [...properties].filter(([key]) => isOwn(key));
    // A schema without a title has the name of the type, which is nobody's word.
    const isNamed = given.en !== name;
    const words = isNamed ? {} : { label: { ...label, ...withoutEnglish(given) } };
    const all = plural.en === name ? { plural: labels } : {};
    return [
      name,
      { ...type, ...words, ...all, properties: new Map(carried), required: required.filter(isOwn) },
    ];
  });
  const forms = own.map(([name, type]): [string, FrontMatterForm] => {
    const shared = [...type.properties.keys()].filter((key) => !isOwn(key));
    return [
      name,
      {
        type,
        shared: new Map(shared.map((key) => [key, locate(name, key)])),
        path: locate(name).path,
        isPossible: isPossible(name),
      },
    ];
  });
  return { types: new Map([...types, ...split]), frontMatter: { keys, forms: new Map(forms) } };
}

function withoutEnglish({ en: _, ...others }: LanguageMap): LanguageMap {
  return others;
}
