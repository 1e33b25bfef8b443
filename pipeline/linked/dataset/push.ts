/** The way of `tinkuy push`: from what a build wrote to what a store is sent, and from what comes back to a verdict. */
export { compareLoaded, type GraphDifference } from '../push/compare-loaded.ts';
export { planPush, type Upload } from '../push/plan-push.ts';
export { findUnrestorable, type Unreadable } from '../push/read-stored.ts';
