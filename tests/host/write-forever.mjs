/**
 * Writes one of two versions of sixty files after the other until it is killed: `outputs` into dist/ or `files` into a project.
 * Tells its parent once both have been written. Arguments: which, and the folder.
 */
import { writeFiles } from '../../lib/host/write-files.js';
import { writeOutputs } from '../../lib/host/write-outputs.js';

const [, , which, root] = process.argv;
const numbers = Array.from({ length: 60 }, (_, index) => index);

for (let run = 0; ; run += 1) {
  const version = run % 2;
  // One file of each version is of that version only.
  const paths = [...numbers.map((number) => `d${number % 7}/f${number}.md`), `only/${version}.md`];
  const texts = paths.map((path) => ({
    path,
    text: `version ${version} `.repeat(200),
    mediaType: 'text/plain',
  }));
  const listed = JSON.stringify({ version, files: paths.map((path) => ({ path })) });
  if (which === 'outputs') writeOutputs(`${root}/dist`, [...texts, { path: 'manifest.json', text: listed }]);
  else writeFiles(root, texts.slice(0, -1));
  if (run === 1) process.send('ready');
}
