import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { SourceFile, TextSources } from '../../model.ts';
import type { TextOutcome } from '../../publish/text-outcome.ts';
import type { Staging } from '../create-staging.ts';
import { exchangeFiles, withText } from '../files-of-outcome.ts';
import { listTextKeys } from '../pool/text-keys.ts';
import { sha256 } from '../sha256.ts';
import type { CacheFolder } from './cache-folder.ts';
import type { Inputs } from './run-record.ts';

/** What texts came to in builds before, as long as nothing changed that they can depend on; options of a build. */
export interface TextMemory {
  /** Undefined where nothing is known, or what was published of the text is not as it was. @param all the texts of the project */
  known: (name: string, all: readonly TextSources[]) => TextOutcome | undefined;
  /** Keeps what a text came to. Where the disk does not take it nothing is lost but time. */
  made: (outcome: TextOutcome, all: readonly TextSources[]) => void;
  /** Lets go what is known of texts as they were. Gives how many were found, and how many were made. */
  close: () => { found: number; made: number };
}

/** What the names of files end with: outcomes of builds, of checks, for which nothing is drawn, and texts of files that dist/ has not. */
const endings = { built: '.built', checked: '.checked', texts: '.texts' };

/**
 * Opens what is known of a project's texts. Only what is right is kept: a finding on a mistake may propose what another text has.
 *
 * @param own the files of the project that `inputs` has the digests of
 * @param staging where the outputs wait; undefined where none are made
 */
export function openTextMemory(
  folder: CacheFolder,
  { inputs, own }: { inputs: Inputs; own: readonly SourceFile[] },
  staging: Staging | undefined,
): TextMemory {
  const ending = staging ? endings.built : endings.checked;
  const counts = { found: 0, made: 0 };
  let keys: ReadonlyMap<string, string> | undefined;
  const keyOf = (name: string, all: readonly TextSources[]) => {
    keys ??= listTextKeys(inputs, all, own).byName;
    return keys.get(name) ?? '';
  };
  const readTexts = (key: string): Record<string, string> => {
    const body = folder.read(key + endings.texts);
    return body ? (JSON.parse(inflateRawSync(body).toString()) as Record<string, string>) : {};
  };
  return {
    known: (name, all) => {
      const key = keyOf(name, all);
      const kept = folder.read(key + ending);
      if (!kept) return undefined;
      let digests: ReadonlySet<string> | undefined;
      let isWhole = true;
      const outcome = exchangeFiles(JSON.parse(kept.toString()) as TextOutcome, (file) => {
        const there = staging?.find(file);
        if (there) return there;
        const { sha256: digest = '' } = file.digest ?? {};
        digests ??= new Set(Object.keys(readTexts(key)));
        if (!digests.has(digest)) isWhole = false;
        return withText(file, () => readTexts(key)[digest] ?? '');
      });
      if (isWhole) counts.found += 1;
      return isWhole ? outcome : undefined;
    },
    made: (outcome, all) => {
      counts.made += 1;
      if (outcome.isHeld || !outcome.isProven) return;
      const key = keyOf(outcome.name, all);
      const published = new Set(outcome.outputs.map((file) => file.path));
      const texts: Record<string, string> = {};
      const listed = exchangeFiles(outcome, (file) => {
        const { path, mediaType, language } = file;
        const digest = file.digest ?? { bytes: Buffer.byteLength(file.text), sha256: sha256(file.text) };
        // The documents of entities that others speak of, too, are published joined with theirs.
        if (!published.has(path) && !staging?.isThere(file)) texts[digest.sha256] = file.text;
        return withText({ path, mediaType, language, digest }, () => '');
      });
      if (Object.keys(texts).length > 0)
        folder.write(key + endings.texts, [deflateRawSync(JSON.stringify(texts), { level: 1 })]);
      folder.write(key + ending, [Buffer.from(JSON.stringify(listed))]);
    },
    close: () => {
      const current = new Set(keys?.values());
      for (const name of folder.list()) {
        const [, key = '', kind = ''] = /^([0-9a-f]{64})(\.\w+)$/.exec(name) ?? [];
        if ((kind === ending || kind === endings.texts) && !current.has(key)) folder.remove(name);
      }
      return counts;
    },
  };
}
