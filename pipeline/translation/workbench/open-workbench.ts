import type { Glossary, RecordEntry, Staged } from '../../model.ts';
import type { OpenedProject, Project } from '../../project/open-project.ts';
import type { ProjectText } from '../../project/open-text.ts';
import { readHabits } from '../../project/read-habits.ts';
import { checkPublication } from '../check-publication.ts';
import { createGlossary } from '../glossary/create-glossary.ts';

/** What the commands on catalogs work on: every text of a project, cut into segments, with its catalogs. */
export interface Workbench extends Omit<Project, 'sources' | 'open'> {
  texts: WorkbenchText[];
  /** Of the records of all publications. */
  glossary: Glossary;
}

/** Its catalogs are those in other languages than its own. */
export interface WorkbenchText extends ProjectText {
  name: string;
  /** Of the records; a page, which has none, shares those of all publications. */
  glossary: Glossary;
}

/**
 * A project as translators work on it. Findings are those that make it unsafe to write a catalog: about configuration,
 * texts and catalogs; what is wrong with schemas and records is for `tinkuy check` to say.
 */
export function openWorkbench({ value: project, ofTexts }: OpenedProject): Staged<Workbench> {
  const { files, configuration, vocabulary } = project;
  const habits = new Map(
    configuration.editions.map(({ language }) => [language, readHabits(files, language)]),
  );
  const opened = project.sources.map(project.open);
  // Of what publications share, several take the same.
  const records = new Map(
    opened.flatMap(({ value }) => value.records).map((record) => [placeOf(record), record] as const),
  );
  const shared = createGlossary(records.values(), vocabulary, habits);
  const texts = opened.map(({ value: text }): WorkbenchText => {
    const { sources, language } = text;
    const glossary = sources.page ? shared : createGlossary(text.records, vocabulary, habits);
    const catalogs = text.catalogs.filter(({ edition }) => edition.language !== language);
    return { ...text, name: sources.name, glossary, catalogs };
  });
  const found = opened.flatMap((text) => text.ofTexts);
  const misplaced = texts.flatMap(({ name, segments, catalogs }) =>
    catalogs.flatMap(({ po }) => (po ? checkPublication(po.entries, segments, name) : [])),
  );
  return {
    value: { ...project, texts, glossary: shared },
    diagnostics: [...ofTexts, ...found, ...misplaced],
  };
}

function placeOf({ location: { path, start } }: RecordEntry): string {
  return `${path}:${start.line}:${start.column}`;
}
