import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeFrontMatterYaml } from '../../pipeline/publish/front-matter-yaml.ts';
import { judge } from '../judge.ts';

const otherwise = [
  ...[
    'No',
    'yes',
    'on',
    'Off',
    'y',
    'N',
    '~',
    'null',
    'true',
    '0777',
    '0o7',
    '1_000',
    '1:20',
    '12:30:45',
    '190:20:30.15',
  ],
  ...[
    '2001-12-14',
    '2001-12-14t21:59:43.10-05:00',
    '=',
    '<<',
    '1e3',
    '.5',
    '1.',
    '+1',
    '0x1F',
    '0b11',
    '.inf',
    '.NaN',
  ],
  ...[
    '1,528',
    '1,528.5',
    ':symbol',
    'a\u2028b',
    'a\u0085b',
    'a\tb',
    'line\nfeed',
    ' lead',
    'trail ',
    '# a',
    'a: b',
    '- a',
  ],
];
const text = fc.oneof(
  fc.constantFrom(...otherwise),
  fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((words) => !/\p{Cs}/u.test(words) && !words.includes('\0')),
  fc.stringMatching(/^[-+.:,_0-9eExo=<>~ynYNfoau ]{1,8}$/),
);

describe('front matter', () => {
  test('is the same to readers of YAML 1.1 and 1.2', () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const written = writeFrontMatterYaml({ texts });
        expect(parse(written, { version: '1.1' })).toEqual({ texts });
        expect(parse(written)).toEqual({ texts });
      }),
      { numRuns: 1_000 },
    );
  });

  test('is not quoted without need', () => {
    const plain = ['No way', '1.0.0', '2009a', 'Notes', 'Río y mar', 'on rivers'];
    expect(writeFrontMatterYaml({ plain })).toBe(
      `plain:\n${plain.map((words) => `  - ${words}\n`).join('')}`,
    );
  });
});

const pyyaml = judge('PyYAML');

describe('PyYAML', pyyaml.options, () => {
  test('reads the same front matter', async () => {
    const script =
      'import json, sys, yaml; json.dump(yaml.safe_load(sys.stdin.buffer.read().decode()), sys.stdout)';
    const { stdout } = await pyyaml.ask(['-c', script], writeFrontMatterYaml({ otherwise }));
    expect(JSON.parse(stdout)).toEqual({ otherwise });
  });
});
