import type { SourceFile, Staged } from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { isInstanceObject } from '../values/json-schema/instance.ts';
import type { LocatedValue } from './located-value.ts';
import { placeInText } from './place-in-text.ts';
import { readYamlValues } from './read-yaml-values.ts';

/**
 * Reads the front matter of a Markdown file; without one it is an object without members.
 * Findings: front-matter-is-well-formed, those of a YAML file.
 */
export function readFrontMatterValues({ path, text }: SourceFile): Staged<LocatedValue[]> {
  const place = placeInText(path, text);
  const start = place(0, 0);
  const opened = /^---[ \t]*(?:\r?\n|$)/.exec(text)?.[0];
  const empty: LocatedValue = { name: path, value: {}, locate: () => start, locateKey: () => start };
  const other = /^(?:\+\+\+|;;;)[ \t]*(?=\r?\n)/.exec(text)?.[0];
  const refuse = (values: Record<string, string>, length: number): Staged<LocatedValue[]> => ({
    value: [],
    diagnostics: [diagnose('front-matter-is-well-formed', place(0, length), values)],
  });
  if (other !== undefined) return refuse({ context: 'yaml', found: other.trim() }, 3);
  if (opened === undefined) return { value: [empty], diagnostics: [] };
  const closed = /^(?:---|\.\.\.)[ \t]*$/m.exec(text.slice(opened.length).replaceAll('\r\n', ' \n'));
  if (!closed) return refuse({ context: 'fence', found: '---' }, 3);
  // The opening fence is also YAML's document start, so that places stay those of the file.
  const yaml = text.slice(0, opened.length + closed.index);
  const { value, diagnostics } = readYamlValues({ path, text: yaml });
  const [only] = value;
  if (only && !isInstanceObject(only.value) && only.value !== null) {
    const found = Array.isArray(only.value) ? '- …' : String(only.value).slice(0, 40);
    const finding = diagnose('front-matter-is-well-formed', only.locate([]), { context: 'mapping', found });
    return { value: [], diagnostics: [...diagnostics, finding] };
  }
  if (diagnostics.length > 0 && !only) return { value: [], diagnostics };
  return { value: [only && only.value !== null ? { ...only, name: path } : empty], diagnostics };
}
