import type { Problem } from '../../shared/model/result.ts';

/** Whether a refusal means that someone pressed Cancel. */
export const isCancelled = (problem: Problem): boolean => 'cancelled' in problem && problem.cancelled === true;
