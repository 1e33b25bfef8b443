import { add, literal, type Node, ref, tagged } from '../../linked/rdf/nodes.ts';
import type { Json, Language, Publication } from '../../model.ts';
import { kindOf } from '../../values/kind-of.ts';
import { listOf, lookUp } from '../look-up.ts';
import { ruleAddress } from './rules.ts';
import { type ValueContext, writeValues } from './values.ts';

/** In full, as the classes of an entity type are, for they may be the same. */
const classes = ['http://www.w3.org/ns/oa#Annotation', 'http://www.w3.org/ns/dqv#QualityAnnotation'];

/**
 * What makes an editorial note a quality annotation: the motivation, what it speaks about, and its words as bodies.
 * https://www.w3.org/TR/vocab-dqv/#dqv:QualityAnnotation. The nodes add to those of the notes as entities.
 */
export function writeNotes(
  publication: Publication,
  statements: Map<string, string[]>,
  context: ValueContext,
): Node[] {
  const { graph } = publication;
  const nodes: Node[] = [];
  for (const entity of graph.entities.values()) {
    const type = context.vocabulary.types.get(entity.type);
    if (type?.role !== 'note') continue;
    const iri = context.iris.entity(entity.id);
    const node: Node = { '@id': iri, '@type': classes };
    add(node, 'oa:motivatedBy', ref('http://www.w3.org/ns/oa#assessing'));
    const targets = [...graph.notes]
      .filter(([, notes]) => notes.includes(entity.id))
      .map(([target]) => target);
    for (const target of targets.sort()) {
      for (const object of resolve(target, publication, statements, context))
        add(node, 'oa:hasTarget', ref(object));
    }
    const texts = [...type.properties.values()].filter((property) => kindOf(property).isTagged);
    for (const { language } of publication.editions) {
      const words = texts.flatMap(({ name }) => textIn(entity.properties[name], language));
      if (words.length === 0) continue;
      const body: Node = { '@id': `${iri}#body-${language}`, '@type': ['oa:TextualBody'] };
      add(body, 'rdf:value', tagged(words.join('\n'), language));
      add(body, 'dct:language', literal(language));
      add(body, 'prov:wasInfluencedBy', ref(ruleAddress(context.iris.base, publication.name, 'notes')));
      add(node, 'oa:hasBody', ref(body['@id']));
      nodes.push(body);
    }
    nodes.push(node);
  }
  return nodes;
}

function textIn(map: Json | undefined, language: Language): string[] {
  if (typeof map !== 'object' || map === null || Array.isArray(map) || !Object.hasOwn(map, language))
    return [];
  return listOf(map[language]).filter((text) => typeof text === 'string');
}

/** The node of a value, else the statements of the texts about it, else the entity. */
function resolve(
  target: string,
  { graph }: Publication,
  statements: Map<string, string[]>,
  context: ValueContext,
): string[] {
  const { iris, vocabulary } = context;
  const [id = '', path] = target.split('#');
  if (path === undefined) return [iris.entity(id)];
  const found = lookUp(id, path, graph, vocabulary);
  const isNode =
    found?.value !== undefined &&
    writeValues(id, path, found.value, found.property, context).nodes.length > 0;
  if (isNode) return [iris.statement(id, path)];
  return statements.get(target) ?? [iris.entity(id)];
}
