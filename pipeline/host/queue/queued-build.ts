import type { TextFailure, TextTask } from '../pool/text-task.ts';
import type { QueueAddress } from './queue-address.ts';
import type { GivenBack } from './text-queue.ts';

/** Texts that somebody wants from the workers of a queue. */
export interface QueuedBuild {
  address: QueueAddress;
  tasks: readonly TextTask[];
  /** Whether what was asked for is in the store: only that counts, and never what a job says. */
  isBuilt: (task: TextTask) => Promise<boolean>;
  /** Milliseconds without any text that comes back, and without any that somebody works at, after which nobody waits longer. */
  patience: number;
  tell: {
    built: (task: TextTask) => void;
    failed: (task: TextTask, failure: TextFailure) => void;
    refused: (refusal: GivenBack) => void;
    /** Nobody listens to the queue. */
    alone: () => void;
    /** So many jobs were gone, and were added again. */
    lost: (count: number) => void;
    /** The queue does not answer, or answers again. */
    cut: () => void;
    back: () => void;
  };
}
