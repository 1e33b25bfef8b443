import type { HttpAnswer } from './exchange.ts';

/** Media type of an answer without its parameters, in small letters; empty where the server names none. */
export function mediaTypeOf({ headers }: HttpAnswer): string {
  return (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
}

/**
 * The text of an answer, without a byte order mark: in the encoding that its first bytes or its Content-Type name, else in
 * UTF-8 (https://encoding.spec.whatwg.org/#decode).
 *
 * @returns undefined where the bytes are no text in that encoding
 */
export function decodeAnswer(answer: HttpAnswer): string | undefined {
  try {
    return decoderOf(answer, true).decode(answer.bytes);
  } catch {
    return undefined;
  }
}

/** The text of an answer for people: what is no text in it is shown as U+FFFD. */
export function skimAnswer(answer: HttpAnswer): string {
  return decoderOf(answer, false).decode(answer.bytes);
}

/** The encoding that an answer claims, for a message. */
export function encodingOf(answer: HttpAnswer): string {
  return decoderOf(answer, false).encoding;
}

function decoderOf({ bytes, headers }: HttpAnswer, fatal: boolean): InstanceType<typeof TextDecoder> {
  const [first = 0, second = 0] = bytes;
  const marked =
    first === 0xfe && second === 0xff
      ? 'utf-16be'
      : first === 0xff && second === 0xfe
        ? 'utf-16le'
        : undefined;
  const isUtf8 = bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  const named = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(headers.get('content-type') ?? '')?.[1];
  try {
    return new TextDecoder(marked ?? (isUtf8 ? 'utf-8' : (named ?? 'utf-8')), { fatal });
  } catch {
    // A name that no encoding has.
    return new TextDecoder('utf-8', { fatal });
  }
}
