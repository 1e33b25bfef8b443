import type { SourceFile } from '../model.ts';
import { sha256 } from './sha256.ts';

/** SHA-256 of what is read of a file: its text, and its form where that is not the usual one. */
export function digestSource({ text, form }: SourceFile): string {
  return sha256(form ? `${text}${JSON.stringify(form)}` : text);
}
