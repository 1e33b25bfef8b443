import type { FrontMatterForm, Vocabulary } from '../model.ts';
import { describedType } from './described-publication.ts';

/** What the schemas of a project ask of the front matter of a publication besides the tool's form; undefined where they ask nothing. */
export function findFrontMatterForm(
  { frontMatter }: Pick<Vocabulary, 'frontMatter'>,
  publication: string,
): FrontMatterForm | undefined {
  return frontMatter?.forms.get(describedType(publication)) ?? frontMatter?.forms.get(describedType(''));
}
