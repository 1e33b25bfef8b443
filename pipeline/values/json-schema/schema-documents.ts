import type { Json, JsonObject } from '../../model.ts';
import { escapeStep, unescapeStep } from '../json-pointer.ts';
import { getAt, isObject } from '../json-value.ts';
import { canonicalDraft } from './canonical-draft.ts';
import {
  type Dialect,
  draft07,
  draft2020,
  readAs,
  schemaPositions,
  validationVocabulary,
} from './dialect.ts';

/** A schema that has an address: a document, or a part of one with an `$id` of its own. */
export interface SchemaResource {
  uri: string;
  root: Json;
  dialect: Dialect;
  /** Address of the document, and where in it the resource stands, as JSON Pointer. */
  document: string;
  pointer: string;
  anchors: Map<string, SchemaNode>;
  dynamicAnchors: Map<string, SchemaNode>;
}

/** A schema at its place. */
export interface SchemaNode {
  schema: Json;
  resource: SchemaResource;
  /** JSON Pointer in the document. */
  pointer: string;
}

/** Schemas by address. Nothing is fetched: what is not among the documents is not found. */
export interface SchemaDocuments {
  /** The schema that a reference leads to, read against the address of the resource where it stands; undefined where there is none. */
  find: (reference: string, from: SchemaResource) => SchemaNode | undefined;
  /** The schema at an address. */
  at: (uri: string) => SchemaNode | undefined;
  /** A schema inside one that was found. */
  child: (parent: SchemaNode, ...steps: (string | number)[]) => SchemaNode;
}

/**
 * Reads documents: addresses, anchors and drafts of all schemas in them.
 *
 * @param documents by their absolute addresses; one that names another in its `$id` is known by both
 * @param draft address of the meta-schema of documents that name none
 */
export function readSchemaDocuments(
  documents: ReadonlyMap<string, Json>,
  draft: string = draft2020.uri,
): SchemaDocuments {
  const { resources, nodes, readNode } = readResources(documents, draft);
  const child: SchemaDocuments['child'] = ({ schema, resource, pointer }, ...steps) => {
    const at = getAt(schema, steps) ?? null;
    const path = [pointer, ...steps.map((step) => escapeStep(step))].join('/');
    return (isObject(at) ? nodes.get(at) : undefined) ?? readNode(at, path, resource);
  };

  const find: SchemaDocuments['find'] = (reference, from) => {
    const absolute = resolve(reference, from.uri);
    const [address = '', fragment = ''] = absolute.split('#');
    const resource = resources.get(address);
    if (!resource) return undefined;
    const start = readNode(resource.root, resource.pointer, resource);
    const decoded = decode(fragment);
    if (decoded === '') return start;
    if (!decoded.startsWith('/')) return resource.anchors.get(decoded);
    let at: SchemaNode = start;
    let pending: string[] = [];
    for (const step of decoded.slice(1).split('/').map(unescapeStep)) {
      pending.push(step);
      const value = getAt(at.schema, pending);
      if (value === undefined) return undefined;
      // Inside another resource the way goes on from that.
      const known = isObject(value) ? nodes.get(value) : undefined;
      if (known) [at, pending] = [known, []];
    }
    return pending.length === 0 ? at : child(at, ...pending);
  };
  return {
    find,
    child,
    at: (uri) => {
      const resource = resources.get(withoutFragment(uri));
      return resource && find(uri, resource);
    },
  };
}

/** What is found in documents: resources by address, schemas that are objects with their places, and the way to read more. */
interface ReadResources {
  resources: Map<string, SchemaResource>;
  nodes: Map<object, SchemaNode>;
  readNode: (schema: Json, pointer: string, parent: SchemaResource) => SchemaNode;
}

function readResources(documents: ReadonlyMap<string, Json>, draft: string): ReadResources {
  const resources = new Map<string, SchemaResource>();
  const nodes = new Map<object, SchemaNode>();

  const dialectOf = (schema: JsonObject, inherited: Dialect | undefined): Dialect => {
    if (typeof schema.$schema !== 'string' && inherited) return inherited;
    const uri = withoutFragment(canonicalDraft(typeof schema.$schema === 'string' ? schema.$schema : draft));
    const known = [draft2020, draft07].find((dialect) => dialect.uri === uri) ?? readAs.get(uri);
    if (known) return known;
    const meta = documents.get(uri);
    const vocabulary = isObject(meta ?? null) ? (meta as JsonObject).$vocabulary : undefined;
    return {
      ...draft2020,
      uri,
      asserts: !isObject(vocabulary ?? null) || validationVocabulary in (vocabulary as JsonObject),
    };
  };

  const readNode = (schema: Json, pointer: string, parent: SchemaResource): SchemaNode => {
    const node = { schema, resource: parent, pointer };
    if (!isObject(schema)) return node;
    const present = nodes.get(schema);
    if (present) return present;
    const isHidden = parent.dialect.isOld && '$ref' in schema;
    if (typeof schema.$id === 'string' && !isHidden) {
      const [address = '', fragment = ''] = schema.$id.split('#');
      if (address !== '' && pointer !== parent.pointer)
        node.resource = addResource(schema, address, pointer, parent);
      if (fragment !== '') node.resource.anchors.set(fragment, node);
    }
    nodes.set(schema, node);
    const { resource } = node;
    if (typeof schema.$anchor === 'string') resource.anchors.set(schema.$anchor, node);
    if (typeof schema.$dynamicAnchor === 'string') {
      resource.anchors.set(schema.$dynamicAnchor, node);
      resource.dynamicAnchors.set(schema.$dynamicAnchor, node);
    }
    const positions = schemaPositions(resource.dialect);
    for (const [keyword, value] of Object.entries(schema)) {
      const at = `${pointer}/${escapeStep(keyword)}`;
      if (positions.one.has(keyword) && !Array.isArray(value)) readNode(value, at, resource);
      if (positions.list.has(keyword) && Array.isArray(value))
        for (const [index, item] of value.entries()) readNode(item, `${at}/${index}`, resource);
      if (positions.named.has(keyword) && isObject(value))
        for (const [name, item] of Object.entries(value))
          readNode(item, `${at}/${escapeStep(name)}`, resource);
    }
    return node;
  };

  const addResource = (
    schema: Json,
    uri: string,
    pointer: string,
    parent?: SchemaResource,
  ): SchemaResource => {
    const absolute = parent ? resolve(uri, parent.uri) : uri;
    const own = isObject(schema) && typeof schema.$id === 'string' ? withoutFragment(schema.$id) : '';
    const resource: SchemaResource = {
      uri: parent || own === '' ? absolute : resolve(own, absolute),
      root: schema,
      dialect: isObject(schema) ? dialectOf(schema, parent?.dialect) : draft2020,
      document: parent?.document ?? absolute,
      pointer,
      anchors: new Map(),
      dynamicAnchors: new Map(),
    };
    resources.set(absolute, resource);
    resources.set(resource.uri, resource);
    return resource;
  };

  for (const [uri, schema] of documents) readNode(schema, '', addResource(schema, withoutFragment(uri), ''));
  return { resources, nodes, readNode };
}

/** RFC 3986; an address that no other can be read against, such as a URN, takes fragments only. */
function resolve(reference: string, base: string): string {
  if (reference.startsWith('#')) return withoutFragment(base) + reference;
  return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}

function withoutFragment(uri: string): string {
  return uri.split('#')[0] ?? '';
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
