import { createInstance, type Resource } from 'i18next';
import type { Language, SourceFile } from './model.ts';

/**
 * Words of one language. `key` is "namespace:path.to.word" ("edition:box"); without a namespace it is of the
 * edition's furniture. `values` fill the holes `{{name}}`; `count` also chooses the plural form (CLDR, by i18next).
 * A key that no file has comes back as it is.
 */
export type Translate = (key: string, values?: Record<string, string | number>) => string;

/**
 * Makes the words of a language from `locales/<language>/**.json`. A file's name is its namespace; files in a folder
 * share the folder's ("diagnostics/some-rule.json" is "diagnostics:some-rule"). Later files override earlier ones word
 * by word, so a project's own files go last. What a language lacks is taken from English.
 * Files that are not JSON objects are left out; checking them is not done here.
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
  return (key, values = {}) => instance.t(key, values);
}

type Words = { [key: string]: string | Words };

function resourcesOf(files: SourceFile[], languages: Language[]): Resource {
  const resources: Record<string, Record<string, Words>> = {};
  for (const language of new Set(languages)) resources[language] = {};
  for (const file of files) {
    const place = /^(?:.*\/)?locales\/([^/]+)\/(?:([^/]+)\/)?([^/]+)\.json$/.exec(file.path);
    const namespaces = place && resources[place[1] ?? ''];
    if (!namespaces) continue;
    const words = parse(file.text);
    if (!words) continue;
    const [, , folder, name = ''] = place;
    const namespace = folder ?? name;
    namespaces[namespace] = merge(namespaces[namespace] ?? {}, folder ? { [name]: words } : words);
  }
  return resources;
}

function parse(text: string): Words | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Words)
      : undefined;
  } catch {
    return undefined;
  }
}

function merge(first: Words, second: Words): Words {
  const merged: Words = { ...first };
  for (const [key, value] of Object.entries(second)) {
    const before = merged[key];
    merged[key] = typeof value === 'object' && typeof before === 'object' ? merge(before, value) : value;
  }
  return merged;
}
