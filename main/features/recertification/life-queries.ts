import { addDays, type CivilDate } from '../../../shared/model/dates.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { done } from '../../../shared/model/result.ts';
import type { CycleClocks, ExtensionChoice } from '../../../shared/views/recertification-life.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { auditStateOn } from '../../rules/recertification/audit-decisions.ts';
import { clockDays } from '../../rules/recertification/clocks.ts';
import { asksFor } from './anchors.ts';
import { whyNotAudit } from './audits.ts';
import { type Certified, certifiedOn } from './certified.ts';
import { offerTo } from './extensions.ts';
import { feesOfCycle } from './payments.ts';
import { known, showTables } from './queries.ts';
import { standingChoices } from './standing-changes.ts';
import { versionChoices } from './versions.ts';

const showLife: Query<'recertification.life'> = (now, { participantId, on, knownOn }) => {
  const facts = known(now, knownOn, showTables);
  const day = on ?? facts.today;
  const found = certifiedOn(facts, participantId, day);
  if (!found.ok) return found;
  const { graduate, standing, rules } = found.value;
  const { life } = found.value;
  const { extensions, changes, payments } = life;
  const asked = asksFor(found.value);
  const { personId, name } = graduate;
  return done({
    participantId,
    personId,
    name,
    on: day,
    hasRules: facts.policyOn(day)?.policy.recertification.rules != null,
    standing,
    clauses: clausesOf(rules, standing),
    unit: rules.unit,
    clocks: clocksOf(rules, standing.cycle?.endsOn ?? null),
    extensions,
    changes,
    fees: standing.cycle === null ? [] : feesOfCycle(facts, found.value, standing.cycle),
    payments,
    exam: { asked: asked.examDate, examOn: found.value.facts.examOn },
    birth: { asked: asked.birthMonth, month: found.value.facts.birthMonth },
    versions: versionChoices(facts, found.value),
    audits: life.audits.map(({ drawId: _, participantId: __, ...audit }) => ({
      ...audit,
      state: auditStateOn(audit, day),
    })),
    whyNotAudit: whyNotAudit(found.value),
    mayExtend: extensionChoice(found.value, day),
    mayChange: standingChoices(found.value, firstFree(day, changes.at(-1)?.fromOn ?? null), facts.today),
  });
};

/** The first day from a day on that no decision is dated at or after. */
const firstFree = (day: CivilDate, latest: CivilDate | null): CivilDate =>
  latest !== null && latest >= day ? addDays(latest, 1) : day;

function extensionChoice(certified: Certified, on: CivilDate): ExtensionChoice {
  const offer = offerTo(certified, on);
  return offer.ok ? { whyNot: null, ...offer.value } : { whyNot: offer.problem.sentence };
}

function clocksOf(rules: RecertificationRules, endsOn: CivilDate | null): CycleClocks | null {
  if (endsOn === null) return null;
  const { earnDue, earnLast, submitDue, submitLast, payDue, payLast, goodDue, goodLast } = clockDays(rules, endsOn);
  return {
    earn: { due: earnDue, last: earnLast },
    submit: { due: submitDue, last: submitLast },
    pay: { due: payDue, last: payLast },
    good: { due: goodDue, last: goodLast },
  };
}

/** The clauses that a standing's reasons and needs name. */
function clausesOf({ clauses }: RecertificationRules, { reasons, needs }: Certified['standing']) {
  const named = new Set([...reasons, ...needs].map(({ clause }) => clause));
  return clauses.filter(({ id }) => named.has(id));
}

export const recertificationLifeQueries: Pick<Handlers, 'recertification.life'> = { 'recertification.life': showLife };
