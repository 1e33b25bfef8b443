import type { OpenTexts } from './text-builder.ts';
export const openTextsStub: OpenTexts = async (files, services) => {
  const { openProject } = await import('../../project/open-project.ts');
  const { build } = await import('../../build.ts');
  const { sources } = openProject(files).value;
  return {
    sources,
    build: async (name, layAside) => {
      const others = sources.filter((one) => one.name !== name).map((one) => `source/${one.name}/`);
      const own = files.own.filter(({ path }) => !others.some((other) => path.startsWith(other)));
      const { outputs } = await build({ ...files, own }, services);
      return outputs.map(({ path, text }) => [path, layAside(text)]);
    },
  };
};
