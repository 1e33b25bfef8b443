import type { CommandContext } from '../command-context.ts';
import { defineCommand } from '../define-command.ts';
import { exitCodes } from '../exit-codes.ts';
import { choice, flag, oneOf, optionalText, textList, textOr } from '../parameters.ts';

/** What checks a project wherever it is kept, with the file that it needs, by name. */
const services = {
  github: '.github/workflows/tinkuy.yml',
  gitlab: '.gitlab-ci.yml',
  'pre-commit': '.pre-commit-config.yaml',
  none: undefined,
};
const names = ['github', 'gitlab', 'pre-commit', 'none'] as const;

/** `tinkuy init`: writes a project that passes every check, and asks for what the options leave open where somebody can answer. */
export const initCommand = defineCommand({
  arguments: { project: textOr('.', 'help.project') },
  options: {
    languages: textList('help.optionLanguages', '<tags>'),
    schemas: flag('help.optionSchemas'),
    name: optionalText('help.optionName', '<name>'),
    ci: choice(names, undefined, 'help.optionCi'),
  },
  action: async ({ project, languages, schemas, name, ci }, context) => {
    const { default: path } = await import('node:path');
    const { checkName, readTags, startFiles, startWords } = await import('../start-files.ts');
    const { startProject } = await import('../../project/start/start-project.ts');
    const { terminal, say } = context;
    const root = path.resolve(terminal.cwd, project);
    const isOpen = languages.length === 0 && !schemas && ci === undefined;
    const tags = schemas ? [] : languages.length > 0 ? languages : await askLanguages(context, isOpen);
    const service = ci ?? (isOpen ? await askService(context) : 'none');
    const folder = path
      .basename(root)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[^a-z]+|-+$/g, '');
    const files = [
      ...startProject({
        name: checkName(name ?? (folder || 'text'), '--name', 'publication'),
        editions: readTags(tags, '--languages'),
        wordsOf: startWords,
      }),
      ...(await readTemplate(service)),
    ];
    startFiles(root, files);
    for (const file of files) terminal.write(`${say('done.started', { path: file.path })}\n`);
    terminal.write(`${say(schemas ? 'done.nextCheck' : 'done.nextBuild')}\n`);
    return exitCodes.clean;
  },
});

async function askLanguages({ terminal, say }: CommandContext, isOpen: boolean): Promise<string[]> {
  const answer = isOpen ? await terminal.ask?.(`${say('start.askLanguages')}:`) : undefined;
  const tags = (answer ?? '').split(',').map((tag) => tag.trim());
  return tags.some((tag) => tag !== '') ? tags.filter((tag) => tag !== '') : ['en-US', 'es-PE', 'pt-BR'];
}

async function askService({ terminal, say }: CommandContext): Promise<(typeof names)[number]> {
  const answer = (await terminal.ask?.(`${say('start.askCi')}:`))?.trim() ?? '';
  return answer === '' ? 'none' : oneOf('--ci', answer, names);
}

/** The file of docs/ci/ for a service, under the name that it has in a repository. */
async function readTemplate(service: (typeof names)[number]): Promise<{ path: string; text: string }[]> {
  const target = services[service];
  if (target === undefined) return [];
  const { readFileSync } = await import('node:fs');
  const { packageRoot } = await import('../package-root.ts');
  return [{ path: target, text: readFileSync(`${packageRoot}docs/ci/${service}.yml`, 'utf8') }];
}
