import type { Element, Nodes } from 'xast';
import { fromXml } from 'xast-util-from-xml';

const states = ['initial', 'translated', 'reviewed', 'final'];
const codes = ['pc', 'ph', 'sc', 'ec'];

/**
 * Core rules of XLIFF 2.1 that a schema cannot hold (its Schematron rules, in our own words), each with its name:
 * what breaks them, as "rule: where".
 */
export function checkXliffCore(text: string): string[] {
  const faults: string[] = [];
  const [root] = elementsOf(fromXml(text));
  if (!root) return ['root: none'];
  const all = (element: Element, ...names: string[]): Element[] =>
    elementsOf(element).flatMap((child) => [
      ...(names.includes(child.name) ? [child] : []),
      ...all(child, ...names),
    ]);
  const unique = (rule: string, ids: (string | null | undefined)[]): void => {
    if (new Set(ids).size !== ids.length) faults.push(`${rule}: ${ids.join(' ')}`);
  };
  const { srcLang, trgLang } = root.attributes;
  if (root.attributes.version !== '2.1') faults.push('version');
  const targets = all(root, 'target');
  if (targets.length > 0 && !trgLang) faults.push('trgLang');
  for (const source of all(root, 'source')) lang('source-lang', source, srcLang);
  for (const target of targets) lang('target-lang', target, trgLang);
  unique(
    'file-id',
    all(root, 'file').map(({ attributes }) => attributes.id),
  );
  for (const file of all(root, 'file'))
    unique(
      'unit-id',
      all(file, 'unit').map(({ attributes }) => attributes.id),
    );
  for (const unit of all(root, 'unit')) checkUnit(unit);
  return faults;

  function lang(rule: string, element: Element, expected: string | null | undefined): void {
    const found = element.attributes['xml:lang'];
    if (found !== undefined && found !== expected) faults.push(`${rule}: ${found}`);
  }

  function checkUnit(unit: Element): void {
    const at = unit.attributes.id ?? '';
    const order = ['gls:glossary', 'notes', 'originalData', 'segment'];
    const found = elementsOf(unit).map(({ name }) => order.indexOf(name));
    if (found.includes(-1) || found.join() !== [...found].sort().join()) faults.push(`unit-order: ${at}`);
    const data = all(unit, 'data').map(({ attributes }) => attributes.id);
    unique('data-id', data);
    const segments = all(unit, 'segment');
    if (segments.length === 0) faults.push(`unit-has-segment: ${at}`);
    for (const segment of segments) {
      const names = elementsOf(segment).map(({ name }) => name);
      if (!['source', 'source target'].includes(names.join(' '))) faults.push(`segment-order: ${at}`);
      const { state, subState } = segment.attributes;
      if (state && !states.includes(state)) faults.push(`state: ${at}`);
      if (subState && (!state || !/^[^\s:]+:[^\s:]+$/.test(subState))) faults.push(`subState: ${at}`);
    }
    const markers: string[] = [];
    for (const side of ['source', 'target']) {
      const elements = all(unit, side).flatMap((element) => all(element, ...codes, 'mrk'));
      unique(
        `inline-id in ${side} of ${at}`,
        elements.map(({ attributes }) => attributes.id),
      );
      markers.push(
        ...elements.filter(({ name }) => name === 'mrk').map(({ attributes }) => attributes.id ?? ''),
      );
      for (const element of elements) checkInline(element, data, at);
    }
    checkTwins(unit, at);
    for (const { attributes } of all(unit, 'gls:glossEntry')) {
      if (attributes.ref && !markers.includes(attributes.ref.slice(1)))
        faults.push(`glossary-ref: ${attributes.ref}`);
    }
  }

  function checkInline(element: Element, data: (string | null | undefined)[], at: string): void {
    const { attributes, name } = element;
    for (const key of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
      if (attributes[key] && !data.includes(attributes[key])) faults.push(`data-ref: ${attributes[key]}`);
    }
    if (attributes.subType && !attributes.type) faults.push(`subType-needs-type: ${at}`);
    if (/^xlf:(?:b|i|u|lb|pb)$/.test(attributes.subType ?? '') && attributes.type !== 'fmt')
      faults.push(`fmt: ${at}`);
    if (attributes.canReorder !== 'yes' && codes.includes(name)) {
      if (attributes.canCopy !== 'no' || attributes.canDelete !== 'no') faults.push(`rights: ${at}`);
    }
    if ((name === 'sc' || name === 'ec') && attributes.isolated) faults.push(`isolated: ${at}`);
    if (name === 'ph' && textOf(element) !== '') faults.push(`ph-is-empty: ${at}`);
    if (name !== 'mrk') return;
    const { type } = attributes;
    const analysed = attributes['its:taIdentRef'] || attributes['its:taClassRef'];
    if (analysed && type !== 'its:generic') faults.push(`text-analysis: ${at}`);
    if (type === 'term' && attributes.ref && attributes.value) faults.push(`term: ${at}`);
    if (!analysed && type !== 'term') faults.push(`mrk: ${at}`);
  }

  /** A code of the target with an id of the source is the same code; one that may not go is there. */
  function checkTwins(unit: Element, at: string): void {
    const [source = [], target] = ['source', 'target'].map((side) => {
      const [element] = all(unit, side);
      return element && all(element, ...codes, 'mrk');
    });
    for (const twin of target ?? []) {
      const own = source.find(({ attributes }) => attributes.id === twin.attributes.id);
      const isSame = own?.name === twin.name && own.attributes.type === twin.attributes.type;
      if (own && !isSame) faults.push(`twin: ${twin.attributes.id} of ${at}`);
    }
  }
}

function childrenOf(node: Nodes): Nodes[] {
  return 'children' in node ? node.children : [];
}

function elementsOf(node: Nodes): Element[] {
  return childrenOf(node).filter((child) => child.type === 'element');
}

function textOf(node: Nodes): string {
  if (node.type === 'text' || node.type === 'cdata') return node.value;
  return childrenOf(node).map(textOf).join('');
}
