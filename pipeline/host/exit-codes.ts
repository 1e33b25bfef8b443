/** What the process says when it ends; the last two as in BSD's sysexits.h. */
export const exitCodes = {
  clean: 0,
  /** Findings that count as errors, or stale files. */
  findings: 1,
  /** Unknown command, option or folder. */
  usage: 2,
  /** A bug in tinkuy (EX_SOFTWARE). */
  bug: 70,
  /** The machine refused: permissions, space (EX_IOERR). */
  host: 74,
} as const;
