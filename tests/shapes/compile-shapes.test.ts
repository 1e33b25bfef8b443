import { Parser } from 'n3';
import { describe, expect, test } from 'vitest';
import { compileShapes } from '../../pipeline/proof/shapes/compile-shapes.ts';
import { validateData } from '../../pipeline/proof/validate-data.ts';

const prefixes = `
@prefix : <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
`;
const read = (turtle: string) => new Parser().parse(prefixes + turtle);
const shapeOfName = (asks: string) => `
  :Ship a sh:NodeShape ; sh:targetClass :Ship ; sh:property :name .
  :name a sh:PropertyShape ; sh:path :name ${asks} .`;

/** Constraints that :yavari violates with its names. */
function ask(asks: string, names: string, more = ''): string[] {
  const data = read(`:yavari a :Ship ${names === '' ? '' : `; :name ${names}`} . ${more}`);
  return validateData(data, compileShapes(read(shapeOfName(asks)))).map(({ constraint }) => constraint);
}

describe('what is not known is refused, and never passed over', () => {
  test.each([
    ['a constraint of SHACL that no shape has', shapeOfName('; sh:hasValue 1'), 'hasValue'],
    ['a constraint of another vocabulary', shapeOfName('; :minCount 1'), 'minCount'],
    ['flags of a pattern', shapeOfName('; sh:pattern "a" ; sh:flags "i"'), 'flags'],
    ['a severity', shapeOfName('; sh:severity sh:Info'), 'severity'],
    ['a shape that is switched off', shapeOfName('; sh:deactivated true'), 'deactivated'],
    ['another target', ':a a sh:NodeShape ; sh:targetNode :b .', 'targetNode'],
    ['a class that is a shape', ':a a sh:NodeShape, rdfs:Class .', 'Class'],
    ['a node that is no shape', ':a :b :c .', 'classes'],
    ['a path of several steps', ':a a sh:PropertyShape ; sh:path ( :b :c ) .', 'path'],
    ['two paths', ':a a sh:PropertyShape ; sh:path :b, :c .', 'path'],
    ['a shape of a node with a path', ':a a sh:NodeShape ; sh:path :b .', 'classes'],
    ['two bounds of one kind', shapeOfName('; sh:minCount 1, 2'), 'minCount'],
    ['a count of what is no property', ':a a sh:NodeShape ; sh:minCount 1 .', 'minCount'],
    ['a datatype whose form is not known', shapeOfName('; sh:datatype xsd:gMonthDay'), 'gMonthDay'],
    ['a kind of node that there is not', shapeOfName('; sh:nodeKind sh:Nothing'), 'Nothing'],
    ['a bound that is no number', shapeOfName('; sh:minInclusive "a"'), 'bound'],
    ['a list without an end', shapeOfName('; sh:in [ rdf:first 1 ]'), 'list'],
    ['a shape that asks for itself', ':a a sh:NodeShape ; sh:node :a .', 'itself'],
    ['a shape that is not there', ':a a sh:NodeShape ; sh:node :b .', 'classes'],
  ])('%s', (_, shapes, what) => {
    expect(() => compileShapes(read(shapes))).toThrow(new RegExp(what));
  });
});

// Where rdf-validate-shacl departs from the recommendation, it is no judge.
describe('as the recommendation has it', () => {
  test('lengths are counted in characters, not in UTF-16 units', () => {
    expect(ask('; sh:maxLength 2', '"🚢🚢"')).toEqual([]);
    expect(ask('; sh:maxLength 2', '"🚢🚢🚢"')).toEqual(['MaxLength']);
    expect(ask('; sh:minLength 2', '"🚢"')).toEqual(['MinLength']);
  });

  test('a range of languages ends where a part of the tag ends', () => {
    const asks = '; sh:languageIn ( "pt" "zh-Hant" )';
    expect(ask(asks, '"a"@pt, "b"@pt-BR, "c"@zh-hant-TW')).toEqual([]);
    expect(ask(asks, '"a"@pty')).toEqual(['LanguageIn']);
    expect(ask(asks, '"a", 1, :b')).toEqual(['LanguageIn', 'LanguageIn', 'LanguageIn']);
  });

  test('a pattern knows classes of characters, as those of schemas do', () => {
    expect(ask('; sh:pattern "^\\\\p{Lu}\\\\p{L}+$"', '"Ñusta"')).toEqual([]);
    expect(ask('; sh:pattern "^\\\\p{Lu}\\\\p{L}+$"', '"ñusta"')).toEqual(['Pattern']);
  });

  test('a number has one sign', () => {
    const decimal = '; sh:datatype xsd:decimal';
    expect(ask(decimal, '"-1.5"^^xsd:decimal, "+.5"^^xsd:decimal')).toEqual([]);
    expect(ask(decimal, '"+-1.5"^^xsd:decimal')).toEqual(['Datatype']);
  });

  test('a date and a clock have the numbers that there are', () => {
    const date = '; sh:datatype xsd:date';
    expect(ask(date, '"1998-10-26"^^xsd:date, "-0043-03-15Z"^^xsd:date')).toEqual([]);
    expect(ask(date, '"1998-13-26"^^xsd:date, "1998-10-32"^^xsd:date')).toEqual(['Datatype', 'Datatype']);
    expect(ask('; sh:datatype xsd:time', '"25:00:00"^^xsd:time')).toEqual(['Datatype']);
  });

  test('classes in a circle are one', () => {
    const circle = ':a rdfs:subClassOf :b . :b rdfs:subClassOf :a . :x a :b . :y a :c .';
    expect(ask('; sh:class :a', ':x', circle)).toEqual([]);
    expect(ask('; sh:class :a', ':y', circle)).toEqual(['Class']);
  });

  test('a node of two classes that a shape is for is asked once, and a statement in two graphs counts once', () => {
    const shapes = compileShapes(
      read(
        ':s a sh:NodeShape ; sh:targetClass :A, :B ; sh:property :p . :p a sh:PropertyShape ; sh:path :p ; sh:maxCount 1 .',
      ),
    );
    const data = read(':x a :A, :B ; :p 1, 2 . :y a :A ; :p 1 .');
    const found = validateData([...data, ...data], shapes);
    expect(found.map(({ node, constraint }) => [node, constraint])).toEqual([
      ['https://example.org/x', 'MaxCount'],
    ]);
  });

  test('a node is asked as often as it is a value', () => {
    const ships = Array.from({ length: 80 }, (_, index) => `:s${index} a :Ship ; :name :n .`).join('\n');
    const shapes = compileShapes(
      read(`${shapeOfName('; sh:node :Name')} :Name a sh:NodeShape ; sh:class :Name .`),
    );
    expect(validateData(read(ships), shapes)).toHaveLength(80);
  });
});
