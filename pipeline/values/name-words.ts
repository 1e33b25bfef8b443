/** The words of a name without marks, case and punctuation: "Rhi-Sausi, José Luis" is rhi, sausi, jose, luis. */
export function nameWords(name: string): string[] {
  const folded = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
