import type { Translate } from '../../project/furniture.ts';
import type { Output } from './output.ts';

/** What an output is called. */
export function outputTitle({ name }: Pick<Output, 'name'>, t: Translate): string {
  return t(`edition:outputs.${name}.title`);
}

/** What it is for, as a sentence goes on after its title and a colon. */
export function outputPurpose({ name }: Pick<Output, 'name'>, t: Translate): string {
  return t(`edition:outputs.${name}.purpose`);
}
