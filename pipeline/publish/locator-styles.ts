import type { CitationStyle, CslNode } from '../model.ts';
import type { TermForm } from '../values/csl-terms.ts';

/** The style with every label of a locator in one form: an author who abbreviates has it abbreviated in all languages. */
export function fixLabelForm(style: CitationStyle, form: TermForm): CitationStyle {
  return { ...style, style: fixForm(style.style, form) };
}

function fixForm(node: CslNode, form: TermForm): CslNode {
  const { 'text-case': _, ...attrs } = node.attrs;
  const isLabel = node.name === 'label' && attrs.variable === 'locator';
  const children = node.children.map((child) => (typeof child === 'string' ? child : fixForm(child, form)));
  return { ...node, attrs: isLabel ? { ...attrs, form } : node.attrs, children };
}

/** A style that writes nothing but a locator, in the terms that another style has. */
export function locatorStyle({ style, ...rest }: CitationStyle, form: TermForm): CitationStyle {
  const element = (name: string, attrs: CslNode['attrs'], ...children: CslNode[]): CslNode => ({
    name,
    attrs,
    children,
  });
  const own = style.children.filter((child) => typeof child !== 'string' && child.name === 'locale');
  const label = element('label', { variable: 'locator', form });
  const group = element('group', { delimiter: ' ' }, label, element('text', { variable: 'locator' }));
  const citation = element('citation', {}, element('layout', {}, group));
  const attrs = { class: 'in-text', version: '1.0' };
  return { ...rest, style: { name: 'style', attrs, children: [element('info', {}), ...own, citation] } };
}
