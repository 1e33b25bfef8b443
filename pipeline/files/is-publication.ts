import { isMap } from 'yaml';
import type { SourceFile } from '../model.ts';
import { readYaml } from '../project/yaml-source.ts';
import { keyText } from '../values/scalar-text.ts';

/** Keys of tinkuy.yaml that say something of files without a publication. */
const keysOfFiles = ['files', 'rules'];

/** Whether tinkuy.yaml is that of a publication: it has a key that nothing else needs. */
export function isPublication(configuration: SourceFile): boolean {
  const { root } = readYaml(configuration).value;
  return isMap(root) && root.items.some((pair) => !keysOfFiles.includes(keyText(pair)));
}
