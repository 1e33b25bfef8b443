/**
 * V8 is made for pages and servers that run for hours; a command is over in seconds.
 *
 * - A function is looked at for optimization after so many bytes of bytecode; by default after 67,584, and a third of a build's
 *   processor time went into code that was hardly called again. What runs long comes to it all the same.
 * - The heap grows by so many per cent of what lives before old garbage is collected; by default by up to 300, so that half of the
 *   memory of a build was garbage.
 *
 * https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--interrupt-budget=2000000');
setFlagsFromString('--heap-growing-percent=30');
