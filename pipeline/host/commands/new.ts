import type { SourceFile } from '../../model.ts';
import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { oneOf, textOr } from '../parameters.ts';
import { UsageError } from '../usage-error.ts';

const things = ['publication', 'type', 'language'] as const;

/** `tinkuy new publication|type|language <name>`: writes what one of them begins with into a project. */
export const newCommand = defineCommand({
  arguments: {
    thing: textOr('', 'help.newThing'),
    name: textOr('', 'help.newName'),
    project: textOr('.', 'help.project'),
  },
  options: {},
  action: async ({ thing: asked, name, project }, context) => {
    const thing = oneOf('<thing>', asked, things);
    const { openFolder } = await import('../open-folder.ts');
    const { startFiles } = await import('../start-files.ts');
    const { writeFiles } = await import('../write-files.ts');
    const folder = openFolder(project, context.terminal, { withMemory: false });
    const configuration = folder.value.own.find(({ path }) => path === 'tinkuy.yaml');
    const { readConfiguration } = await import('../../project/read-configuration.ts');
    const { editions, base } = readConfiguration(folder.value).value;
    if (!configuration || editions.length === 0) throw new UsageError('noConfiguration', { path: project });
    const languages = editions.map(({ language }) => language);
    if (thing === 'language') {
      const changed = await writeLanguage(configuration, name, project);
      writeFiles(folder.root, [{ ...changed, before: configuration.text }]);
      return tell([changed], 'nextLanguage', context);
    }
    const files =
      thing === 'type'
        ? await writeType(name, languages, folder.value, base)
        : await writePublication(name, languages);
    startFiles(folder.root, files);
    return tell(files, thing === 'type' ? 'nextType' : 'nextCheck', context);
  },
});

function tell(files: readonly SourceFile[], next: string, { terminal, say }: CommandContext): number {
  for (const { path } of files) terminal.write(`${say('done.started', { path })}\n`);
  terminal.write(`${say(`done.${next}`)}\n`);
  return exitCodes.clean;
}

async function writePublication(given: string, languages: readonly string[]): Promise<SourceFile[]> {
  const { checkName, startWords } = await import('../start-files.ts');
  const { startPublication } = await import('../../project/start/start-publication.ts');
  return startPublication({
    name: checkName(given, '<name>', 'publication'),
    languages,
    wordsOf: startWords,
  });
}

/** A type builds upon the one that all others build upon. */
async function writeType(
  given: string,
  languages: readonly string[],
  { builtin, own }: { builtin: SourceFile[]; own: SourceFile[] },
  base: string,
): Promise<SourceFile[]> {
  const { checkName } = await import('../start-files.ts');
  const { startType } = await import('../../project/start/start-type.ts');
  const { readVocabulary } = await import('../../graph/schema.ts');
  const { types } = readVocabulary(builtin, own, base).value;
  const name = checkName(given, '<name>', 'type');
  const root = [...types.values()].find(({ abstract, supertypes }) => abstract && supertypes.length === 0);
  const address = `https://w3id.org/tinkuy/schemas/types/${root?.name ?? name}.json`;
  return [startType(name, languages, address)];
}

async function writeLanguage(configuration: SourceFile, tag: string, project: string): Promise<SourceFile> {
  const { readTags } = await import('../start-files.ts');
  const { addEdition } = await import('../../project/start/add-edition.ts');
  const [[language = '', full = ''] = []] = readTags([tag], '<name>');
  const text = addEdition(configuration.text, language, { tag: full, threshold: 0 });
  if (text === undefined) throw new UsageError('editionExists', { path: project, language });
  return { path: configuration.path, text };
}
