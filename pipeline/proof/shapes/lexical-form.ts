const xsd = 'http://www.w3.org/2001/XMLSchema#';

const year = '-?(?:[1-9][0-9]{3,}|0[0-9]{3})';
const month = '(?:0[1-9]|1[0-2])';
const day = '(?:0[1-9]|[12][0-9]|3[01])';
const clock = '(?:(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?|24:00:00(?:\\.0+)?)';
const zone = '(?:Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))?';

/** Lexical forms of the datatypes that shapes ask for (https://www.w3.org/TR/xmlschema11-2/#built-in-primitive-datatypes). */
const forms: Record<string, string> = {
  string: '[^]*',
  boolean: 'true|false|1|0',
  integer: '[+-]?[0-9]+',
  nonNegativeInteger: '\\+?[0-9]+|-0+',
  decimal: '[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)',
  date: `${year}-${month}-${day}${zone}`,
  gYearMonth: `${year}-${month}${zone}`,
  gYear: `${year}${zone}`,
  time: `${clock}${zone}`,
  dateTime: `${year}-${month}-${day}T${clock}${zone}`,
};

/**
 * How literals of a datatype are written. Datatypes that are not of XML Schema, such as rdf:langString, are written in any
 * way: SHACL asks for the forms of those only that SPARQL knows (https://www.w3.org/TR/shacl/#DatatypeConstraintComponent).
 *
 * @throws Error for a datatype of XML Schema that no shape asked for before: its form belongs here
 */
export function lexicalForm(datatype: string): RegExp {
  if (!datatype.startsWith(xsd)) return /^/;
  const form = forms[datatype.slice(xsd.length)];
  if (form === undefined) throw new Error(`The form of literals of ${datatype} is not known`);
  return new RegExp(`^(?:${form})$`);
}
