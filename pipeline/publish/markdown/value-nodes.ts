import type { PhrasingContent } from 'mdast';
import type { Json, JsonObject, Property } from '../../model.ts';
import { isPosition } from '../../values/is-position.ts';
import { getKey, isObject } from '../../values/json-value.ts';
import { kindOf } from '../../values/kind-of.ts';
import type { Composition } from '../../values/value-kind.ts';
import { listOf } from '../look-up.ts';
import { anchorOfTarget } from './address.ts';
import { linkEntities } from './links.ts';
import { joinNodes, link, mergeTexts, text } from './nodes.ts';
import type { Scope } from './scope.ts';

/** A value as the index shows it: in words, entities and addresses linked, a quantity with all that is known of it. */
export function writeValue(value: Json, property: Property, scope: Scope): PhrasingContent[] {
  const { refersTo, composition } = kindOf(property);
  if (composition)
    return joinNodes(
      listOf(value).map((item) => writeParts(item, property, composition, scope)),
      '; ',
    );
  if (property.parts.size > 0)
    return joinNodes(
      listOf(value).map((item) => writeObject(item, property, scope)),
      '; ',
    );
  switch (refersTo) {
    case 'entity':
      return linkEntities(listOf(value), scope);
    case 'place':
      return joinNodes(
        listOf(value).map((target) => writeTarget(String(target), scope)),
        '; ',
      );
    case 'address':
      return joinNodes(
        listOf(value).map((iri) => [link(String(iri), text(String(iri)))]),
        ', ',
      );
    default:
      return writeWords(value, property, scope);
  }
}

/** A value in words; a text that the edition's language lacks in another language, marked. */
export function writeWords(value: Json, property: Property, scope: Scope): PhrasingContent[] {
  const words = scope.words(value, property);
  return words ? [text(words)] : otherLanguage(value, property, scope);
}

/** The publication's own language goes before others. */
function otherLanguage(value: Json, property: Property, scope: Scope): PhrasingContent[] {
  if (!kindOf(property).isTagged || !isObject(value)) return [];
  const source = scope.source.language;
  const language = Object.hasOwn(value, source) ? source : Object.keys(value).sort()[0];
  const texts = language === undefined ? [] : listOf(value[language]);
  const words = texts.filter((item) => typeof item === 'string').join(', ');
  return words ? scope.marked({ text: words, language }) : [];
}

/** "Andean hub › Population density", linked to the value's place. */
export function writeTarget(target: string, scope: Scope): PhrasingContent[] {
  const [id = '', path] = target.split('#');
  const entity = scope.publication.graph.entities.get(id);
  if (!entity) return [text(target)];
  let properties = scope.vocabulary.types.get(entity.type)?.properties;
  const steps = (path?.split('.') ?? []).map((step) => {
    // A number chooses one of several objects.
    const property = isPosition(step) ? undefined : properties?.get(step);
    if (property) properties = property.parts;
    return property ? scope.propertyLabel(property) : step;
  });
  const within = steps.map((step) => text(` › ${step}`));
  return [
    link(`#${anchorOfTarget(target, scope.vocabulary)}`, ...mergeTexts([...scope.labelWords(id), ...within])),
  ];
}

/** "(Family name: Paz; Given name: Ana)", of an object; what is none, in words. */
function writeObject(value: Json, property: Property, scope: Scope): PhrasingContent[] {
  if (!isObject(value)) return writeWords(value, property, scope);
  const details = [...property.parts.values()].flatMap((part) => {
    const detail = getKey(value, part.name);
    const words = detail === undefined || detail === null ? [] : writeValue(detail, part, scope);
    return words.length === 0 ? [] : [[text(`${scope.propertyLabel(part)}: `), ...words]];
  });
  return details.length === 0 ? [] : [text('('), ...joinNodes(details, '; '), text(')')];
}

/** "approximately 45 inhabitants/km² (2008; Source: …)": what stands in the words, and the other parts by label. */
function writeParts(
  value: Json,
  property: Property,
  { stated, inWords, unlabelled }: Composition,
  scope: Scope,
): PhrasingContent[] {
  const parts: JsonObject = isObject(value) ? value : {};
  const details = [...property.parts.values()].flatMap((part) => {
    const detail = parts[part.name];
    if (inWords.includes(part.name) || detail === undefined) return [];
    const words = writeValue(detail, part, scope);
    if (words.length === 0) return [];
    return unlabelled.includes(part.name) ? [words] : [[text(`${scope.propertyLabel(part)}: `), ...words]];
  });
  const words = stated[0] in parts ? scope.qualifiedWords(value, property) : '';
  return [
    ...(words ? [text(words)] : []),
    ...(details.length > 0 ? [text(words ? ' (' : '('), ...joinNodes(details, '; '), text(')')] : []),
  ];
}
