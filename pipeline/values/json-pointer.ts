/** A step of a JSON Pointer as it is written in one (https://www.rfc-editor.org/rfc/rfc6901). */
export function escapeStep(step: string | number): string {
  return String(step).replaceAll('~', '~0').replaceAll('/', '~1');
}

/** What a step of a JSON Pointer, or a whole pointer whose steps have no slash, stands for. */
export function unescapeStep(step: string): string {
  return step.replaceAll('~1', '/').replaceAll('~0', '~');
}
