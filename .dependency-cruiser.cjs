/**
 * What may import what. A room is a folder of pipeline/; it imports itself, model.ts and what this table names, with its
 * reason, and nothing else. Rooms meet in build.ts and in the commands. What each holds
 * ARCHITECTURE.md says.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const { readFileSync } = require('node:fs');

/** What every room may import: the constructor of findings, and values, which all rooms ask. */
const everywhere = 'rules/(?:diagnose|start-of-file|likely-names|rules)|values/(?:patterns/)?[a-z-]+';

/** By room: what else it imports, and why. */
const arrows = {
  values: [],
  project: [
    ['text/(?:read-text|check-front-matter|list-named)', 'opening a project reads its texts'],
    [
      'publish/(?:citation-item|metadata)|text/syntax',
      'a publication that others cite is the work that its own citation describes',
    ],
    ['translation/(?:po-file|read-catalog)', 'opening a project reads its catalogs'],
    [
      'graph/(?:bibliography|bibliography/(?:is-bibliography|load-formats)|read-register|recall-records|schema|is-schema-file|create-validators|find-front-matter-form|iri|is-same-as|shared/[a-z-]+)',
      'opening a project reads its schemas and records',
    ],
    [
      'rules/(?:describe-errors|create-schema-check)',
      'what is wrong by a schema is told in one way; rules are named in tinkuy.yaml',
    ],
    ['rules/(?:own|patterns)/[a-z-]+', 'the rules that a project wrote are read from its files'],
    ['publish/outputs/find-name-clash', 'a publication has no name that makes two outputs one'],
  ],
  files: [
    ['values/json-schema/[a-z-]+', 'files are held against schemas'],
    [
      'graph/(?:check-schemas|schema-set|schema-places|modern-schema|schema-source|json-file)',
      'schemas are read and held against their drafts as those of entities are',
    ],
    [
      'project/(?:yaml-source|read-configuration|find-idle-globs)',
      'tinkuy.yaml names files; files are YAML, with places',
    ],
    [
      'rules/(?:tell-schema-failure|relevant-failures|create-schema-check)',
      'what a schema refuses is told in one way',
    ],
  ],
  text: [
    ['rules/(?:describe-errors|create-schema-check)', 'a front matter is checked by its schema'],
    ['project/yaml-source', 'a front matter is YAML'],
  ],
  translation: [
    ['text/[a-z-]+', 'a translation is a text'],
    [
      'rules/(?:excerpt|find-errors|find-unread|finding|resolve-severity)',
      'what a finding quotes, what is an error, and what was not read',
    ],
    ['project/[a-z-]+', 'the catalogs of a project are opened there'],
    ['graph/(?:bibliography|records|schema|iri)', 'records give the glossary its names'],
    ['publish/(?:outputs/(?:markdown-edition|register)|page)', 'hand edits are found in what is published'],
    ['build', 'a correction is proved by a build, which the command hands over (type)'],
  ],
  rules: [
    ['text/syntax', 'rules on wording read segments'],
    ['values/json-schema/[a-z-]+', 'what a schema refuses is told in one way'],
    ['translation/glossary/language-terms', 'rules on terms ask the glossary'],
  ],
  graph: [
    ['values/json-schema/[a-z-]+', 'entities are held against schemas'],
    ['project/(?:yaml-source|locate-json-mistake)', 'records are YAML, bibliographies JSON, with places'],
    ['text/describe-front-matter', 'entities that a front matter names'],
    ['rules/(?:tell-schema-failure|relevant-failures)', 'what a schema refuses is told in one way'],
    ['rules/quality/allowances', 'a comment in a record may allow what is found of it'],
    [
      'text/extract|project/open-project|translation/translate',
      'to state begins with texts that are translated',
    ],
  ],
  proof: [
    ['text/(?:syntax|segments|locator)', 'what is published is read as a text'],
    ['linked/rdf/[a-z-]+', 'what is published is read as triples'],
    ['graph/iri', 'what is published has addresses'],
    ['graph/locate-value', 'what an edition lost is told where it was written'],
    ['project/read-own-rules|rules/own/[a-z-]+', 'texts are held against the rules that a project wrote'],
    [
      'graph/(?:state|vocabulary-in-use|list-record-(?:texts|names)|read-record-comments|record-rules|locate-value)|project/open-project',
      'to prove begins with what texts and records state',
    ],
    [
      'rules/(?:check-(?:quality|record-texts)|quality/(?:allowances|quality-rule)|lists/(?:check-lists|read-comments))|translation/glossary/create-glossary',
      'editions are held against each other in their wording, too',
    ],
    [
      'publish/(?:drawing|jsonld/evidence-lots|outputs/[a-z-]+)',
      'what is proven is what the registry says is published',
    ],
    [
      'publish/(?:compose-editions|draw-outputs|draw-pages|draw-shared)',
      'what is proven is drawn first, in memory',
    ],
    ['publish/(?:check-furniture|check-tables|read-styles)', 'what an edition prints has to be there'],
    ['publish/(?:share-text|text-share|text-outcome)', 'what a proven text gives to the others'],
    ['project/build-services', 'what the machine gives a build (type)'],
    ['project/edition-words', 'each edition is read by the customs of its language (type)'],
  ],
  publish: [
    [
      'values/json-schema/(?:keyword-types|instance)',
      'the page of the vocabulary tells what each keyword says something of',
    ],
    [
      'text/(?:syntax|segment-ids|annotation|text-direction|read-alerts|write-plain-text)',
      'an edition is written as a text',
    ],
    ['text/(?:find-destination|apply-splices)', 'a page is its source, with words and addresses exchanged'],
    [
      'graph/(?:iri|class-term|schema|described-publication|label-property)',
      'what is published has addresses and labels',
    ],
    ['graph/compute-follows', 'what follows from values is published as computed'],
    ['graph/(?:vocabulary-in-use|find-term-use-in-data)', 'what is published tells of the terms in use'],
    ['graph/take-claims', 'what a publication says may be contradicted by another (type)'],
    ['project/page-glob', 'which file is a page in another language'],
    ['graph/(?:ground-of|record-source-property)', 'what is published tells what it rests on'],
    ['linked/rdf/[a-z-]+', 'triples are written there'],
    [
      'linked/compare/(?:read-versions|describe-changes)',
      'a dataset says what came before it, and what changed',
    ],
    ['project/(?:furniture|read-configuration|edition-words)', 'the words around a text'],
    ['project/build-services', 'what the machine gives a build (type)'],
    ['translation/measure-edition', 'an edition says how complete it is'],
    [
      'graph/state|project/(?:open-project|build-services)|text/heading-ids',
      'to publish begins with what the texts state',
    ],
  ],
  linked: [
    [
      'graph/(?:iri|label-property|schema|entity-names|locate-value)',
      'entities are found by their addresses and labels',
    ],
    ['graph/(?:ground-of|compute-follows)', 'explain tells what each value rests on'],
    [
      'project/(?:furniture|read-configuration|edition-words|build-services|language-files)',
      'a question is asked of a project',
    ],
    ['publish/(?:labels|look-up|metadata|jsonld/[a-z-]+)', 'explain says what is published'],
    [
      'rules/(?:quality/split-sentences|report/(?:table-lines|visible-cells))',
      'the sentence of a statement; answers as a table',
    ],
    ['text/(?:annotation|segment-ids)', 'a question may name a segment'],
    ['build', 'explain tells of what the command has built (type)'],
  ],
  // Its commands call all rooms; the rest of it knows of them no more than the types that it prints, reads and sends.
  host: [
    ['project/furniture', 'the words of the command line are words of a language like others'],
    ['project/shared-folder', 'no publication is begun that has the name of what all share'],
    ['project/page-glob', 'which files are read as pages is said where they are chosen'],
    ['rules/own/tell-own', 'a rule that a project wrote brings its words along'],
    [
      'rules/(?:resolve-severity|sort-diagnostics|find-errors)',
      'findings are weighed and sorted once, where they are printed',
    ],
    ['rules/report/[a-z-]+', 'how a report and a table look'],
    ['publish/text-outcome', 'of a text that nobody has built there is nothing but a finding'],
    [
      'rules/(?:allow-in-texts|concerns-changes|baseline/[a-z-]+)',
      'what a team leaves for later is left out where findings are printed',
    ],
  ],
};

/** What of host/ a command may import before it runs: the help needs it, and it costs nothing. */
const light =
  'catalog-choice|checking|define-command|exit-codes|host-failure|parameters|reporting|inspecting|usage-error|pool/distributing';

/** Packages that scripts/bundle.mjs joins into the command, as docs/dependencies.md lists them. */
const [, , listed = ''] = readFileSync(`${__dirname}/docs/dependencies.md`, 'utf8').split(/^## .*$/m);
const joined = [...listed.matchAll(/^\| (`.*?) \| /gm)].flatMap(([, names]) =>
  [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

/** Packages that somebody may install beside the command. */
const beside = Object.keys(require('./package.json').peerDependencies);

const room = (name) => `^pipeline/${name}/`;

module.exports = {
  forbidden: [
    ...Object.entries(arrows).map(([name, allowed]) => ({
      name: `${name}-stays-in-${name}`,
      comment:
        `${name}/ imports itself, model.ts and what .dependency-cruiser.cjs names: take the value as an argument, and let ` +
        'build.ts or the command hand it over, or add a line with its reason.',
      severity: 'error',
      from: { path: room(name), ...(name === 'host' ? { pathNot: '^pipeline/host/commands/' } : {}) },
      to: {
        path: '^pipeline/',
        pathNot: [
          room(name),
          '^pipeline/model\\.ts$',
          `^pipeline/(?:${[everywhere, ...allowed.map(([files]) => files)].join('|')})\\.ts$`,
        ],
        ...(name === 'host' ? { dependencyTypesNot: ['type-only'] } : {}),
      },
    })),
    {
      name: 'rooms-meet-in-commands',
      comment:
        'A room that builds a project by itself is a second build.ts: let the command build it, and hand over the result.',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: '^pipeline/host/commands/' },
      to: { path: '^pipeline/build\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'commands-are-apart',
      comment: 'Only the parser knows the commands, by the line in commands.ts; none is part of another.',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: '^pipeline/host/commands\\.ts$' },
      to: { path: '^pipeline/host/commands/' },
    },
    {
      name: 'commands-load-what-they-run',
      comment:
        'The help of a command must not wait for what the command does: import it in the action, dynamically. Types are free.',
      severity: 'error',
      from: { path: '^pipeline/host/commands/' },
      to: {
        path: '^pipeline/',
        pathNot: `^pipeline/host/(?:${light})\\.ts$`,
        dynamic: false,
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'severity-is-decided-once',
      comment:
        'How much a finding weighs is for resolve-severity.ts to say, which knows what the project chose; the default alone does not.',
      severity: 'error',
      from: {
        path: '^pipeline/',
        pathNot:
          '^pipeline/(?:rules/|project/(?:read-configuration|read-own-rules)\\.ts$|host/commands/rules\\.ts$)',
      },
      to: { path: '^pipeline/rules/rules\\.ts$', dependencyTypesNot: ['type-only'] },
    },
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
        pathNot: '^pipeline/(?:build|model|cli)\\.ts$',
      },
    },
    {
      name: 'kinds-are-asked',
      comment:
        'Which kind a value is of nobody asks but values/: what is to be known of it is a member of ValueKind (kindOf). Only ' +
        'who reads the name in a schema and who lists all kinds needs the registry.',
      severity: 'error',
      from: {
        path: '^pipeline/',
        pathNot:
          '^pipeline/(?:values/|graph/(?:expand-schema|read-form|read-property)\\.ts$|publish/(?:vocabulary-page|keyword-ledger|types)\\.ts$)',
      },
      to: { path: '^pipeline/values/kinds(?:/|\\.ts$)' },
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
        path: `^pipeline/(?:cli|host/(?:run|terminal|choose-language|package-root|commands|${light}|commands/[a-z-]+))\\.ts$`,
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
      comment:
        'Users get what is installed with the package and what is joined into it: give the package its line in docs/dependencies.md.',
      severity: 'error',
      from: { path: '^pipeline/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg'],
        dependencyTypesNot: ['type-only'],
        pathNot: `^node_modules/(?:${[...joined, ...beside].join('|')})/`,
      },
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
