import type { Translate } from '../project/furniture.ts';
import type { HostFailure } from './host-failure.ts';
import { HttpFailure } from './http-failure.ts';

/** A failure of the machine or of a service, as the sentence that its reader gets. */
export function tellFailure(failure: HostFailure, say: Translate): string {
  const { key, values } = failure;
  const answer = failure instanceof HttpFailure ? { answer: tellReason(failure, say) } : {};
  return say(`failure.${key}`, { ...values, ...answer });
}

/** Why a service's answer cannot be used, as a part of a sentence. */
export function tellReason({ reason }: HttpFailure, say: Translate): string {
  return say(`http.${reason.key}`, reason.values);
}
