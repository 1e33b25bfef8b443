/**
 * What may import what. A room is a folder of pipeline/; it imports itself, model.ts and what this table names, with its
 * reason, and nothing else. Rooms meet in build.ts and in the commands. ARCHITECTURE.md draws the same arrows.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

/** What every room may import: the constructor of findings, and values, which all rooms ask. */
const everywhere = 'rules/(?:diagnose|start-of-file|likely-names|rules)|values/[a-z-]+';

/** By room: what else it imports, and why. */
const arrows = {
  values: [
    ['graph/(?:code-lists|entity-id)', 'codes and ids are checked where values are'],
    ['project/yaml-source', 'a record is YAML, and a finding in it has its place'],
  ],
  project: [
    [
      'rules/(?:describe-errors|create-schema-check|quality/language-habits)',
      'what is wrong by a schema is told in one way; rules are named in tinkuy.yaml',
    ],
    ['rules/(?:own|patterns)/[a-z-]+', 'the rules that a project wrote are read from its files'],
    ['publish/references', 'a service hands over the style of citations (type)'],
    ['publish/data/provenance', 'a service hands over the name of the tool (type)'],
  ],
  text: [
    ['rules/(?:describe-errors|create-schema-check)', 'a front matter is checked by its schema'],
    ['project/(?:yaml-source|list-sources)', 'a front matter is YAML'],
  ],
  translation: [
    ['text/[a-z-]+', 'a translation is a text'],
    [
      'rules/(?:excerpt|resolve-severity|rules|quality/language-habits)',
      'habits of a language, and what is an error',
    ],
    ['project/[a-z-]+', 'the catalogs of a project are opened there'],
    ['graph/(?:bibliography|records|schema|iri)', 'records give the glossary its names'],
    ['proof/show-value', 'a value that differs is shown as the proof shows it'],
    ['publish/(?:files|page)', 'hand edits are found in what is published'],
    ['build', 'a correction is proved by a build'],
  ],
  rules: [
    ['text/syntax', 'rules on wording read segments'],
    ['translation/glossary/language-terms', 'rules on terms ask the glossary'],
  ],
  graph: [
    ['project/(?:yaml-source|locate-json-mistake)', 'records are YAML, bibliographies JSON, with places'],
    ['text/describe-front-matter', 'entities that a front matter names'],
  ],
  proof: [
    ['text/(?:syntax|segments)', 'what is published is read as a text'],
    ['linked/rdf/[a-z-]+', 'what is published is read as triples'],
    ['graph/iri', 'what is published has addresses'],
  ],
  publish: [
    ['text/(?:syntax|segment-ids|annotation|text-direction)', 'an edition is written as a text'],
    ['graph/(?:iri|class-term|schema)', 'what is published has addresses'],
    ['linked/rdf/[a-z-]+', 'triples are written there'],
    ['project/(?:furniture|read-configuration)', 'the words around a text'],
    ['translation/measure-edition', 'an edition says how complete it is'],
  ],
  linked: [
    ['graph/(?:iri|label-property|schema)', 'entities are found by their addresses and labels'],
    [
      'project/(?:furniture|read-configuration|edition-words|build-services|language-files)',
      'a question is asked of a project',
    ],
    ['publish/(?:files|labels|look-up|metadata|jsonld/[a-z-]+)', 'explain says what is published'],
    [
      'rules/(?:resolve-severity|quality/split-sentences|report/visible-cells)',
      'what is an error; the sentence of a statement',
    ],
    ['text/(?:annotation|segment-ids)', 'a question may name a segment'],
    ['build', 'explain builds the project'],
  ],
  host: [
    ['ways', 'a command loads what it runs (type)'],
    ['(?:build|linked|project|publish|rules|translation)[a-z/-]*', 'a command calls the rooms'],
  ],
};

const room = (name) => `^pipeline/${name}/`;

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([name, allowed]) => ({
      name: `${name}-stays-in-${name}`,
      comment:
        `${name}/ imports itself, model.ts and what .dependency-cruiser.cjs names: take the value as an argument, and let ` +
        'build.ts or the command hand it over, or add a line with its reason.',
      severity: 'error',
      from: { path: room(name) },
      to: {
        path: '^pipeline/',
        pathNot: [
          room(name),
          '^pipeline/model\\.ts$',
          `^pipeline/(?:${[everywhere, ...allowed.map(([files]) => files)].join('|')})\\.ts$`,
        ],
      },
    })),
    {
      name: 'every-room-is-in-the-table',
      comment:
        'A folder of pipeline/ that .dependency-cruiser.cjs does not name has no rules: name it, or use a room that exists.',
      severity: 'error',
      from: {},
      to: { path: '^pipeline/[^/]+/', pathNot: `^pipeline/(?:${Object.keys(arrows).join('|')})/` },
    },
    {
      name: 'root-is-three-files',
      comment:
        'Besides build.ts, model.ts and cli.ts nothing stands in pipeline/ itself: a file belongs in a room.',
      severity: 'error',
      from: {},
      to: {
        path: '^pipeline/[^/]+\\.ts$',
        pathNot: '^pipeline/(?:build|model|cli|ways|build-page|build-publication)\\.ts$',
      },
    },
    {
      name: 'host-is-for-cli',
      comment:
        'host/ is the only room that touches the machine. What a stage needs of it comes as an argument (BuildServices).',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: '^pipeline/(?:host/|cli\\.ts$)' },
      to: { path: '^pipeline/host/' },
    },
    {
      name: 'machine-only-in-host',
      comment:
        'node:* is for host/ and cli.ts: stages are functions from values to values, and run anywhere.',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: '^pipeline/(?:host/|cli\\.ts$)' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'model-is-types-only',
      comment: 'model.ts names things and does nothing: it imports types, and no package at run time.',
      severity: 'error',
      from: { path: '^pipeline/model\\.ts$' },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'start-up-stays-light',
      comment:
        '`tinkuy --version` and wrong use should not wait for a package: import it where it is used, dynamically.',
      severity: 'error',
      from: {
        path: '^pipeline/(?:cli|host/(?:run|terminal|choose-language|command-context|package-root|exit-codes|usage-error))\\.ts$',
      },
      to: { dependencyTypes: ['npm'], dynamic: false, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or need a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'reachable-from-cli',
      comment: 'No command leads to this file: use it or remove it.',
      severity: 'error',
      from: { path: '^pipeline/cli\\.ts$' },
      to: { path: '^pipeline/', pathNot: '\\.d\\.ts$', reachable: false },
    },
    {
      name: 'no-dev-dependency',
      comment: 'Users install dependencies only; move the package there, or do without it.',
      severity: 'error',
      from: { path: '^pipeline/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads to no file or package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
