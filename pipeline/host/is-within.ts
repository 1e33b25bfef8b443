import path from 'node:path';

/** Whether a place is a folder or in it; both are real paths. */
export function isWithin(folder: string, place: string): boolean {
  return (place + path.sep).startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
