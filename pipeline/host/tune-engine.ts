/**
 * V8 is made for pages and servers that run for hours; a command is over in seconds.
 *
 * - A function is looked at for optimization after so many bytes of bytecode; by default after 67,584, and a third of a build's
 *   processor time went into code that was hardly called again. What runs long comes to it all the same.
 * - The heap grows by so many per cent of what lives before old garbage is collected; by default by up to 300, so that half of the
 *   memory of a build was garbage.
 * - Young garbage is collected by one thread: on two cores what several take to share the work is more than they do; a tenth of the
 *   processor time of a build.
 * - A pattern is compiled to bytecode when it is first asked, and to machine code the second time: now to the latter at once. Those made
 *   of the words of a language are long, and of a small check a twentieth went into compiling patterns twice.
 *
 * https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
import { setFlagsFromString } from 'node:v8';

/** The last Node.js whose V8 is known to have these; one that has not would say so on every terminal. */
const nodeMax = 24;

if (Number.parseInt(process.versions.node, 10) <= nodeMax) {
  setFlagsFromString('--interrupt-budget=2000000');
  setFlagsFromString('--heap-growing-percent=20');
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--no-regexp-tier-up');
}
