/**
 * Changes one thing in the records, the register, the bibliography or the front matter of this repository's publication, reads
 * the project in memory as far as its findings go, and looks whether a finding points to the changed line; so for faults of many kinds, and prints a
 * table by kind: faults, those that contradict something else in the project, those of them that were found. The choice is the same
 * in every run with one seed. `node tests/bench/seeded-record-faults.mjs [faults of each kind] [seed=14] [-v] [kind]`; -v shows those
 * that nothing was said of. Ends with 1 where less than 95 % of the contradicting faults of a kind are found.
 *
 * What contradicts is judged here by the graph of the unchanged publication, not by what the checks look at: a value that a text
 * states too, a name that the text uses, an entity that the name of another names, an author whom an item has, a code or an address
 * that is one thing's alone.
 */
import { fileURLToPath } from 'node:url';
import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { state } from '../../lib/graph/state.js';
import { createAnswers } from '../../lib/host/create-answers.js';
import { createKeep } from '../../lib/host/create-keep.js';
import { createServices } from '../../lib/host/create-services.js';
import { readProject } from '../../lib/host/read-project.js';
import { openProject } from '../../lib/project/open-project.js';
import { compareQualifiers } from '../../lib/proof/compare-qualifiers.js';
import { compareRecords } from '../../lib/proof/compare-records.js';
import { createGlossary } from '../../lib/translation/glossary/create-glossary.js';
import { translate } from '../../lib/translation/translate.js';

const each = Number(process.argv.find((one) => /^\d+$/.test(one)) ?? 14);
const isVerbose = process.argv.includes('-v');
const [only] = process.argv.slice(2).filter((one) => !/^(?:\d+|seed=\d+|-v)$/.test(one));
const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = 'source/peru-borders';
const { own, builtin } = readProject(root).value;
const keep = createKeep();
const answers = createAnswers();
const texts = new Map(own.map(({ path, text }) => [path, text]));
const first = run([]);
const known = new Set(first.diagnostics.map(keyOf));
const { graph, extractions } = first.publications[0];
const { types } = first.vocabulary;

/** A number that is the same in every run. */
let seed = Number(process.argv.find((one) => /^seed=\d+$/.test(one))?.slice(5) ?? 14);
function chance() {
  seed = (seed * 48271) % 2147483647;
  return seed / 2147483647;
}
const pick = (list) => list[Math.floor(chance() * list.length)];

/** A place of more lines points to none of them. */
const linesMost = 6;
/** Properties whose objects a name names: "Ecuador–Peru border". That of a ministry may name a country that it is not of. */
const inNames = ['between', 'party', 'participant', 'partOf', 'border', 'organizer'];

/** Names of an item by the property that has the entities of these names. */
const variables = { creator: 'author', editedBy: 'editor' };
const records = readRecords();
const items = readItems();
const bindings = readBindings();

const kinds = {
  'relation to another entity': () =>
    relations().map(({ record, property, value, node, path }) => {
      const others = [...graph.entities.keys()].filter(
        (id) =>
          id.startsWith(`${value.split(':')[0]}:`) &&
          id !== record.id &&
          ![graph.entities.get(record.id)?.properties[property.name]].flat().includes(id),
      );
      const other = pick(others);
      return (
        other && {
          edits: [replace(path, node, other)],
          why:
            stated(record.id, property) ??
            nameNames(record.id, value, property) ??
            itemNames(record.id, property, value) ??
            inverse(record.id, property, value, other),
          about: `${record.id} ${property.name}: ${value} → ${other}`,
        }
      );
    }),
  'relation dropped': () =>
    relations().map(({ record, property, value, node, path, pair, list }) => ({
      edits: [dropped(path, node, pair, list)],
      lines: [record.line],
      why:
        types.get(record.type).required.includes(property.name) &&
        (list?.items.length ?? 1) <= (property.limits?.minItems ?? 1)
          ? 'required'
          : (list?.items.length ?? 1) > 1
            ? nameNames(record.id, value, property)
            : undefined,
      about: `${record.id} ${property.name}: ${value} dropped`,
    })),
  'value of a record': () =>
    records.flatMap((record) =>
      record.scalars.flatMap(({ names, node, path }) => {
        const text = String(node.value);
        const changed = otherValue(text);
        const isText = ['name', 'description', 'reading', 'reason', 'printed', 'sameAs'].includes(names[0]);
        if (changed === undefined || isText) return [];
        return [
          {
            edits: [replace(path, node, changed)],
            why: statedAt(record.id, names) ?? (names[0] === 'isoCode' ? 'the list of codes' : undefined),
            about: `${record.id} ${names.join('.')}: ${text} → ${changed}`,
          },
        ];
      }),
    ),
  'words beside a value (qualifier)': () =>
    records.flatMap((record) =>
      record.scalars
        .filter(({ names }) => names.at(-1) === 'qualifier')
        .map(({ names, node, path }) => {
          const other = pick(
            ['almost', 'over', 'under', 'upTo', 'approximately'].filter((one) => one !== node.value),
          );
          return {
            edits: [replace(path, node, other)],
            // “almost” and “approximately” are one limit.
            why:
              ['almost', 'approximately'].includes(node.value) && ['almost', 'approximately'].includes(other)
                ? undefined
                : statedAt(record.id, names),
            about: `${record.id} ${names.join('.')}: ${node.value} → ${other}`,
          };
        }),
    ),
  'label exchanged with another entity’s': () =>
    labels().map((label) => {
      const other = pick(
        labels().filter(
          (one) => one.type === label.type && one.language === label.language && one.text !== label.text,
        ),
      );
      return (
        other && {
          edits: [quoted(label, other.text), quoted(other, label.text)],
          why: usedName(label) ?? usedName(other) ?? sameElsewhere(label) ?? sameElsewhere(other),
          about: `${label.id}.${label.language} ↔ ${other.id}: ${label.text} ↔ ${other.text}`,
        }
      );
    }),
  'label of another entity': () =>
    labels().map((label) => {
      const other = pick(
        labels().filter(
          (one) => one.type === label.type && one.language === label.language && one.text !== label.text,
        ),
      );
      return (
        other && {
          edits: [quoted(label, other.text)],
          why: usedName(label) ?? sameElsewhere(label),
          about: `${label.id}.${label.language}: ${label.text} → ${other.text}`,
        }
      );
    }),
  'label misspelt': () =>
    labels()
      .filter(({ text }) => text.length > 4)
      .map((label) => {
        const changed = misspelt(label.text);
        return {
          edits: [quoted(label, changed)],
          why: usedName(label),
          about: `${label.id}.${label.language}: ${label.text} → ${changed}`,
        };
      }),
  'number in a label': () =>
    labels()
      .filter(({ text }) => /\d/.test(text))
      .map((label) => {
        const changed = otherValue(label.text);
        return {
          edits: [quoted(label, changed)],
          why: 'the other languages',
          about: `${label.id}.${label.language}: ${label.text} → ${changed}`,
        };
      }),
  'sameAs exchanged': () =>
    addresses().map((address) => {
      const other = pick(
        addresses().filter((one) => one.id !== address.id && hostOf(one.text) === hostOf(address.text)),
      );
      return (
        other && {
          edits: [
            replace(address.path, address.node, other.text),
            replace(other.path, other.node, address.text),
          ],
          why: 'the register',
          about: `${address.id} ${address.text} ↔ ${other.id} ${other.text}`,
        }
      );
    }),
  'sameAs of another entity': () =>
    addresses().map((address) => {
      const other = pick(
        addresses().filter((one) => one.id !== address.id && hostOf(one.text) === hostOf(address.text)),
      );
      return (
        other && {
          edits: [replace(address.path, address.node, other.text)],
          why: 'the register',
          about: `${address.id} ${address.text} → ${other.text}`,
        }
      );
    }),
  'sameAs changed by a digit': () =>
    addresses().map((address) => {
      const changed = otherValue(address.text);
      return (
        changed && {
          edits: [replace(address.path, address.node, changed)],
          why: 'the register',
          about: `${address.id} ${address.text} → ${changed}`,
        }
      );
    }),
  'code exchanged': () =>
    codes().map((code) => {
      const other = pick(codes().filter((one) => one.id !== code.id));
      return {
        edits: [replace(code.path, code.node, other.text), replace(other.path, other.node, code.text)],
        why: 'the list of codes',
        about: `${code.id} ${code.text} ↔ ${other.id} ${other.text}`,
      };
    }),
  'code of another entity': () =>
    codes().map((code) => {
      const other = pick(codes().filter((one) => one.id !== code.id));
      return {
        edits: [replace(code.path, code.node, other.text)],
        why: 'a code is one thing’s',
        about: `${code.id} ${code.text} → ${other.text}`,
      };
    }),
  'register: address of another entity': () =>
    bindings.map((binding) => {
      const other = pick(bindings.filter((one) => one.owner !== binding.owner));
      return {
        edits: [
          replace(binding.path, binding.key, other.address),
          replace(other.path, other.key, binding.address),
        ],
        why: 'the records',
        about: `${binding.owner} ${binding.address} ↔ ${other.owner} ${other.address}`,
      };
    }),
  'register: address claimed twice': () =>
    bindings.map((binding) => {
      const other = pick(bindings.filter((one) => one.owner !== binding.owner));
      return {
        edits: [replace(binding.path, binding.key, other.address)],
        why: 'the other entry',
        about: `${binding.owner} ${binding.address} → ${other.address}`,
      };
    }),
  'id of a record renamed': () =>
    records
      .filter(({ id }) => isNamedElsewhere(id))
      .map((record) => ({
        edits: [replace(record.path, record.key, `${record.id}x`)],
        why: 'what names it',
        about: `${record.id} → ${record.id}x`,
      })),
  'bibliography: author': () =>
    items.flatMap((item) =>
      item.names.map(({ node, role }) => {
        const changed = misspelt(String(node.value));
        return {
          edits: [replace(item.path, node, JSON.stringify(changed))],
          why: itemEntities(item, role),
          about: `${item.id} ${node.value} → ${changed}`,
        };
      }),
    ),
  'bibliography: title': () =>
    items.flatMap((item) =>
      item.titles.map(({ name, node }) => {
        const words = String(node.value).split(' ');
        const changed = [...words.slice(0, -1), words.at(-1) === 'Patagonia' ? 'Chaco' : 'Patagonia'].join(
          ' ',
        );
        return {
          edits: [replace(item.path, node, JSON.stringify(changed))],
          why: titleElsewhere(item, name, String(node.value)),
          about: `${item.id} ${name}: ${node.value} → ${changed}`,
        };
      }),
    ),
  'bibliography: other facts of the work that the text is about': () =>
    items
      .filter(({ id }) => texts.get(`${folder}/article.md`)?.includes(`work: work:${id}`))
      .flatMap((item) =>
        item.facts.flatMap(({ name, node }) => {
          const changed = otherValue(String(node.value));
          if (changed === undefined) return [];
          return [
            {
              edits: [
                replace(item.path, node, typeof node.value === 'number' ? changed : JSON.stringify(changed)),
              ],
              why: texts.get(`${folder}/article.md`)?.split('---')[1]?.includes(String(node.value))
                ? 'the front matter'
                : undefined,
              about: `${item.id} ${name}: ${node.value} → ${changed}`,
            },
          ];
        }),
      ),
  'front matter': () => frontMatter(),
};

function main() {
  const rows = [];
  for (const [kind, find] of Object.entries(kinds)) {
    if (only !== undefined && !kind.includes(only)) continue;
    const all = find().filter(Boolean);
    // Of each kind as many that contradict something as there are, and some that do not.
    const [contradicting, others] = [all.filter(({ why }) => why), all.filter(({ why }) => !why)];
    const chosen = [...choose(contradicting, each), ...choose(others, Math.ceil(each / 4))];
    let [found, foundElse] = [0, 0];
    for (const fault of chosen) {
      const { diagnostics } = run(fault.edits, /label|value|words/.test(kind));
      const isFound = diagnostics.some((one) => !known.has(keyOf(one)) && pointsTo(one, fault));
      if (isFound && fault.why) found += 1;
      else if (isFound) foundElse += 1;
      if (isVerbose && isFound !== Boolean(fault.why))
        process.stdout.write(
          `  ${kind}${fault.why ? ` [${fault.why}]` : ' (free)'}: ${fault.about}; ${diagnostics
            .filter((one) => !known.has(keyOf(one)))
            .map((one) => `${one.rule} ${one.location.path}:${one.location.start.line}`)
            .slice(0, 3)}\n`,
        );
    }
    const against = chosen.filter(({ why }) => why).length;
    rows.push([kind, chosen.length, against, found, foundElse]);
    process.stdout.write(`${show(rows.at(-1))}\n`);
  }
  const sum = (at) => rows.reduce((total, row) => total + row[at], 0);
  process.stdout.write(`${show(['all', sum(1), sum(2), sum(3), sum(4)])}\n`);
  return rows.some(([, , against, found]) => found < against * 0.95) ? 1 : 0;
}

function show([kind, faults, against, found, foundElse]) {
  const number = (value) => String(value).padStart(4);
  return `${kind.padEnd(62)}${number(faults)} seeded ${number(against)} contradict ${number(found)} found; of the others ${foundElse}`;
}

function open(edits) {
  const changed = new Map(texts);
  const ordered = [...edits].sort((a, b) => b.start - a.start);
  for (const { path, start, end, text } of ordered) {
    const before = changed.get(path) ?? '';
    changed.set(path, before.slice(0, start) + text + before.slice(end));
  }
  answers.begin();
  const files = { builtin, own: [...changed].map(([path, text]) => ({ path, text })) };
  const services = createServices(() => undefined, keep, answers.recall);
  const { recall, readCldr: cldr } = services;
  const opened = openProject(files, { withPages: false, keep, recall, cldr });
  return { project: opened.value, opened, services };
}

function run(edits, withWords = true) {
  const { project, opened, services } = open(edits);
  const read = project.sources.map(project.open);
  const translated = read.map(({ value }) => translate(value, project));
  const stated = translated.map(({ value }) => state(value, project));
  const values = stated.map(({ value }) => value);
  // Of what compares words, that which points into records: the rest takes most of the time of a check.
  const ofWords = withWords ? values.flatMap((text) => compareWords(text, project, services)) : [];
  const staged = [opened, ...read, ...translated, ...stated];
  return {
    vocabulary: project.vocabulary,
    publications: values.flatMap(({ publication }) => publication ?? []),
    diagnostics: [...staged.flatMap(({ diagnostics }) => diagnostics), ...ofWords],
  };
}

function compareWords({ publication, source, comments }, project, { recall }) {
  const { vocabulary, wordsOf, configuration } = project;
  const habits = new Map(configuration.editions.map(({ language }) => [language, wordsOf(language).habits]));
  const glossary = createGlossary([...publication.graph.entities.values()], vocabulary, habits);
  const sides = [source, ...publication.editions.filter(({ isSource }) => !isSource)].map(
    ({ language, tag }) => ({ language, tag, ...wordsOf(language) }),
  );
  // The same words are judged by the same files in all runs, but for the names that a fault changes.
  const known = {
    recall,
    basis: JSON.stringify([...glossary.terms.values()].map(({ entity, labels }) => [entity, [...labels]])),
  };
  const context = {
    vocabulary,
    glossary,
    recall,
    known,
    severities: configuration.rules,
  };
  return [
    ...compareRecords(publication, comments, sides, context),
    ...compareQualifiers(publication, vocabulary, wordsOf, known),
  ];
}

function keyOf({ rule, location, values }) {
  return `${rule} ${location.path}:${location.start.line}:${location.start.column} ${JSON.stringify(values)}`;
}

/** Whether a finding, or a place that it names, is at a changed line. */
function pointsTo({ location, related }, { edits, lines = [] }) {
  return [location, ...related.map((one) => one.location)].some((place) =>
    edits.some(
      ({ path, line, last }) =>
        place.path === path &&
        ((place.start.line <= last &&
          place.end.line >= line &&
          place.end.line - place.start.line < linesMost) ||
          lines.includes(place.start.line)),
    ),
  );
}

function lineAt(path, offset) {
  return (texts.get(path) ?? '').slice(0, offset).split('\n').length;
}

function edit(path, start, end, text) {
  return { path, start, end, text, line: lineAt(path, start), last: lineAt(path, end) };
}

function replace(path, node, text) {
  return edit(path, node.range[0], node.range[1], text);
}

function quoted({ path, node }, text) {
  return replace(path, node, JSON.stringify(text));
}

/** Takes a value out of its list, or the property out of its record where it is the only one. */
function dropped(path, node, pair, list) {
  const source = texts.get(path) ?? '';
  if (list && list.items.length > 1 && list.flow) {
    const index = list.items.indexOf(node);
    const [from, to] =
      index === 0 ? [node.range[0], list.items[1].range[0]] : [list.items[index - 1].range[1], node.range[1]];
    return edit(path, from, to, '');
  }
  if (list && list.items.length > 1) {
    const from = source.lastIndexOf('\n', node.range[0]);
    return edit(path, from + 1, source.indexOf('\n', node.range[0]) + 1, '');
  }
  const from = source.lastIndexOf('\n', pair.key.range[0]) + 1;
  return edit(path, from, source.indexOf('\n', pair.value.range[1] - 1) + 1, '');
}

function readRecords() {
  const paths = [...texts.keys()].filter((path) => path.startsWith(`${folder}/entities/`));
  return paths.flatMap((path) =>
    parseDocument(texts.get(path)).contents.items.map((pair) => {
      const id = String(pair.key.value);
      const scalars = [];
      visit(pair.value, [], undefined, undefined, (entry) => scalars.push({ ...entry, path }));
      return {
        id,
        type: id.split(':')[0],
        path,
        key: pair.key,
        line: lineAt(path, pair.key.range[0]),
        scalars,
      };
    }),
  );
}

function visit(node, names, pair, list, take) {
  if (isMap(node))
    for (const item of node.items)
      visit(item.value, [...names, String(item.key.value)], item, undefined, take);
  else if (isSeq(node)) for (const item of node.items) visit(item, names, pair, node, take);
  else if (isScalar(node)) take({ names, node, pair, list });
}

function readItems() {
  const path = `${folder}/references.json`;
  return parseDocument(texts.get(path)).contents.items.map((item) => {
    const scalars = [];
    visit(item, [], undefined, undefined, (entry) => scalars.push(entry));
    const named = (name) => scalars.find(({ names }) => names.join('.') === name)?.node;
    return {
      id: String(named('id').value),
      path,
      names: scalars
        .filter(({ names }) => ['author.family', 'author.literal', 'editor.family'].includes(names.join('.')))
        .map(({ names, node }) => ({ node, role: names[0] })),
      titles: ['title', 'container-title', 'publisher'].flatMap((name) => {
        const node = named(name);
        return node ? [{ name, node }] : [];
      }),
      facts: scalars
        .filter(({ names }) =>
          ['issued.date-parts', 'volume', 'issue', 'page', 'DOI', 'language'].includes(names.join('.')),
        )
        .map(({ names, node }) => ({ name: names.join('.'), node })),
    };
  });
}

/** Addresses of the register with the entity that each belongs to by the records. */
function readBindings() {
  const path = `${folder}/identifiers.yaml`;
  const identifiers = parseDocument(texts.get(path)).contents.items.find(
    ({ key }) => key.value === 'identifiers',
  );
  const owners = new Map(addresses().map(({ text, id }) => [text, id]));
  return identifiers.value.items.flatMap((pair) => {
    const entries = isMap(pair.value) ? pair.value.items : [pair];
    return entries.map(({ key }) => ({
      path,
      key,
      address: String(key.value),
      owner: owners.get(String(key.value)),
    }));
  });
}

function relations() {
  return records.flatMap((record) =>
    record.scalars.flatMap(({ names, node, path, pair, list }) => {
      const property = types.get(record.type)?.properties.get(names[0]);
      const isEntity = typeof node.value === 'string' && graph.entities.has(node.value);
      return property && isEntity && names.length === 1
        ? [{ record, property, value: node.value, node, path, pair, list }]
        : [];
    }),
  );
}

function labels() {
  return records.flatMap((record) =>
    record.scalars
      .filter(({ names }) => names[0] === 'name' && names.length === 2)
      .map(({ names, node, path }) => ({
        id: record.id,
        type: record.type,
        language: names[1],
        text: String(node.value),
        node,
        path,
      })),
  );
}

function addresses() {
  return records.flatMap((record) =>
    record.scalars
      .filter(({ names }) => names[0] === 'sameAs')
      .map(({ node, path }) => ({ id: record.id, text: String(node.value), node, path })),
  );
}

function codes() {
  return records.flatMap((record) =>
    record.scalars
      .filter(({ names }) => names[0] === 'isoCode')
      .map(({ node, path }) => ({ id: record.id, text: String(node.value), node, path })),
  );
}

// ── what a fault contradicts ─────────────────────────────────────────────────

/** A text states the one value that the property has. */
function stated(id, property) {
  const isStated = graph.facts.some((fact) => fact.subject === id && fact.path === property.name);
  return isStated && !property.many ? 'the text' : undefined;
}

function statedAt(id, names) {
  const path = names.join('.');
  const isStated = graph.facts.some(({ subject, path: at }) => subject === id && at === path);
  const isQualified =
    names.at(-1) === 'qualifier' && graph.facts.some((fact) => fact.subject === id && fact.path === names[0]);
  return isStated || isQualified ? 'the text' : undefined;
}

/**
 * The name of an entity names the object in two languages or more. Of many objects it names another one, too: the name of a
 * conference on a programme that does not organize it names none of those who do. Where the text states the object, the entity
 * has it whatever the record says, and what the record has beside it is only more.
 */
function nameNames(id, value, property) {
  const isStated = graph.facts.some(
    (fact) => fact.subject === id && fact.path === property.name && fact.value === value,
  );
  if (property.many && isStated) return undefined;
  const others = [graph.entities.get(id)?.properties[property.name]].flat().filter((one) => one !== value);
  const named = namesObject(id, value, property);
  return property.many && !others.some((one) => namesObject(id, one, property)) ? undefined : named;
}

function namesObject(id, value, { name: property }) {
  if (!inNames.includes(property)) return undefined;
  const [name, object] = [id, value].map((one) => graph.entities.get(one)?.properties.name ?? {});
  const holding = Object.entries(object).filter(([language, words]) =>
    ` ${fold(name[language] ?? '')} `.includes(` ${fold(words)} `),
  );
  const isPart = [...graph.entities.values()].some(({ properties }) =>
    holding.every(([language, words]) => {
      const longer = fold(properties.name?.[language] ?? '');
      return (
        longer !== fold(words) &&
        ` ${longer} `.includes(` ${fold(words)} `) &&
        ` ${fold(name[language])} `.includes(` ${longer} `) &&
        longer !== fold(name[language])
      );
    }),
  );
  return holding.length > 1 && !isPart ? `the name (${property})` : undefined;
}

function fold(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An item of the bibliography has the name of the entity where the record has the entity. */
function itemNames(id, property, value) {
  const variable = variables[property.name];
  const item = graph.entities.get(id)?.csl;
  if (!item || !graph.entities.has(value)) return undefined;
  const words = fold(Object.values(graph.entities.get(value).properties.name ?? {}).join(' '));
  const has = (text) =>
    typeof text === 'string' &&
    text !== '' &&
    fold(text)
      .split(' ')
      .every((word) => words.split(' ').includes(word));
  if (variable) {
    const names = [item[variable]].flat().filter(Boolean);
    return names.some(({ family, literal }) => has(family) || has(literal)) ? 'the bibliography' : undefined;
  }
  if (property.name === 'publishedBy')
    return String(item.publisher ?? '')
      .split(';')
      .some((name) => has(name))
      ? 'the bibliography'
      : undefined;
  if (property.name === 'partOf') return has(item['container-title']) ? 'the bibliography' : undefined;
  return undefined;
}

/** The other entity's record says the same by a property that leads back; what is part of a part is part of the whole. */
function inverse(id, property, value, other) {
  if ([graph.entities.get(other)?.properties[property.name]].flat().includes(value)) return undefined;
  const back = graph.entities.get(value)?.properties ?? {};
  const one = { partOf: ['subgroup'], subgroup: ['partOf'] }[property.name] ?? [];
  return one.some((name) => [back[name]].flat().includes(id)) ? 'another record' : undefined;
}

/** A text in that language uses the name for the entity. */
function usedName({ id, language, text }) {
  const mentions = extractions.find((one) => one.language === language)?.mentions ?? [];
  return mentions.some(({ entity, words }) => entity === id && fold(words) === fold(text))
    ? 'the text'
    : undefined;
}

/** Another language has the same name. */
function sameElsewhere({ id, language, text }) {
  const names = graph.entities.get(id)?.properties.name ?? {};
  return Object.entries(names).some(([other, words]) => other !== language && fold(words) === fold(text))
    ? 'the other languages'
    : undefined;
}

function isNamedElsewhere(id) {
  return [...texts].some(
    ([path, text]) =>
      !path.startsWith(`${folder}/entities/notes`) &&
      text.split(new RegExp(`(?<![a-z-])${id}(?![a-z0-9-])`)).length > 2,
  );
}

function itemEntities(item, role) {
  const property = Object.entries(variables).find(([, variable]) => variable === role)?.[0];
  const record = records.find(({ id }) => id === `work:${item.id}`);
  const about = frontMatterOf().some(
    ({ names, node }) => names[0] === 'basedOn' && node.value === `work:${item.id}`,
  );
  if (about && role === 'author') return 'the front matter';
  return record?.scalars.some(({ names }) => names[0] === property) ? 'the record' : undefined;
}

function titleElsewhere(item, name, title) {
  const entity = graph.entities.get(`work:${item.id}`);
  if (name === 'container-title') {
    const whole = graph.entities.get(entity?.properties.partOf)?.properties.name ?? {};
    if (Object.values(whole).some((words) => fold(words) === fold(title))) return 'the record';
  }
  if (name === 'publisher') {
    const publishers = [entity?.properties.publishedBy].flat().filter(Boolean);
    return publishers.length > 0 && publishers.length === title.split(';').length ? 'the record' : undefined;
  }
  const front = frontMatterOf().some(
    ({ names, node }) => names[0] === 'basedOn' && node.value === `work:${item.id}`,
  );
  if (front && ['title', 'container-title'].includes(name)) return 'the front matter';
  const isPart = items.some((other) =>
    other.titles.some(
      (one) =>
        one.name === 'container-title' &&
        String(one.node.value) === title &&
        graph.entities.get(`work:${other.id}`)?.properties.partOf === `work:${item.id}`,
    ),
  );
  return name === 'title' && isPart ? 'another item' : undefined;
}

function frontMatterOf() {
  const path = `${folder}/article.md`;
  const end = texts.get(path).indexOf('\n---', 4);
  const scalars = [];
  visit(parseDocument(texts.get(path).slice(4, end)).contents, [], undefined, undefined, (entry) => {
    const { node } = entry;
    node.range = [node.range[0] + 4, node.range[1] + 4, node.range[2] + 4];
    scalars.push({ ...entry, path });
  });
  return scalars;
}

function frontMatter() {
  return frontMatterOf().flatMap(({ names, node, path }) => {
    const text = String(node.value);
    const changed =
      names.at(-1) === 'language' ? (text === 'en' ? 'pt' : 'en') : (otherValue(text) ?? misspelt(text));
    if (changed === text || ['abstract', 'keywords', 'statement'].includes(names.at(-1))) return [];
    const isCitable = names[0] === 'basedOn' && !['relation', 'role', 'note'].includes(names[1]);
    return [
      {
        edits: [replace(path, node, JSON.stringify(changed))],
        why: isCitable
          ? 'the bibliography'
          : ['language', 'subtitle'].includes(names[0])
            ? 'the project'
            : undefined,
        about: `${names.join('.')}: ${text} → ${changed}`,
      },
    ];
  });
}

// ── faults ───────────────────────────────────────────────────────────────────

/** The text with its last digit changed; undefined without one. */
function otherValue(text) {
  const digits = [...text.matchAll(/\d/g)];
  const last = digits.at(-1);
  if (!last) return undefined;
  const other =
    last.index > 0 && /[01]/.test(last[0])
      ? String(1 - Number(last[0]))
      : String((Number(last[0]) % 9) + (last[0] === '9' ? 0 : 1) || 1);
  const digit = other === last[0] ? '2' : other;
  return text.slice(0, last.index) + digit + text.slice(last.index + 1);
}

/** The text with two of its letters exchanged, or one letter changed. */
function misspelt(text) {
  const places = [...text.matchAll(/(?<=\p{L})(\p{Ll})(\p{Ll})/gu)].filter(([, a, b]) => a !== b);
  const at = pick(places)?.index;
  if (at === undefined) return `${text}x`;
  return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
}

function hostOf(address) {
  return new URL(address).host;
}

function choose(all, count) {
  const left = [...all];
  const chosen = [];
  while (chosen.length < count && left.length > 0)
    chosen.push(...left.splice(Math.floor(chance() * left.length), 1));
  return chosen;
}

process.exitCode = main();
