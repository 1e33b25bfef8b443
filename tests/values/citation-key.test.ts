import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slugOfKey } from '../../pipeline/values/citation-key.ts';
import { slugPattern } from '../../pipeline/values/entity-id.ts';

describe('a key of a bibliography makes the second half of an id', () => {
  test.each([
    ['kahhat-2007', 'kahhat-2007'],
    ['sotoPuertos1987', 'sotopuertos1987'],
    ['Soto_Puertos:1987', 'soto-puertos-1987'],
    ['DBLP:conf/icml/Soto20', 'dblp-conf-icml-soto20'],
    ['http://zotero.org/users/7/items/QWER2345', 'http-zotero-org-users-7-items-qwer2345'],
    ['Núñez.2001', 'nunez-2001'],
    ['Groß2001', 'gross2001'],
    ['Sørensen2001', 'sorensen2001'],
    ['de la Cruz 1987 Harbours', 'de-la-cruz-1987-harbours'],
    ['李1999', 'u674e1999'],
    ['Гоголь1842', 'u433u43eu433u43eu43bu44c1842'],
    ['12', '12'],
    ['—', ''],
  ])('%s', (key, slug) => expect(slugOfKey(key)).toBe(slug));

  test('that is one, or nothing, and stays as it is', () => {
    const form = new RegExp(`^(?:${slugPattern})?$`);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (key) => {
        const slug = slugOfKey(key);
        expect(slug).toMatch(form);
        expect(slugOfKey(slug)).toBe(slug);
      }),
    );
  });
});
