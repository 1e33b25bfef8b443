import type { Heading, Link, RootContent } from 'mdast';
import { pathInForm } from '../edition-link.ts';
import { markdownType } from '../media-types.ts';
import type { Metadata } from '../metadata.ts';
import { relativeToEdition } from '../relative-to-edition.ts';
import type { ComposedFile } from './composed-file.ts';
import { writeRegisterFrontMatter } from './front-matter.ts';
import { link, paragraph, strong, text } from './nodes.ts';
import { languageAt, type Scope } from './scope.ts';

/**
 * The register of entities of an edition as a file beside it: which edition it is of, what its entries rest on, and the entries of its index. Its
 * title is in the front matter, so that headings of types are of the second level.
 */
export function composeRegister(
  entries: readonly RootContent[],
  metadata: Metadata,
  scope: Scope,
): ComposedFile {
  const { language, registerPath, links, t } = scope;
  const edition = relativeToEdition(pathInForm(links, language, markdownType), language);
  const title = scope.marked({ text: metadata.title, language: languageAt('title', scope) });
  const label = t('edition:label', { label: t('edition:outputs.markdown-edition.title') });
  return {
    name: relativeToEdition(registerPath(language), language),
    frontMatter: writeRegisterFrontMatter(metadata, scope),
    content: [
      paragraph(strong(text(label)), text(' '), link(edition, ...title)),
      paragraph(text(t('edition:registerGrounds'))),
      ...entries.map((node) =>
        node.type === 'heading' ? { ...node, depth: (node.depth - 1) as Heading['depth'] } : node,
      ),
    ],
  };
}

/** A link to the register by its name. */
export function linkToRegister(register: string, { t }: Scope): Link {
  return link(register, text(t('edition:outputs.register.title')));
}
