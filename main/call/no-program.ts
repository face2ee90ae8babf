import { type Problem, refuse } from '../../shared/model/result.ts';

/** The refusal of whatever needs a program's policy, on a desk where none was started. */
export const noProgram = (): { readonly ok: false; readonly problem: Problem } =>
  refuse('There is no program here yet. Start one first.');
