import type {
  Diagnostic,
  Document,
  FrontMatter,
  FrontMatterForm,
  JsonObject,
  Language,
  Location,
  Segment,
} from '../model.ts';
import type { SchemaCheck } from '../rules/create-schema-check.ts';
import { diagnose } from '../rules/diagnose.ts';
import { likelyNames } from '../rules/likely-names.ts';
import { dateExists, earliestDay, latestDay, looksLikeDate, looksLikePeriod } from '../values/edtf.ts';
import { findUnwritable } from '../values/find-unwritable.ts';
import { encodeIri, isIri } from '../values/iri-form.ts';
import { getAt, showValue } from '../values/json-value.ts';
import { visitJson } from '../values/visit-json.ts';
import { checkFrontMatterText } from './check-front-matter-text.ts';
import { describeFrontMatter, schemaAt } from './describe-front-matter.ts';

const rule = 'front-matter-is-well-formed';

/** What a front matter is held against. */
interface FrontMatterContext {
  /** schemas/front-matter.json. */
  form: SchemaCheck;
  /** Languages of the editions; empty where they are not known for sure. */
  languages: readonly Language[];
  allowHtml: boolean;
  /** What schemas of the project say besides; undefined where they say nothing. */
  own: FrontMatterForm | undefined;
}

/**
 * Holds a front matter against schemas/front-matter.json, its dates against the calendar, its language against the
 * editions, and its translatable texts against what a text may be. One that could not be read has its finding already.
 * Findings: front-matter-is-well-formed, date-exists, period-is-in-order, those of `checkFrontMatterText`.
 */
export function checkFrontMatter(
  document: Document,
  segments: readonly Segment[],
  { form, languages, allowHtml, own }: FrontMatterContext,
): Diagnostic[] {
  const { value, locate, locateKey } = document.frontMatter;
  if (locateKey === undefined || document.text.trim() === '') return [];
  const beyond = new Map([
    ...checkDates(document.frontMatter, form.schema),
    ...checkLanguage(document.frontMatter, languages),
    ...checkAddresses(document.frontMatter, form.schema),
    ...checkCharacters(document.frontMatter),
  ]);
  const diagnostics = [...beyond.values()];
  for (const { path, key, values } of describeFrontMatter(value, form)) {
    if (beyond.has(path)) continue;
    // Whether a key is known the schemas of the project decide with the tool's.
    if (path === '' && key !== undefined && own) continue;
    const place = key === undefined ? locate(path) : locateKey(path, key);
    // What is missing is missing at the start of what should hold it.
    const location = values.context === 'missing' ? { ...place, end: place.start } : place;
    const [first = ''] = path.split('/');
    const other = own?.shared.get(first);
    if (!other) diagnostics.push(diagnose(rule, location, values));
    else diagnostics.push(reportBoth(first, path, values, location, other, value));
  }
  return [
    ...diagnostics,
    ...segments.flatMap((segment) => checkFrontMatterText(document, segment, allowHtml)),
  ];
}

/** What the tool's form wants of a key that a schema of the project speaks of, too. */
function reportBoth(
  key: string,
  path: string,
  { context, expected = context ?? '', found }: Diagnostic['values'],
  location: Location,
  other: Location,
  value: JsonObject,
): Diagnostic {
  const at = getAt(value, path === '' ? [] : path.split('/'));
  const values = { context: 'both', key, expected, found: found ?? showValue(at), schema: other.path };
  return diagnose(rule, location, values, [{ location: other, role: 'schema' }]);
}

/** The dates and periods that are none, by path. */
function checkDates({ value, locate }: FrontMatter, schema: JsonObject): Map<string, Diagnostic> {
  const findings = new Map<string, Diagnostic>();
  visitJson(value, (path, at) => {
    const { $ref } = schemaAt(schema, path);
    const kind = typeof $ref === 'string' ? /#\/\$defs\/(date|period)$/.exec($ref)?.[1] : undefined;
    if (kind === undefined || (typeof at !== 'string' && typeof at !== 'number')) return;
    const found = String(at);
    const isPeriod = kind === 'period';
    if (isPeriod ? !looksLikePeriod(found) : !looksLikeDate(found)) {
      const key = path.split('/').at(-1) ?? '';
      const expected = isPeriod ? '1998/2012, 1998' : '1998-10-26, 1998-10, 1998';
      findings.set(path, diagnose(rule, locate(path), { context: 'form', key, expected, found }));
      return;
    }
    const dates = found.split('/');
    const missing = dates.find((date) => !dateExists(date));
    if (missing !== undefined) {
      findings.set(path, diagnose('date-exists', locate(path), { found: missing }));
    } else if (earliestDay(found) > latestDay(found)) {
      const [start = '', end = ''] = dates;
      findings.set(path, diagnose('period-is-in-order', locate(path), { found, start, end }));
    }
  });
  return findings;
}

/** The addresses that no data can have, by path. */
function checkAddresses({ value, locate }: FrontMatter, schema: JsonObject): Map<string, Diagnostic> {
  const findings = new Map<string, Diagnostic>();
  visitJson(value, (path, at) => {
    const { pattern } = schemaAt(schema, path);
    if (typeof at !== 'string' || !String(pattern ?? '').includes('https?://')) return;
    if (!/^https?:\/\/\S+$/.test(at) || isIri(at)) return;
    const key = path.split('/').at(-1) ?? '';
    findings.set(
      path,
      diagnose(rule, locate(path), { context: 'address', key, expected: encodeIri(at), found: at }),
    );
  });
  return findings;
}

/** The texts that no form of the data can hold, by path. */
function checkCharacters({ value, locate }: FrontMatter): Map<string, Diagnostic> {
  const findings = new Map<string, Diagnostic>();
  visitJson(value, (path, at) => {
    const found = typeof at === 'string' ? findUnwritable(at)[0]?.name : undefined;
    if (found === undefined) return;
    const key = path.split('/')[0] ?? '';
    findings.set(path, diagnose(rule, locate(path), { context: 'characters', key, found }));
  });
  return findings;
}

/** A text in a language without an edition would have no edition to be the source of the others. */
function checkLanguage(
  { value: { language }, locate }: FrontMatter,
  languages: readonly Language[],
): Map<string, Diagnostic> {
  if (typeof language !== 'string' || languages.length === 0 || languages.includes(language)) {
    return new Map();
  }
  const [likely] = likelyNames(language, languages);
  const values = { context: 'language', expected: languages.join(', '), found: language };
  const misspelt = { ...values, context: 'misspelt', likely: likely ?? '' };
  const finding = diagnose(rule, locate('language'), likely === undefined ? values : misspelt);
  return new Map([['language', finding]]);
}
