import type { Diagnostic, Language, OwnRule } from '../../model.ts';
import type { ReportWords } from '../report/report.ts';

/**
 * What a finding of a project's own rule says: the rule's message, in the reader's language where it has that one, and
 * as the next step what to write, or what the source has.
 */
export function tellOwn(
  { message }: OwnRule,
  values: Diagnostic['values'],
  { language, say }: { language: Language; say: ReportWords['say'] },
): { message: string; help: string } {
  const [first = ''] = Object.values(message);
  const words = message[language] ?? message.en ?? first;
  return {
    message: words.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) => String(values[name] ?? '')),
    help: tellNextStep(values, say),
  };
}

function tellNextStep({ context, ...values }: Diagnostic['values'], say: ReportWords['say']): string {
  if (values.suggestion !== undefined) return say('ownRule.write', values);
  if (context === 'missing') return say('ownRule.missing', values);
  if (context === 'extra') return say('ownRule.extra', values);
  return values.expected === undefined ? '' : say('ownRule.copy', values);
}
