import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scanSegment } from '../../pipeline/translation/matching/scan-segment.ts';
import { readCatalog } from '../../pipeline/translation/read-catalog.ts';
import { packageRoot } from '../package-root.ts';
import { codesIn } from './codes-in.ts';

/** Tokens in short: words as they are, the others with their kind. */
function summary(markdown: string): string {
  return scanSegment(markdown)
    .map(({ kind, text, link }) => `${kind === 'word' ? text : `${kind}=${text}`}${link ? '↑' : ''}`)
    .join(' ');
}

test.each([
  ['The [1,528 km](border:ec-pe#length) line', 'the link=border:ec-pe#length number=1,528↑ km↑ line'],
  ['\\[no link\\](x) `a [b](c)` [^n]', 'no link x code=`a [b](c)` note=n'],
  ['[a *b* ![c](d)](work:x "p. 5")', 'link=work:x a↑ b↑ link=d↑ c↑'],
  ['<https://x.example/1> and <br>', 'link=https://x.example/1 and'],
  ['[x](<a b>) [y](u_(v)) [z](w\\_)', 'link=a b x↑ link=u_(v) y↑ link=w_ z↑'],
  ['1.5% of 12 345, 2009a, 2.5.1', 'number=1.5 of number=12 345 2009a number=2.5.1'],
  ['in 1998, 500 people; n.º 5', 'in number=1998 number=500 people n º number=5'],
  ['日本語 A', '日 本 語 a'],
  ['“¿Qué?”—dijo', 'qué dijo'],
  ['[](#box) ![](a.png)', 'link=#box link=a.png'],
  ['[not closed](', 'not closed'],
  ['', ''],
])('%j', (markdown, expected) => {
  expect(summary(markdown)).toBe(expected);
});

test.each(['es', 'pt'])(
  'a parser of Markdown finds the same links and notes in the %s catalog',
  (language) => {
    const at = path.join(packageRoot, `locales/${language}/peru-borders.po`);
    const { value } = readCatalog({ path: at, text: readFileSync(at, 'utf8') }, language);
    const labels = value.entries.flatMap(({ msgid }) =>
      scanSegment(msgid).flatMap(({ kind, text }) => (kind === 'note' ? [text] : [])),
    );
    let codes = 0;
    for (const { msgstr } of value.entries.slice(1)) {
      const scanned = scanSegment(msgstr).flatMap((token) => {
        const { kind, text } = token;
        if (kind === 'link') return [`${'isImage' in token && token.isImage ? '!' : ''}[](${text})`];
        return kind === 'note' ? [`[^${text}]`] : kind === 'code' ? [text] : [];
      });
      const parsed = codesIn(msgstr, labels).filter((form) => !/^\*+$/.test(form));
      expect(scanned).toEqual(parsed);
      codes += parsed.length;
    }
    expect(codes).toBeGreaterThan(500);
  },
);
