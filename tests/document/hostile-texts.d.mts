export const hostile: [name: string, text: string][];
export const costly: [name: string, text: string][];
