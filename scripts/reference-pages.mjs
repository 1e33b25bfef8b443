import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The pages of docs/ that say what keys a file can have, out of the JSON Schemas that hold for it, and the table of units.
 *
 * @param {string} root folder of the repository
 * @returns {{ path: string, text: string }[]}
 */
export function writeReferencePages(root) {
  const read = (at) => JSON.parse(readFileSync(path.join(root, at), 'utf8'));
  const page = (name, title, lead, lines) => ({
    path: `docs/${name}.md`,
    text: `<!-- Made from schemas/ by \`npm run generate:rules\`; change those. -->\n\n# ${title}\n\n${lead}\n\n${lines.join('\n')}\n`,
  });
  return [
    page(
      'configuration',
      'tinkuy.yaml: every key',
      'The configuration of a project, as [`schemas/configuration.json`](../schemas/configuration.json) describes it. What is not here is a\n' +
        'finding ([configuration-is-valid](rules/configuration-is-valid.md)).',
      tableOf(read('schemas/configuration.json')),
    ),
    page(
      'front-matter',
      'Front matter: every key',
      'What stands at the head of a text, between two lines of `---`, as [`schemas/front-matter.json`](../schemas/front-matter.json) describes it.\n' +
        'A project [adds keys of its own](real-schemas.md#as-front-matter). A form that is not here is a finding\n' +
        '([front-matter-is-well-formed](rules/front-matter-is-well-formed.md)).',
      tableOf(read('schemas/front-matter.json')),
    ),
    page(
      'units',
      'Units',
      'Codes of units that come with Tinkuy, as [`schemas/units.json`](../schemas/units.json) has them: `x-units` of a quantity names them, records write\n' +
        'them (`area: 530 km2`), and texts name them as their language does. A project adds to them in its own `schemas/units.json`.',
      tableOfUnits(read('schemas/units.json')),
    ),
  ];
}

function tableOf(schema) {
  const required = new Set(schema.required ?? []);
  const rows = rowsOf(schema, schema, '', required);
  return ['| key | may be | meaning |', '| --- | --- | --- |', ...rows];
}

/** A row for each key, below it those of what it holds. */
function rowsOf(schema, root, above, required) {
  return Object.entries(schema.properties ?? {}).flatMap(([name, given]) => {
    const property = resolve(given, root);
    const key = `${above}${name}`;
    const parts = property.items ? resolve(property.items, root) : property;
    const marks = [
      required.has(name) ? 'required' : '',
      property.default === undefined ? '' : `\`${JSON.stringify(property.default)}\` if not given`,
    ].filter(Boolean);
    const meaning = [property.description ?? property.title ?? '', marks.join(', ')]
      .filter(Boolean)
      .join(' — ');
    const row = `| \`${key}\` | ${formOf(property, root)} | ${meaning.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
    const inner = parts.properties
      ? rowsOf(parts, root, `${key}${property.items ? '[]' : ''}.`, new Set(parts.required ?? []))
      : [];
    const each = property.additionalProperties ?? parts.additionalProperties;
    const named =
      each && typeof each === 'object' && resolve(each, root).properties
        ? rowsOf(resolve(each, root), root, `${key}.<name>.`, new Set(resolve(each, root).required ?? []))
        : [];
    return [row, ...inner, ...named];
  });
}

function formOf(property, root) {
  if (property.const !== undefined) return `\`${property.const}\``;
  if (property.enum) return property.enum.map((value) => `\`${value}\``).join(', ');
  if (property.items && property.additionalProperties)
    return `list of ${formOf(resolve(property.items, root), root)}; or ${formOf({ ...property, items: undefined, type: 'object' }, root)}`;
  if (property.items) return `list of ${formOf(resolve(property.items, root), root)}`;
  const choices = property.anyOf ?? property.oneOf;
  if (choices) return [...new Set(choices.map((each) => formOf(resolve(each, root), root)))].join(' or ');
  const each = property.additionalProperties;
  if (each && typeof each === 'object') return `keys with ${formOf(resolve(each, root), root)}`;
  const types = [property.type ?? 'string'].flat();
  return types.map((type) => words[type] ?? type).join(' or ');
}

const words = {
  string: 'text',
  object: 'keys',
  array: 'list',
  boolean: '`true` or `false`',
  integer: 'whole number',
};

/** References within the file; others name a kind of value. */
function resolve(schema, root) {
  if (!schema.$ref?.startsWith('#/')) return schema;
  const target = schema.$ref
    .slice(2)
    .split('/')
    .reduce((at, step) => at[step], root);
  return { ...target, ...schema };
}

function tableOfUnits(units) {
  const rows = Object.entries(units).map(
    ([code, { ucum, dimension, factor, qudt }]) =>
      `| \`${code}\` | ${dimension} | ${factor ?? ''} | \`${ucum ?? ''}\` | ${qudt ? `<${qudt}>` : ''} |`,
  );
  return [
    '| code | dimension | factor to its base | UCUM | QUDT |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ];
}
