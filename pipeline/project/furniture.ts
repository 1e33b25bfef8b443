import { createInstance } from 'i18next';
import type { Language, SourceFile } from '../model.ts';
import { isObject } from '../values/json-value.ts';
import { remember } from '../values/remember.ts';

/**
 * Words of one language. `key` is "namespace:path.to.word" ("edition:box"); without a namespace it is of the
 * edition's furniture. `values` fill the holes `{{name}}`; `count` also chooses the plural form (CLDR, by i18next).
 * A key that no file has comes back as it is.
 */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * Makes the words of a language from `locales/<language>/*.json`. A file's name is its namespace. Later files override
 * earlier ones word by word, so a project's own files go last. What a language lacks is taken from English.
 * What has another form is left out; checkLanguageFiles reports it.
 */
export function createFurniture(files: SourceFile[], language: Language): Translate {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    load: 'currentOnly',
    initAsync: false,
    defaultNS: 'edition',
    ns: ['edition'],
    resources: resourcesOf(files, [language, 'en']),
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  // i18next looks for keys in every text, and makes an expression for each.
  const nest = files.some(({ path, text }) => path.endsWith('.json') && text.includes('$t('));
  const plain = remember((key) => instance.t(key, { nest }));
  return (key, values) => (values ? instance.t(key, { ...values, nest }) : plain(key));
}

/**
 * Keys of the edition's furniture that English has and a language lacks, in the order of the file: "about.title", or
 * "about" where it lacks all of a group. Of a key with plural forms any form will do.
 */
export function findMissingWords(files: SourceFile[], language: Language): string[] {
  const resources = resourcesOf(files, [language, 'en']);
  return missingKeys(resources.en?.edition ?? {}, resources[language]?.edition ?? {});
}

/** Ending that i18next gives the keys of plural forms (https://www.i18next.com/translation-function/plurals). */
const pluralForm = /_(?:zero|one|two|few|many|other)$/;

function missingKeys(model: ResourceTree, words: ResourceTree): string[] {
  const present = new Map(Object.entries(words).map(([key, value]) => [key.replace(pluralForm, ''), value]));
  const keys = new Map(Object.entries(model).map(([key, value]) => [key.replace(pluralForm, ''), value]));
  return [...keys].flatMap(([key, value]) => {
    const own = present.get(key);
    if (own === undefined || typeof value === 'string') return own === undefined ? [key] : [];
    return missingKeys(value, typeof own === 'string' ? {} : own).map((inner) => `${key}.${inner}`);
  });
}

type ResourceTree = { [key: string]: string | ResourceTree };

/** By language and namespace. */
type Resources = Record<Language, Record<string, ResourceTree>>;

function resourcesOf(files: SourceFile[], languages: Language[]): Resources {
  const resources: Resources = {};
  for (const language of new Set(languages)) resources[language] = {};
  for (const file of files) {
    const place = /^(?:.*\/)?locales\/([^/]+)\/([^/]+)\.json$/.exec(file.path);
    const namespaces = place && resources[place[1] ?? ''];
    if (!namespaces) continue;
    const words = parse(file.text);
    if (!words) continue;
    const [, , name = ''] = place;
    namespaces[name] = merge(namespaces[name] ?? {}, words);
  }
  return resources;
}

function parse(text: string): ResourceTree | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? (value as ResourceTree) : undefined;
  } catch {
    return undefined;
  }
}

/** Words over words. What is neither a text nor a group, or one in the place of the other, is left out. */
function merge(first: ResourceTree, second: ResourceTree): ResourceTree {
  const merged: ResourceTree = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = merged[key];
    if (isObject(value) && typeof before !== 'string') merged[key] = merge(before ?? {}, value);
    else if (typeof value === 'string' && !isObject(before)) merged[key] = value;
  }
  return merged;
}
