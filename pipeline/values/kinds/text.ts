import type { Json, Language, Property } from '../../model.ts';
import { suggest } from '../../rules/likely-names.ts';
import type { DataSaying } from '../data-term.ts';
import { getKey, isObject, showValue } from '../json-value.ts';
import { spellLanguageTag } from '../spell-language-tag.ts';
import type { CheckContext, ValueKind } from '../value-kind.ts';
import { checkCharacters, type ValueProblem, wrongType } from '../value-problem.ts';
import { readable } from '../value-reader.ts';

/** As schemas/values.json has it. */
const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** A text for each language, by its tag: {"en": "Peru", "es": "Perú"}; of a property with many, texts for each. */
export const text: ValueKind = {
  keywords: new Set(['x-term']),
  knownUnits: (units) => units,
  instanceType: 'object',
  isTagged: true,
  refersTo: undefined,
  composition: undefined,
  check: checkTexts,
  same: () => false,
  isVerbatim: true,
  isReadBack: false,
  createReader: () => (words) => readable(words.replace(/\s+/g, ' ')),
  createWriter:
    ({ language, list }) =>
    (value) => {
      const own = isObject(value) ? getKey(value, language) : value;
      return Array.isArray(own) ? list(own.map(String)) : String(own ?? '');
    },
  agrees: undefined,
  example: '',
  readTitle: (title) => (title === '' ? undefined : readable(title)),
  fromRecord: (words) => words,
  fromVariable: (texts) => texts.join('; '),
  data: (value) =>
    Object.entries(isObject(value) ? value : {})
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([language, words]) =>
        [words].flat().flatMap((each) => (typeof each === 'string' ? [{ text: each, language }] : [])),
      ),
  propertyClass: 'owl:DatatypeProperty',
  contextTypes: ['rdf:langString'],
  contextEntry: (many) => ({ '@container': many ? ['@language', '@set'] : '@language' }),
  shape: ({ many, limits }, { languages, isShared }) => [
    ['sh:datatype', { iri: 'rdf:langString' }],
    ...(languages === undefined ? [] : [languagesOf(languages)]),
    ...(many || isShared ? [] : [flag('sh:uniqueLang')]),
    ['sh:minLength', { value: String(limits?.minLength ?? 1), datatype: 'xsd:integer' }],
  ],
  typescript: ({ many }) => (many ? 'Texts' : 'Text'),
  typescriptDefinitions: () => {
    const byLanguage = (words: Json) => ({ type: 'object', additionalProperties: words });
    return {
      text: { title: 'Text', description: 'One text for each language.', ...byLanguage({ type: 'string' }) },
      texts: {
        title: 'Texts',
        description: 'Any number of texts for each language.',
        ...byLanguage({ type: 'array', items: { type: 'string' } }),
      },
    };
  },
  editorSchema: ({ many }, { languages }) => {
    const one = { type: 'string', minLength: 1 };
    const words = many ? { anyOf: [one, { type: 'array', items: one }] } : one;
    return {
      type: 'object',
      properties: Object.fromEntries([...languages, 'und'].map((language) => [language, words])),
      additionalProperties: false,
    };
  },
  description:
    'a text for each language: `{en: Peru, es: Perú, pt: Peru}`, or `{und: …}` where all are the same',
};

function languagesOf(languages: readonly Language[]): DataSaying {
  return ['sh:languageIn', { list: languages.map((language) => ({ value: language })) }];
}

function flag(property: string): [string, { value: string; datatype: string }] {
  return [property, { value: 'true', datatype: 'xsd:boolean' }];
}

function checkTexts(value: Json, { many }: Property, { languages }: CheckContext): ValueProblem[] {
  const context = many ? 'texts' : 'text';
  if (!isObject(value) || Object.keys(value).length === 0) return wrongType(context, value);
  const isWords = (words: Json): boolean => typeof words === 'string' && words !== '';
  return Object.entries(value).flatMap(([language, words]): ValueProblem[] => {
    const problem = checkLanguage(language, languages);
    if (problem) return [problem];
    const all = many ? words : [words];
    if (!Array.isArray(all) || !all.every(isWords)) return wrongType(context, words, language);
    return all.flatMap((each, index) =>
      checkCharacters(String(each), many ? `${language}/${index}` : language),
    );
  });
}

function checkLanguage(language: Language, languages: Language[]): ValueProblem | undefined {
  const about = { path: language, isAboutKey: true };
  // What is spelt otherwise stands a second time under the tag.
  if (!languageTag.test(language) || spellLanguageTag(language) !== language) {
    const values = { found: showValue(language), ...suggest(language, languages) };
    return { ...about, rule: 'language-tag-is-well-formed', values };
  }
  if (languages.length === 0 || languages.includes(language)) return undefined;
  const values = { language, expected: languages.join(', '), ...suggest(language, languages) };
  return { ...about, rule: 'language-is-published', values };
}
