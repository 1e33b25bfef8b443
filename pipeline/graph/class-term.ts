/** Name of the class of an entity type as a term of the JSON-LD context: "place" → "Place". */
export function classTerm(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}
