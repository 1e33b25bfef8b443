import MarkdownIt from 'markdown-it';
import { anchorsIn, type Mark } from './marks.ts';

/** Reads Markdown (CommonMark with tables) by https://github.com/markdown-it/markdown-it. */
export function readWithMarkdownIt(markdown: string): Mark[] {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  return tokens
    .flatMap((token) => [token, ...(token.children ?? [])])
    .flatMap((token): Mark[] => {
      switch (token.type) {
        case 'heading_open':
          return [{ kind: 'heading', value: token.tag.slice(1) }];
        case 'inline':
          return [{ kind: 'block', value: '' }];
        case 'link_open':
          return [{ kind: 'link', value: String(token.attrGet('href') ?? '') }];
        case 'html_block':
        case 'html_inline':
          return anchorsIn(token.content);
        case 'softbreak':
        case 'hardbreak':
          return [{ kind: 'text', value: ' ' }];
        case 'text':
        case 'text_special':
        case 'code_inline':
          return [{ kind: 'text', value: token.content }];
        default:
          return [];
      }
    });
}
