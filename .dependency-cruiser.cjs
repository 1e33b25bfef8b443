/**
 * What never imports what. Each rule's comment speaks to whoever trips on it; ARCHITECTURE.md draws the same arrows.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const stages =
  'configuration|document|translation|parity|graph|output|evidence|data|shapes|ontology|query|compare|push|reconcile';
/** The ways through the stages: the only files that call more than one of them. */
const ways = '^pipeline/(?:build|build-page|build-publication|generate|(?:catalog|dataset)/[a-z-]+)\\.ts$';

/** Files of a stage that others may use, because they are the one place where both know a form. */
const shared = {
  configuration: '-',
  document: '-',
  translation: 'document/(?:syntax|segments)',
  parity: 'document/(?:syntax|segments|value-reader|annotation)|graph/iri|output/files',
  graph: 'document/value-reader',
  output: 'document/(?:syntax|segments|segment-ids|annotation|create-writer)|graph/(?:iri|class-term)',
  evidence: 'document/(?:syntax|segments|annotation)|graph/iri|output/files',
  data: 'graph/iri|output/files',
  shapes: 'graph/(?:iri|class-term)|output/files',
  ontology: 'graph/(?:iri|class-term)|output/files',
  query: '-',
  compare: '-',
  push: '-',
  reconcile: '-',
};

module.exports = {
  forbidden: [
    ...Object.entries(shared).map(([stage, files]) => ({
      name: `${stage}-stays-in-${stage}`,
      comment:
        'Stages meet in the ways (build.ts and its pages, generate.ts, catalog/, dataset/) and nowhere else: take the value as an ' +
        'argument, and let the way hand it over. ' +
        `What ${stage}/ may share is named in .dependency-cruiser.cjs; a new name there needs a reason in the pull request.`,
      severity: 'error',
      from: { path: `^pipeline/${stage}/` },
      to: {
        path: `^pipeline/(?:${stages})/`,
        pathNot: [`^pipeline/${stage}/`, `^pipeline/(?:${files})\\.ts$`],
      },
    })),
    {
      name: 'stages-do-not-look-up',
      comment: 'A stage is called by a way and knows nothing of it, of the command line, or of the machine.',
      severity: 'error',
      from: { path: `^pipeline/(?:${stages}|notation|rdf|diagnostics)/` },
      to: {
        path: [
          '^pipeline/host/',
          '^pipeline/(?:cli|ways|config|sources|read-text|read-habits|language-files|edition-words)\\.ts$',
          ways,
        ],
      },
    },
    {
      name: 'ways-start-in-ways',
      comment:
        'build.ts, generate.ts, catalog/ and dataset/ are loaded by ways.ts, when a command needs them; host/ gets them as an argument.',
      severity: 'error',
      from: {
        path: '^pipeline/',
        pathNot: '^pipeline/(?:ways|build|build-publication|(?:catalog|dataset)/[a-z-]+)\\.ts$',
      },
      to: { path: ways, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'host-is-for-cli',
      comment:
        'host/ is the only part that touches the machine. What a stage needs of it comes as an argument (BuildServices).',
      severity: 'error',
      from: { path: '^pipeline/', pathNot: '^pipeline/(?:host/|cli\\.ts$)' },
      to: { path: '^pipeline/host/' },
    },
    {
      name: 'host-calls-no-stage',
      comment: 'host/ reads, writes and prints. What a text means is decided in a stage, which a way calls.',
      severity: 'error',
      from: { path: '^pipeline/host/' },
      to: {
        path: [`^pipeline/(?:${stages})/`, '^pipeline/(?:config|sources|edition-words)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
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
      name: 'diagnostics-know-only-the-model',
      comment:
        'Every stage imports diagnostics/, so it imports none of them. Words come in through ReportWords.',
      severity: 'error',
      from: { path: '^pipeline/diagnostics/' },
      to: { path: '^pipeline/', pathNot: '^pipeline/(?:diagnostics/|model\\.ts$)' },
    },
    {
      name: 'notation-knows-no-stage',
      comment:
        'notation/ knows how a decimal, a date, a fraction, YAML and JSON are written down, and nothing of what they are for.',
      severity: 'error',
      from: { path: '^pipeline/notation/' },
      to: { path: '^pipeline/', pathNot: '^pipeline/(?:notation/|diagnostics/|model\\.ts$)' },
    },
    {
      name: 'rdf-knows-no-stage',
      comment:
        'rdf/ knows how triples are written, read, sorted and made canonical, and nothing of what they say.',
      severity: 'error',
      from: { path: '^pipeline/rdf/' },
      to: { path: '^pipeline/', pathNot: '^pipeline/(?:rdf/|notation/|model\\.ts$)' },
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
