import type { Diagnostic, EntityId, Recall, RecordFiles } from '../../model.ts';
import { checkSharedRecords, type SharedCheck } from './check-shared-records.ts';
import type { SharedRecords } from './open-shared-records.ts';

interface SharedQuestion extends Omit<SharedCheck, 'validators'> {
  files: RecordFiles;
  validators: () => SharedCheck['validators'];
  /** Digest of the schemas that the vocabulary is read from. */
  declared: string;
  /** Publications that the records may name as works, by name, with what each is made a work of. */
  cited: readonly [name: string, head: string][];
  /** Names of all publications. */
  names: readonly string[];
  recall: Recall;
  /** As the services of a build have it. */
  keep: <T>(name: string, inputs: readonly unknown[], make: () => T) => T;
  /** Entities of which publications say something themselves; asked for where a record lacks something. */
  saidElsewhere: () => ReadonlySet<EntityId>;
}

/** Rules on what is lacking, which the text of a publication or its own records may still say: where they do, it is judged there. */
const lacking: readonly Diagnostic['rule'][] = [
  'label-is-in-every-language',
  'required-property-is-present',
  'text-is-in-every-language',
];

/** As `checkSharedRecords`; what it said before of the same files is said again, without reading a record. */
export function recallSharedFindings(shared: SharedRecords, question: SharedQuestion): Diagnostic[] {
  if (shared.ids.length === 0 && shared.register === undefined) return [];
  const { files, declared, published, required, base, cited, recall, keep } = question;
  const { records, bibliographies, register } = files;
  const read = [
    declared,
    JSON.stringify([base, published, required, cited]),
    ...[...records, ...bibliographies, ...(register ? [register] : [])].flatMap(({ path, text }) => [
      path,
      text,
    ]),
  ];
  let made: Diagnostic[] | undefined;
  const check = () => {
    made ??= checkSharedRecords(shared, { ...question, validators: question.validators() });
    return made;
  };
  const ask = (name: string, more: readonly string[]) =>
    keep(name, [...read, ...more], () => recall('records of the project', [...read, ...more], check));
  const first = ask('findings on the records of the project', []);
  // A finding may propose any publication in the place of one that there is not.
  const found = first.length > 0 ? ask('findings that propose publications', question.names) : first;
  const isLack = ({ rule }: Diagnostic): boolean => lacking.includes(rule);
  if (!found.some(isLack)) return found;
  const elsewhere = question.saidElsewhere();
  return found.filter((finding) => !isLack(finding) || !elsewhere.has(String(finding.values.entity)));
}
