import { SaxesParser } from 'saxes';
import type { Diagnostic, Location } from '../../model.ts';
import { diagnose } from '../../rules/diagnose.ts';

/** What a reader is told, in the order of the document. */
export interface XmlEvents {
  /** A finding ends the reading. */
  open?: (name: string, attributes: Record<string, string>, location: Location) => Diagnostic | undefined;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/** Takes an XML document piece by piece. */
export interface XmlReader {
  write: (chunk: string) => void;
  /** Ends the document; the findings say where it is no XML, or none that may be read. */
  close: () => Diagnostic[];
}

/** Deepest nesting of elements that is read; exchange formats need a dozen. */
const depthMax = 200;

/**
 * Reads XML as events, without keeping any of it. Entities are never expanded and nothing else is ever read: a
 * document that declares some is refused. After the first fault no more events come.
 *
 * @param doctype whether the format has one; what it points to is not read
 */
export function readEvents(path: string, doctype: 'allowed' | 'refused', events: XmlEvents): XmlReader {
  const diagnostics: Diagnostic[] = [];
  const parser = new SaxesParser<{ position: true }>({ position: true });
  let depth = 0;
  const here = (back = 0): Location => {
    const { line, columnIndex, position } = parser;
    const end = { line, column: columnIndex + 1, offset: position };
    const length = Math.min(back, columnIndex);
    return { path, start: { line, column: end.column - length, offset: position - length }, end };
  };
  const stop = (diagnostic: Diagnostic): void => {
    if (diagnostics.length === 0) diagnostics.push(diagnostic);
  };
  parser.on('error', ({ message }) => {
    const found = message.replace(/^(?:.*:)?\d+:\d+: /, '').replace(/\.$/, '');
    stop(diagnose('exchange-file-is-well-formed', here(1), { found }));
  });
  parser.on('doctype', (text) => {
    if (doctype === 'allowed' && !text.includes('[')) return;
    stop(diagnose('exchange-file-is-self-contained', here(1), { found: '<!DOCTYPE' }));
  });
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > depthMax) stop(diagnose('exchange-file-is-well-formed', here(1), { found: `<${name}>` }));
    if (diagnostics.length > 0) return;
    const finding = events.open?.(name, attributes as Record<string, string>, here(1));
    if (finding) stop(finding);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (diagnostics.length === 0) events.close?.(name);
  });
  const tell = (text: string): void => {
    if (diagnostics.length === 0) events.text?.(text);
  };
  parser.on('text', tell);
  parser.on('cdata', tell);
  return {
    write: (chunk) => {
      if (diagnostics.length === 0) parser.write(chunk);
    },
    close: () => {
      if (diagnostics.length === 0) parser.close();
      return diagnostics;
    },
  };
}
