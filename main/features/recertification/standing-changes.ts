import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { StandingChangeId, StandingKind } from '../../../shared/model/recertification/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert } from '../../log/change.ts';
import { whyNotChange, whyNotOn } from '../../rules/recertification/standing-change.ts';
import { type Certified, certifiedOn } from './certified.ts';

/** Each decision about someone's standing, and what speaks against it from a day on; null: nothing. */
export function standingChoices(certified: Certified, on: CivilDate, today: CivilDate) {
  const decided = decidedAbout(certified);
  return StandingKind.options.map((kind) => {
    const problem = whyNotChange(decided, kind, on) ?? whyNotOn(decided, kind, on, today);
    return { kind, whyNot: problem === null ? null : [problem.sentence, ...problem.reasons].join(' ') };
  });
}

const decidedAbout = ({ graduate: { name }, ...certified }: Certified) => ({ who: name, ...certified });

const change: Command<'recertification.changeStanding'> = (facts, { participantId, kind, fromOn, reason }) => {
  const then = certifiedOn(facts, participantId, fromOn);
  if (!then.ok) return then;
  const decided = decidedAbout(then.value);
  const problem = whyNotOn(decided, kind, fromOn, facts.today) ?? whyNotChange(decided, kind, fromOn);
  if (problem !== null) return { ok: false, problem };
  return {
    ok: true,
    label: `${sayChange[kind](decided.who)} from ${sayDate(fromOn)} on: “${reason}”`,
    changes: [
      insert('standingChange', {
        id: StandingChangeId.parse(facts.newId()),
        participantId,
        kind,
        fromOn,
        reason,
      }),
    ],
    value: null,
  };
};

const sayChange: Record<StandingKind, (who: string) => string> = {
  inactive: (who) => `Made the certification of ${who} inactive`,
  retired: (who) => `Retired ${who}`,
  exempt: (who) => `Exempted ${who}`,
  suspended: (who) => `Suspended the certification of ${who}`,
  revoked: (who) => `Revoked the certification of ${who}`,
  active: (who) => `Made the certification of ${who} active again`,
  reinstated: (who) => `Reinstated ${who}`,
};

export const standingChangeCommands: Pick<Handlers, 'recertification.changeStanding'> = {
  'recertification.changeStanding': change,
};
