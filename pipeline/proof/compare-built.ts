import type { Diagnostic } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { addTo } from '../values/add-to.ts';
import { type BuiltLink, type BuiltPlace, type BuiltSection, isBackMatter } from './built-edition.ts';
import type { DifferingWords } from './count-differing-words.ts';
import { followLink, type LocatedEdition, type LocatedFile } from './located-edition.ts';

/**
 * Compares a built edition with that of the source language, the text and the register of entities each, section by
 * section: anchors, links, blocks, notes. In the register and the back matter the order of sections and the order and length
 * of entries are the language's own; anchors and links within the edition count.
 *
 * @param differing what the translation has otherwise than the source
 */
export function compareBuilt(
  source: LocatedEdition,
  target: LocatedEdition,
  differing: DifferingWords,
): Diagnostic[] {
  const isWithin = (link: BuiltLink): boolean => followLink(link, source.text, source) !== undefined;
  const diagnostics = compareFiles(source.text, target.text, isWithin, differing);
  const [expected, found] = [source.register, target.register];
  if (expected && found)
    return [...diagnostics, ...compareFiles(expected, found, isWithin, { count: () => 0 })];
  if (!expected && !found) return diagnostics;
  const [at, from] = [found ?? target.text, expected ?? source.text];
  const values = {
    item: (expected ?? found)?.name ?? '',
    expected: expected ? 1 : 0,
    found: found ? 1 : 0,
  };
  const start: BuiltPlace = { type: 'root' };
  const related = [{ location: from.locate(start), role: 'source' }];
  return [...diagnostics, diagnose('built-editions-agree', at.locate(start), values, related)];
}

function compareFiles(
  source: LocatedFile,
  target: LocatedFile,
  isWithin: (link: BuiltLink) => boolean,
  differing: DifferingWords,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (
    item: string,
    expected: string | number,
    found: string | number,
    at: BuiltPlace,
    from: BuiltPlace,
  ): void => {
    const related = [{ location: source.locate(from), role: 'source' }];
    diagnostics.push(diagnose('built-editions-agree', target.locate(at), { item, expected, found }, related));
  };
  const ids = ({ built }: LocatedFile): string => {
    const own = built.sections.filter((section) => !isBackMatter(section)).map(({ id }) => `#${id}`);
    const back = built.sections.filter(isBackMatter).map(({ id }) => `#${id}`);
    return [...own, ...back.sort()].join(' ');
  };
  const [firstSource, firstTarget] = [source.built.sections[0], target.built.sections[0]];
  if (!firstSource || !firstTarget) return [];
  if (ids(source) !== ids(target)) report('#', ids(source), ids(target), firstTarget.node, firstSource.node);

  const sections = new Map(target.built.sections.map((section) => [section.id, section]));
  for (const original of source.built.sections) {
    const section = sections.get(original.id);
    if (!section) continue;
    if (!isBackMatter(original) && original.shape !== section.shape) {
      report(`#${original.id}`, original.shape, section.shape, section.node, original.node);
    }
    const expected = itemsOf(original, isWithin);
    const found = itemsOf(section, isWithin);
    for (const form of new Set([...expected.keys(), ...found.keys()])) {
      const [there, here] = [expected.get(form) ?? [], found.get(form) ?? []];
      const due = there.length + (isBackMatter(original) ? 0 : differing.count(original.id, form));
      if (due === here.length) continue;
      report(form, due, here.length, here.at(-1) ?? section.node, there[0] ?? original.node);
    }
  }
  return diagnostics;
}

/** Places by what has to be in every edition as often. */
function itemsOf(section: BuiltSection, isWithin: (link: BuiltLink) => boolean): Map<string, BuiltPlace[]> {
  const items = new Map<string, BuiltPlace[]>();
  const add = (form: string, node: BuiltPlace): void => {
    addTo(items, form.normalize('NFC'), node);
  };
  for (const { id, node } of section.anchors) add(`<span id="${id}">`, node);
  for (const link of section.links)
    if (isWithin(link) || !isBackMatter(section)) add(`[](${link.url})`, link.node);
  if (!isBackMatter(section)) for (const { form, node } of section.others) add(form, node);
  return items;
}
