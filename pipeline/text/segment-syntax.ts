import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import type { SyntaxExtension } from './container-syntax.ts';

/** Constructs of micromark that start a block. */
const blocks = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

const leftBracket = 91;

/**
 * Syntax extension of micromark for a segment: inline constructs only, and footnote calls and links to the given labels
 * although their definitions stand elsewhere.
 */
export function segmentSyntax(footnotes: readonly string[], definitions: readonly string[]): SyntaxExtension {
  const text = gfmFootnote().text;
  const construct = text?.[leftBracket];
  if (!text || !construct || Array.isArray(construct))
    throw new Error('micromark-extension-gfm-footnote has no call');
  const call = construct;
  const labels = footnotes.flatMap(formsOf).map(normalizeLabel);
  const defined = definitions.map(normalizeLabel);
  return {
    disable: { null: blocks },
    text: {
      ...text,
      [leftBracket]: {
        ...call,
        tokenize(effects, ok, nok) {
          // Where the extension keeps the labels that it has seen defined.
          this.parser.gfmFootnotes = labels;
          this.parser.defined = defined;
          return call.tokenize.call(this, effects, ok, nok);
        },
      },
    },
  };
}

/** A label as authors' tools may save it. */
function formsOf(label: string): string[] {
  return [...new Set([label, label.normalize('NFC'), label.normalize('NFD')])];
}

/** As in https://spec.commonmark.org/0.31.2/#matches; lower and then upper case folds letters such as ẞ. */
function normalizeLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase();
}
