import type { Question } from '../linked/reconcile/plan-questions.ts';
import type { Round } from './ask-questions.ts';
import type { CommandContext } from './command-context.ts';
import { HttpFailure } from './http-failure.ts';
import { quoteAnswer } from './quote-answer.ts';
import { tellFailure } from './tell-failure.ts';

/** Prints candidates, and beside them what is missing. */
export function tellRound(
  round: Round,
  questions: readonly Question[],
  { terminal, say }: CommandContext,
): void {
  const { candidates, unanswered, unusable, stopped } = round;
  const show = (text: string) => quoteAnswer(text, { keepsTags: true });
  for (const { question, address, name, score, isMatch } of candidates) {
    const sign = isMatch ? '=' : '?';
    const found = [show(address), show(name), ...(score === undefined ? [] : [String(score)])].join('  ');
    terminal.write(`${question.entity}  ${question.label}\n  ${sign} ${found}\n`);
  }
  const counts = { questions: questions.length, candidates: candidates.length };
  terminal.write(`${say('reconcile.done', counts)}\n`);
  for (const [key, all] of Object.entries({ unanswered, unusable })) {
    for (const { question, found } of all) {
      const { entity, label } = question;
      const words = found === '' ? 'missing' : key;
      terminal.writeError(`${say(`reconcile.${words}`, { entity, label, found: show(found) })}\n`);
    }
  }
  if (stopped) {
    const { reason, cause, values } = stopped;
    terminal.writeError(
      `${tellFailure(new HttpFailure({ key: 'serviceStopped', values }, reason, true, cause), say)}\n`,
    );
  }
}
