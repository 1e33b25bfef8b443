import type { OwnRuleId, SourceFile } from '../model.ts';

/** A rule of the project's own: the name of its file is its id. One in a folder has an id that none can have. */
const ruleFile = /^rules\/(.+)\.ya?ml$/;

/** The files in which a project wrote rules, with their ids, sorted by path. */
export function listOwnRuleFiles(own: readonly SourceFile[]): { file: SourceFile; id: OwnRuleId }[] {
  return own
    .flatMap((file) => {
      const id = ruleFile.exec(file.path)?.[1];
      return id === undefined ? [] : [{ file, id: id as OwnRuleId }];
    })
    .sort((a, b) => (a.file.path < b.file.path ? -1 : 1));
}
