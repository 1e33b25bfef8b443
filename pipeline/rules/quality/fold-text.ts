/** A text as it is compared where case, spaces and signs do not matter; signs between letters or digits stay. */
export function foldText(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])[\p{P}\uFFFC]+|[\p{P}\uFFFC]+(?![\p{L}\p{N}])/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
