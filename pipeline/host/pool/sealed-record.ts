import { sha256 } from '../sha256.ts';

/** JSON behind the SHA-256 of itself, so that what was cut off is known for it. */
export function seal(value: unknown): string {
  const body = JSON.stringify(value);
  return `${sha256(body)}\n${body}\n`;
}

/** What was sealed; undefined where it is not whole. */
export function readSealed(bytes: Buffer | undefined): unknown {
  if (bytes === undefined) return undefined;
  const text = bytes.toString('utf8');
  const body = text.slice(65, -1);
  return text.endsWith('\n') && sha256(body) === text.slice(0, 64)
    ? (JSON.parse(body) as unknown)
    : undefined;
}
