export default function createCommand(name: string, root: string): Promise<string>;
