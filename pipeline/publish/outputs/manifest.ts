import { jsonType } from '../media-types.ts';
import type { FileKind, Output } from './output.ts';

export const manifestFile: FileKind = { path: 'manifest.json', mediaType: jsonType };

/** Lists what all others wrote, so that it is written when they are (close-outputs.ts). */
export const manifest: Output = { name: 'manifest', files: [manifestFile], isMain: true };
