/** Parts of sentences; each paragraph takes one of every list, as a seed decides. */
const openings = [
  'In the dry season',
  'After the floods',
  'Where the road ends',
  'Since the ferry was sold',
  'On market days',
  'For most of the year',
  'Before the bridge was built',
  'When the border posts close',
  'As far as anybody remembers',
  'Under the new agreement',
];
const subjects = [
  'the towns on the northern shore',
  'the fishing families',
  'the two customs offices',
  'the council of the valley',
  'teachers from both countries',
  'the carriers of wool and salt',
  'the older cooperatives',
  'the engineers of the railway',
  'the nurses of the district',
  'the boatmen',
];
const verbs = [
  'share',
  'repair',
  'measure',
  'defend',
  'divide',
  'open',
  'rent',
  'inspect',
  'abandon',
  'extend',
];
const objects = [
  'the irrigation canals',
  'the common pastures',
  'the old landing stages',
  'a network of warehouses',
  'the path across the pass',
  'the archive of land titles',
  'the radio station',
  'the schools of the islands',
  'a fleet of small boats',
  'the salt pans',
];
const qualities = [
  'which nobody else would pay for',
  'although the law is silent about them',
  'as their grandparents did',
  'with money from three ministries',
  'in spite of the distance',
  'because the maps do not agree',
  'and keep the accounts in two languages',
  'under the eyes of the army',
  'without any written rule',
  'to the surprise of the visitors',
];
const endings = [
  'and the harvest is carried to',
  'while the rest of the trade goes through',
  'so that letters arrive from',
  'and young people leave for',
  'but the doctors still come from',
  'until help is sent by',
  'and the prices follow those of',
  'as is the custom in',
  'with the consent of',
  'in the manner of',
];
const replacements = {
  share: 'use together',
  repair: 'mend',
  measure: 'survey',
  defend: 'protect',
  divide: 'split',
  open: 'unlock',
  rent: 'lease',
  inspect: 'look over',
  abandon: 'give up',
  extend: 'lengthen',
};
const syllables = [
  'ca',
  'ri',
  'to',
  'mo',
  'lu',
  'sa',
  'pe',
  'qui',
  'na',
  'chu',
  'yo',
  'ta',
  'hua',
  'llo',
  'be',
  'du',
];

/**
 * An article of so many paragraphs that differ from one another, the same on every run. Its vocabulary grows with its
 * length as that of prose does: names of places come once or a few times, all other words again and again.
 *
 * @param {number} size @param {'before' | 'after'} state after: another verb and another number in every paragraph
 */
export function writeProse(size, state) {
  const random = createRandom(size);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const paragraphs = [];
  for (let number = 0; number < size - 1; number += 1) {
    const clauses = [];
    const count = 1 + Math.floor(random() * 3);
    for (let clause = 0; clause < count; clause += 1) {
      const name = Array.from({ length: 3 }, () => pick(syllables)).join('');
      const place = `${name[0].toUpperCase()}${name.slice(1)}`;
      const kilometers = Math.floor(random() * 9000) + number;
      const verb = pick(verbs);
      const isChanged = state === 'after' && clause === 0;
      const value = (isChanged ? kilometers + 1 : kilometers).toLocaleString('en-US');
      clauses.push(
        `${pick(openings)} ${pick(subjects)} ${isChanged ? replacements[verb] : verb} ${pick(objects)} ` +
          `${pick(qualities)}, ${pick(endings)} [${place}](place:${name}), ${value} km away.`,
      );
    }
    paragraphs.push(clauses.join(' '));
  }
  const front =
    '---\ntitle: Prose\nlanguage: en\nauthors:\n  - name: Bench\nlicence:\n  text: https://creativecommons.org/licenses/by/4.0/\n  data: https://creativecommons.org/publicdomain/zero/1.0/\n---\n';
  return { article: `${front}\n${paragraphs.join('\n\n')}\n` };
}

/** Numbers from 0 to 1: a linear congruential generator, with the constants of Numerical Recipes. */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
