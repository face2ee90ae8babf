import { api, type CallName } from '../../shared/api.ts';
import { done, type Result, refuse } from '../../shared/model/result.ts';
import { brokenText, sayIssues, sayWhatIsWanted } from './input-problem.ts';

/** What a caller sends, parsed by the call's own schema; a refusal says field by field what is wrong. */
export function parseInput(name: CallName, input: unknown): Result<unknown> {
  const cannot = `“${name}” can’t be done with this input.`;
  const broken = brokenText(input);
  if (broken !== null) return refuse(cannot, [`${broken || 'The input'}: it has half a character.`]);
  const parsed = api[name].input.safeParse(input, { error: sayWhatIsWanted });
  return parsed.success ? done(parsed.data) : refuse(cannot, sayIssues(parsed.error));
}
