/**
 * A build calls many functions some thousand times and is over: of its processor time V8 would spend a third on optimizing
 * what is hardly called again. So it waits 30 times as long for each, which long runs do not feel.
 *
 * The number is V8's budget of bytecode (bytes executed) after which a function is looked at; it is 67584 by default.
 * https://nodejs.org/docs/latest-v20.x/api/v8.html#v8setflagsfromstringflags
 */
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--interrupt-budget=2000000');
