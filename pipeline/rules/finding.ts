import type { Diagnostic } from '../model.ts';

/** A diagnostic that counts: its rule is not switched off, and its severity is settled. */
export type Finding = Diagnostic & { severity: 'error' | 'warning' };
