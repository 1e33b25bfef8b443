import type {
  Diagnostic,
  Document,
  Entity,
  FrontMatterForm,
  Graph,
  Language,
  Staged,
  Vocabulary,
} from '../model.ts';
import { diagnose } from '../rules/diagnose.ts';
import { suggest } from '../rules/likely-names.ts';
import { checkEntityReferences } from './check-entity-references.ts';
import { checkTexts } from './check-texts.ts';
import type { Validators } from './create-validators.ts';
import { findFrontMatterForm } from './find-front-matter-form.ts';
import { checkFollows } from './follow.ts';
import { locateKey } from './locate-value.ts';
import { readDescribed } from './read-described.ts';
import { validateEntity } from './validate.ts';

interface DescribedContext {
  /** Of the publication. */
  name: string;
  vocabulary: Vocabulary;
  /** Languages of the editions; empty where they are not known for sure. */
  published: Language[];
  /** Languages that no text may lack. */
  required: Language[];
  validators: () => Validators;
}

/**
 * A publication as an entity, with what its front matter says by schemas of the project, held against these as an entity is against
 * its type. Undefined where the project has no such schema. Of a key that the tool's form has, too, a finding names the schema that
 * asks for more.
 * Findings: front-matter-is-well-formed for a key that neither has; else those of `readDescribed`, `validateGraph`, `checkEntityReferences`, `checkTexts`
 * and `checkFollows`.
 */
export function stateDescribed(
  document: Document,
  graph: Graph,
  { name, vocabulary, published, required, validators }: DescribedContext,
): Staged<Entity | undefined> {
  const form = findFrontMatterForm(vocabulary, name);
  if (!form?.isPossible) return { value: undefined, diagnostics: [] };
  const { value, diagnostics } = readDescribed(document, name, vocabulary.frontMatter?.keys ?? [], form);
  if (!value) return { value: undefined, diagnostics };
  const { whole, carried } = value;
  const alone = { ...graph, entities: new Map([[name, carried]]) };
  return {
    value: carried,
    diagnostics: [
      ...diagnostics,
      ...checkForm(whole, form, vocabulary, published, validators()),
      ...checkEntityReferences(graph, vocabulary, { entities: [carried] }),
      ...checkTexts(alone, undefined, vocabulary, required),
      ...checkFollows(alone, vocabulary),
    ],
  };
}

function checkForm(
  entity: Entity,
  { type, shared, path: file }: FrontMatterForm,
  vocabulary: Vocabulary,
  languages: Language[],
  validators: Validators,
): Diagnostic[] {
  const keys = vocabulary.frontMatter?.keys ?? [];
  return validateEntity(entity, type, vocabulary, languages, validators).map(({ path, diagnostic }) => {
    const { rule, values, related } = diagnostic;
    const property = String(values.property ?? '');
    if (path === '' && rule === 'property-is-known') {
      if (keys.includes(property)) {
        const values = { context: 'forbidden', key: property, schema: file };
        return diagnose('front-matter-is-well-formed', locateKey(entity, property), values);
      }
      const known = [...new Set([...keys, ...type.properties.keys()])];
      const { context = 'unknown', likely = '' } = { ...suggest(property, known) };
      const found = { expected: known.join(', '), found: property, likely };
      return diagnose('front-matter-is-well-formed', locateKey(entity, property), {
        ...found,
        context: context === 'likely' ? 'misspelt' : context,
      });
    }
    const place = shared.get(path === '' ? property : (path.split('/')[0] ?? ''));
    return {
      ...diagnostic,
      values: {
        ...values,
        ...('type' in values ? { type: file } : {}),
        ...('schema' in values ? { schema: file } : {}),
        ...(rule === 'required-property-is-present' ? { context: 'frontMatter' } : {}),
      },
      related: place ? [...related, { location: place, role: 'schema' }] : related,
    };
  });
}
