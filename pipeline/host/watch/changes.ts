import type { Survey } from './survey-project.ts';

/** Why a wait was over: something may have changed, nothing did as far as is known, or nobody watches any more. */
export type Heard = 'change' | 'nothing' | 'end';

/** Where a watch hears that something may have changed. It may hear too much, and what it misses the next survey finds. */
export interface Changes {
  /** Listens to the folders of a survey, and to no others. Returns what kept it from some (ENOSPC), undefined where nothing did. */
  listen(survey: Survey): string | undefined;
  /** Waits until something is heard that was not told before, at most so many milliseconds. */
  wait(milliseconds: number): Promise<Heard>;
  /** Listens no more; whoever waits is told. */
  end(): void;
}
