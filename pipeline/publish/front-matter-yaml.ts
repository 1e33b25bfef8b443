import { Document, Scalar, Schema, stringify, visit } from 'yaml';

/**
 * Words that a reader of YAML 1.1 may take for something else and the library's schema of it does not know: numbers with commas and
 * symbols, as Psych has them (https://github.com/ruby/psych, scalar_scanner.rb), the keys of merging and of a default value, and tabs,
 * at which PyYAML stops.
 */
const otherwise = /^(?:[-+]?\d[\d,_]*(?:\.[\d,_]*)?|:.*|=|<<|.*\t.*)$/s;

/** The tags that the library knows of YAML 1.1. */
const oldTags = new Schema({ compat: 'yaml-1.1' }).compat ?? [];

/** Line ends of YAML 1.1 alone, and what it has no place for (https://yaml.org/spec/1.1/#c-printable). */
const unprintable = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * Writes front matter so that readers of YAML 1.1 (pandoc, Jekyll, PyYAML) read what those of YAML 1.2 do: `title: "No"`.
 */
export function writeFrontMatterYaml(value: Record<string, unknown>): string {
  const document = new Document(value, { compat: 'yaml-1.1', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && isReadOtherwise(node.value)) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // All that has such a character is quoted.
  return document.toString({ lineWidth: 0 }).replace(unprintable, writeEscape);
}

/** Whether a text without quotation marks is another value to a reader of YAML 1.1. */
export function isReadOtherwise(text: string): boolean {
  if (otherwise.test(text) || text.search(unprintable) >= 0) return true;
  return isOfOldSchema(text) && stringify(text, { compat: 'yaml-1.1' }) !== stringify(text);
}

/** What the library asks of a text where it knows of YAML 1.1, and nowhere else: most are no value of another kind. */
function isOfOldSchema(text: string): boolean {
  return oldTags.some((tag) => 'test' in tag && tag.test?.test(text));
}

function writeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
