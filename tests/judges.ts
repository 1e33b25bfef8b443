import { packageRoot } from './package-root.ts';

/** A small job, and what a program that can do it answers. */
export interface Job {
  /** Looked for on PATH. */
  program: string;
  argv: readonly string[];
  /** Nothing where it is left out. */
  input?: string;
  /** With which status it ends; 0 where it is left out. */
  status?: number;
  /** What it says, on stdout or stderr. */
  says: RegExp;
}

export type JudgeName = keyof typeof judges;

/** Where Debian's php-symfony-translation has the schema of OASIS, beside the one that it imports. */
export const xliffSchemas = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
export const xliffSchema = 'xliff-core-2.0.xsd';
export const xliffSchema12 = 'xliff-core-1.2-strict.xsd';

const triple = '<urn:a> <urn:b> "c" .\n';
const aTriple = /^<urn:a> <urn:b> "c" \.$/m;
const catalog =
  'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "One"\nmsgstr "Uno"\n';
const python = (script: string, says: RegExp): Job => ({
  program: 'python3',
  argv: ['-c', script],
  says,
});

/** The judges, each by small jobs of the kinds that tests have for it. The first job names its main program. */
export const judges = {
  pandoc: [
    {
      program: 'pandoc',
      argv: [
        '--from',
        'gfm',
        '--to',
        'html5',
        '--standalone',
        '--fail-if-warnings',
        '--metadata',
        'title=One',
      ],
      input: 'One[^a]\n\n[^a]: Two\n',
      says: /class="footnotes/,
    },
    {
      program: 'pandoc',
      argv: ['-f', 'biblatex', '-t', 'csljson'],
      input: '@book{a, title={One}, date={2009}}',
      says: /"id": "a"/,
    },
  ],
  gettext: [
    {
      program: 'msgfmt',
      argv: ['--check', '--statistics', '--output-file=/dev/null', '-'],
      input: catalog,
      says: /^1 translated message\.$/m,
    },
    { program: 'msgcat', argv: ['--width=40', '-'], input: catalog, says: /^msgstr "Uno"$/m },
    {
      program: 'msgattrib',
      argv: ['--translated', '--no-obsolete', '-'],
      input: catalog,
      says: /^msgid "One"$/m,
    },
    { program: 'msgmerge', argv: ['--version'], says: /GNU gettext/ },
    { program: 'msgcmp', argv: ['--version'], says: /GNU gettext/ },
  ],
  xmllint: [{ program: 'xmllint', argv: ['--noout', '--nonet', '-'], input: '<a/>', says: /^$/ }],
  'the schema of XLIFF 2': [
    { program: 'xmllint', argv: ['--noout', '--nonet', `${xliffSchemas}/${xliffSchema}`], says: /^$/ },
    { program: 'xmllint', argv: ['--noout', '--nonet', `${xliffSchemas}/xml.xsd`], says: /^$/ },
  ],
  'the schema of XLIFF 1.2': [
    { program: 'xmllint', argv: ['--noout', '--nonet', `${xliffSchemas}/${xliffSchema12}`], says: /^$/ },
    { program: 'xmllint', argv: ['--noout', '--nonet', `${xliffSchemas}/xml.xsd`], says: /^$/ },
  ],
  OmegaT: [{ program: 'omegat', argv: ['--help'], says: /^OmegaT-3/ }],
  Poedit: [
    {
      program: 'xvfb-run',
      argv: ['-a', 'sh', '-c', 'xdotool version; poedit --help; true'],
      says: /^xdotool version.*--keep-temp-files/s,
    },
  ],
  'Translate Toolkit': [
    python(
      'from lxml import etree; from translate.storage import tmx; print(tmx.tmxfile.__name__)',
      /tmxfile/,
    ),
    { program: 'po2tmx', argv: ['--version'], says: /^po2tmx/ },
    { program: 'po2xliff', argv: ['--version'], says: /^po2xliff/ },
    { program: 'xliff2po', argv: ['--version'], says: /^xliff2po/ },
  ],
  raptor: [
    {
      program: 'rapper',
      argv: ['-q', '-i', 'turtle', '-o', 'ntriples', '-', 'urn:x:'],
      input: triple,
      says: aTriple,
    },
  ],
  serd: [{ program: 'serdi', argv: ['-i', 'turtle', '-o', 'ntriples', '-'], input: triple, says: aTriple }],
  Python: [python('import csv, json; print(json.dumps([1]))', /^\[1\]$/m)],
  PyYAML: [python('import yaml; print(yaml.safe_load("No"))', /^False$/m)],
  rdflib: [
    python(
      `from rdflib import Graph; print(Graph().parse(data='{"@id": "urn:a", "urn:b": "c"}', format="json-ld").serialize(format="nt"))`,
      aTriple,
    ),
  ],
  PyLD: [
    python(
      'from pyld import jsonld; print(jsonld.normalize({"@id": "urn:a", "urn:b": "c"}, {"algorithm": "URDNA2015", "format": "application/n-quads"}))',
      aTriple,
    ),
  ],
  'RDF::RDFa::Parser': [
    {
      program: 'perl',
      argv: [`${packageRoot}tests/data/judges/read_rdfa.pl`, '-', 'urn:x:'],
      input: '<!DOCTYPE html><html><body><p about="urn:a" property="urn:b">c</p></body></html>',
      says: aTriple,
    },
  ],
  'The Nu Html Checker': [
    {
      program: 'java',
      argv: ['-jar', `${packageRoot}node_modules/vnu-jar/build/dist/vnu.jar`, '--version'],
      says: /^\d+\.\d+/,
    },
  ],
  Redis: [{ program: 'redis-server', argv: ['--version'], says: /^Redis server v=/ }],
  Virtuoso: [{ program: 'virtuoso-t', argv: ['+help'], status: 1, says: /^Virtuoso/m }],
} satisfies Record<string, readonly [Job, ...Job[]]>;
