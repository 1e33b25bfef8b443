/**
 * `npm run new <thing> <name>`: writes the files that a new rule, command or output begins with, and says what to fill in.
 * Each thing has a file of its own beside this one, `new-<thing>.mjs`, whose default export gets the name and the root.
 */
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const things = readdirSync(new URL('.', import.meta.url))
  .map((file) => /^new-([a-z]+)\.mjs$/.exec(file)?.[1])
  .filter(Boolean);
const [thing, name, ...rest] = process.argv.slice(2);
const script = new URL(`./new-${thing}.mjs`, import.meta.url);

if (!things.includes(thing) || !existsSync(script) || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name ?? '')) {
  process.stderr.write(`npm run new <${things.join('|')}> <name-in-kebab-case>\n`);
  process.exitCode = 2;
} else {
  const { default: create } = await import(script.href);
  const said = await create(name, root, rest);
  process.stdout.write(`${said}\n`);
}
