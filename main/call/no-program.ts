import { type Problem, refuse } from '../../shared/model/result.ts';

/** The refusal of whatever needs a program's policy, on a desk where none was started. */
export const noProgram = (): { readonly ok: false; readonly problem: Problem } =>
  refuse('No program has been started here yet. Start one first.');
