export default function createOutput(name: string, root: string): Promise<string>;
