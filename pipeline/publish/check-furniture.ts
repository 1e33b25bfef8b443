import type { Diagnostic, EditionConfiguration, Language, ProjectFiles } from '../model.ts';
import { findMissingWords } from '../project/furniture.ts';
import { diagnose } from '../rules/diagnose.ts';
import { startOfFile } from '../rules/start-of-file.ts';
import { compareText } from '../values/compare-text.ts';

/**
 * What an edition prints around the text in another language than its own: one finding for the furniture, one for the
 * labels of the types and properties that the entities have. Finding: furniture-is-translated.
 *
 * @param lacking what findLackingLabels gives, of all publications
 */
export function checkFurniture(
  files: ProjectFiles,
  editions: readonly EditionConfiguration[],
  lacking: readonly [Language, string[]][],
): Diagnostic[] {
  return editions.flatMap((edition) => {
    const own = lacking.filter(([language]) => language === edition.language);
    return checkEdition(files, edition, new Set(own.flatMap(([, labels]) => labels)));
  });
}

function checkEdition(
  files: ProjectFiles,
  { language, location }: EditionConfiguration,
  labels: ReadonlySet<string>,
): Diagnostic[] {
  const path = `locales/${language}/edition.json`;
  const own = files.own.find((file) => file.path === path);
  const place = own ? startOfFile(path) : (location ?? startOfFile('tinkuy.yaml'));
  const words = findMissingWords([...files.builtin, ...files.own], language);
  const report = (missing: string[], context: Diagnostic['values']): Diagnostic[] =>
    missing.length === 0
      ? []
      : [
          diagnose('furniture-is-translated', place, {
            language,
            path,
            missing: missing.join(', '),
            ...context,
          }),
        ];
  return [...report(words, {}), ...report([...labels].sort(compareText), { context: 'labels' })];
}
