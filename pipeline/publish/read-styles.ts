import type { CitationStyle, Diagnostic, EditionConfiguration, Language, Staged } from '../model.ts';
import type { BuildServices } from '../project/build-services.ts';
import { diagnose } from '../rules/diagnose.ts';

/** The CSL style of each edition. Findings: citation-style-is-known. */
export async function readStyles(
  editions: readonly EditionConfiguration[],
  services: BuildServices,
): Promise<Staged<Map<Language, CitationStyle>>> {
  const styles = new Map<Language, CitationStyle>();
  const diagnostics: Diagnostic[] = [];
  for (const { language, tag, citationStyle, location } of editions) {
    const style = await services.readCitationStyle(citationStyle, tag);
    const values = { language, found: citationStyle };
    if (style) styles.set(language, style);
    else if (location) diagnostics.push(diagnose('citation-style-is-known', location, values));
  }
  return { value: styles, diagnostics };
}
