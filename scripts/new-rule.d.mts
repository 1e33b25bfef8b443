/** Writes what a rule begins with, and returns what to tell; a refusal sets the exit code. */
export default function createRule(id: string, root: string, options: string[]): Promise<string>;
