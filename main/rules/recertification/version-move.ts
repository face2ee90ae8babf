import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { type ExplainedStanding, sayLife } from '../../../shared/model/recertification/standing.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';

/** A version of the policy, as a move compares them. */
export interface MovedVersion {
  readonly number: number;
  readonly effectiveOn: CivilDate;
  /** Whether it has rules of re-certification, and not one due date alone. */
  readonly hasRules: boolean;
}

/** What speaks against moving someone's current cycle to another version; null: nothing. */
export function whyNotMove(
  who: string,
  { cycle }: ExplainedStanding,
  from: MovedVersion,
  to: MovedVersion,
  today: CivilDate,
): Problem | null {
  if (cycle === null) return refuse(`${who} isn’t in a cycle, so there is none to move.`).problem;
  if (to.number === from.number) {
    return refuse(`Cycle ${cycle.number} of ${who} goes by version ${to.number} already.`).problem;
  }
  if (to.number < from.number) {
    return refuse(
      `Cycle ${cycle.number} of ${who} goes by version ${from.number}, which is newer than version ${to.number}. Cycles move to newer rules only; undo an earlier move in History instead.`,
    ).problem;
  }
  if (to.effectiveOn > today) {
    return refuse(
      `Version ${to.number} takes effect on ${sayDate(to.effectiveOn)}. Move ${who} then, or choose a version that is in effect.`,
    ).problem;
  }
  return to.hasRules
    ? null
    : refuse(`Version ${to.number} has no rules of re-certification. Choose a version that has.`).problem;
}

/** What a move changes for someone, a sentence each; empty: nothing that anyone would notice. */
export function sayDifferences(before: ExplainedStanding, after: ExplainedStanding): readonly string[] {
  const differences: string[] = [];
  if (before.life !== after.life) {
    differences.push(
      `The status changes from ${sayLife[before.life].toLowerCase()} to ${sayLife[after.life].toLowerCase()}.`,
    );
  }
  const [was, is] = [before.cycle, after.cycle];
  if (was?.number !== is?.number) {
    differences.push(`The current cycle is ${is?.number ?? 'none'} instead of ${was?.number ?? 'none'}.`);
  }
  if (was?.beginsOn !== is?.beginsOn)
    differences.push(`It begins on ${sayWhen(is?.beginsOn)} instead of ${sayWhen(was?.beginsOn)}.`);
  if (was?.endsOn !== is?.endsOn)
    differences.push(`It ends on ${sayWhen(is?.endsOn)} instead of ${sayWhen(was?.endsOn)}.`);
  if (was?.completedOn !== is?.completedOn) {
    differences.push(
      is?.completedOn == null
        ? 'It no longer counts as completed.'
        : `It is completed on ${sayDate(is.completedOn)}${was?.completedOn == null ? '' : ` instead of ${sayDate(was.completedOn)}`}.`,
    );
  }
  const [needed, needs] = [before, after].map((each) => new Set(each.needs.map(({ sentence }) => sentence)));
  for (const sentence of needs ?? []) if (!needed?.has(sentence)) differences.push(`Newly needed: ${sentence}.`);
  for (const sentence of needed ?? []) if (!needs?.has(sentence)) differences.push(`No longer needed: ${sentence}.`);
  return differences;
}

const sayWhen = (day: CivilDate | null | undefined): string => (day == null ? 'a day that isn’t known' : sayDate(day));
