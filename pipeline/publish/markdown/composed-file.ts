import type { RootContent } from 'mdast';

/** A file of Markdown before it is written down. */
export interface ComposedFile {
  /** Its name, without a folder. */
  name: string;
  /** YAML, between its fences. */
  frontMatter: string;
  /** Its links lead to anchors ("#hub-andean") of the file itself and of the one beside it alike. */
  content: RootContent[];
}
