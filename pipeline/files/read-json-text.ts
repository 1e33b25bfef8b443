import { compareNumbers, ExactNumber, type Instance } from '../values/json-schema/instance.ts';
import { type JsonSyntax, type JsonWriting, jsonSyntax } from './json-syntax.ts';

/** A value of a JSON text with where it stands, as offsets. */
export interface JsonNode {
  start: number;
  end: number;
  value: Instance;
  /** Of an object, by key, the last where one stands twice. */
  members: Map<string, JsonMember> | undefined;
  /** Of a list. */
  items: JsonNode[] | undefined;
}

export interface JsonMember {
  start: number;
  end: number;
  node: JsonNode;
}

export interface JsonText {
  /** Undefined where it is no JSON, or none that is read. */
  root: JsonNode | undefined;
  /** What keeps it from being read, with its offset: a mistake, too deep nesting, a number beyond all bounds. */
  mistake: { context: '' | 'nesting' | 'number'; offset: number } | undefined;
  /** Keys that their object had before. */
  doubled: { key: string; first: JsonMember; second: JsonMember }[];
}

/** Deepest nesting that is read: the evaluator of schemas goes no deeper. */
export const jsonNestingMax = 250;
/** Longest number that is read, and the largest exponent: reckoning with all figures takes time without end beyond. */
const numberMax = { length: 1000, exponent: 400 };

/** Reads a JSON text with places, numbers with all their figures. */
export function readJsonText(text: string, writing: JsonWriting = 'json'): JsonText {
  const doubled: JsonText['doubled'] = [];
  const reader = new Reader(text, doubled, jsonSyntax(writing));
  try {
    const root = reader.readValue(0);
    reader.skipSpace();
    if (reader.at < text.length) throw new Mistake('', reader.at);
    return { root, mistake: undefined, doubled };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return { root: undefined, mistake: { context: error.context, offset: error.offset }, doubled: [] };
  }
}

/** Ends the reading of a text; never leaves this file. */
class Mistake extends Error {
  readonly context: '' | 'nesting' | 'number';
  readonly offset: number;
  constructor(context: '' | 'nesting' | 'number', offset: number) {
    super(context);
    this.context = context;
    this.offset = offset;
  }
}

class Reader {
  readonly text: string;
  readonly doubled: JsonText['doubled'];
  readonly syntax: JsonSyntax;
  readonly word = /(?:true|false|null)(?![\w.])/y;
  at = 0;

  constructor(text: string, doubled: JsonText['doubled'], syntax: JsonSyntax) {
    this.text = text;
    this.doubled = doubled;
    this.syntax = syntax;
  }

  skipSpace(): void {
    this.take(this.syntax.space);
  }

  readValue(depth: number): JsonNode {
    this.skipSpace();
    const start = this.at;
    if (depth > jsonNestingMax) throw new Mistake('nesting', start);
    const sign = this.text[start];
    if (sign === '{') return this.readObject(start, depth);
    if (sign === '[') return this.readList(start, depth);
    const isString = sign === '"' || (sign === "'" && this.syntax.name !== undefined);
    const value = isString ? this.readString() : this.readScalar(start);
    return { start, end: this.at, value, members: undefined, items: undefined };
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at += found[0].length;
    return found;
  }

  readString(): string {
    const start = this.at;
    const found = this.take(this.syntax.string);
    const text = found && this.syntax.unquote(found[0]);
    if (text === undefined) throw new Mistake('', start);
    return text;
  }

  readName(): string {
    const found = this.syntax.name && this.take(this.syntax.name);
    return found ? found[0] : this.readString();
  }

  readScalar(start: number): Instance {
    const found = this.take(this.syntax.number);
    if (found) return readNumber(this.syntax.plainNumber(found[0]), Number(found[1] ?? '0'), start);
    // Numbers of JSON5 that nothing can be reckoned with.
    if (this.syntax.name && /^[+-]?(?:Infinity|NaN)\b/.test(this.text.slice(start, start + 10)))
      throw new Mistake('number', start);
    const word = this.take(this.word);
    if (!word) throw new Mistake('', start);
    return word[0] === 'null' ? null : word[0] === 'true';
  }

  /** Takes a comma, or the sign of the end, and tells whether something follows. */
  goesOn(end: string): boolean {
    this.skipSpace();
    const sign = this.text[this.at];
    if (sign !== ',' && sign !== end) throw new Mistake('', this.at);
    this.at += 1;
    if (sign === end) return false;
    this.skipSpace();
    const isLast = this.syntax.hasLastComma && this.text[this.at] === end;
    if (isLast) this.at += 1;
    return !isLast;
  }

  readList(start: number, depth: number): JsonNode {
    const items: JsonNode[] = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === ']') this.at += 1;
    else
      do items.push(this.readValue(depth + 1));
      while (this.goesOn(']'));
    return { start, end: this.at, value: items.map(({ value }) => value), members: undefined, items };
  }

  readObject(start: number, depth: number): JsonNode {
    const members = new Map<string, JsonMember>();
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === '}') this.at += 1;
    else
      do this.readMember(members, depth);
      while (this.goesOn('}'));
    const value = Object.create(null) as { [name: string]: Instance };
    for (const [key, { node }] of members) value[key] = node.value;
    return { start, end: this.at, value, members, items: undefined };
  }

  readMember(members: Map<string, JsonMember>, depth: number): void {
    this.skipSpace();
    const start = this.at;
    const key = this.readName();
    const end = this.at;
    this.skipSpace();
    if (this.text[this.at] !== ':') throw new Mistake('', this.at);
    this.at += 1;
    const member = { start, end, node: this.readValue(depth + 1) };
    const first = members.get(key);
    if (first) this.doubled.push({ key, first, second: member });
    members.set(key, member);
  }
}

function readNumber(text: string, exponent: number, offset: number): number | ExactNumber {
  if (text.length > numberMax.length || Math.abs(exponent) > numberMax.exponent)
    throw new Mistake('number', offset);
  const number = Number(text);
  if (text.length < 16 && exponent === 0) return number;
  const exact = new ExactNumber(text.toLowerCase());
  return Number.isFinite(number) && compareNumbers(exact, number) === 0 ? number : exact;
}
