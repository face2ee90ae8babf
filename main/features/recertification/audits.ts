import { countOf } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { toJson } from '../../../shared/model/json.ts';
import { sayName } from '../../../shared/model/people.ts';
import {
  type AuditDraw,
  AuditDrawId,
  type RecertificationAudit,
  RecertificationAuditId,
} from '../../../shared/model/recertification/facts.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers, Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { insert, update } from '../../log/change.ts';
import {
  answerByFor,
  auditRulesOf,
  auditStateOn,
  cycleToDraw,
  whyNotAnswer,
  whyNotDecide,
  whyNotForCause,
} from '../../rules/recertification/audit-decisions.ts';
import { drawForAudit } from '../../rules/recertification/audits.ts';
import { rulesUnder } from '../../rules/recertification/kept-rules.ts';
import { standingOn } from '../../rules/recertification/life.ts';
import { type Certified, certifiedOn } from './certified.ts';
import { factsOn, recordsOf } from './record.ts';
import { rulesOn, withPins } from './standing.ts';

/** Why someone's current cycle can't be audited for cause; null: it can. */
export function whyNotAudit({ graduate, rules, standing, life }: Certified): string | null {
  const allowed = auditRulesOf(rules);
  if (!allowed.ok) return allowed.problem.sentence;
  return whyNotForCause(graduate.name, standing.cycle ?? undefined, standing, life.audits)?.sentence ?? null;
}

const newAudit = (
  facts: Facts,
  of: Pick<RecertificationAudit, 'participantId' | 'cycle' | 'cause' | 'reason' | 'drawId' | 'answerBy'>,
): RecertificationAudit => ({
  id: RecertificationAuditId.parse(facts.newId()),
  ...of,
  drawnOn: facts.today,
  answeredOn: null,
  outcome: 'open',
  decidedOn: null,
  note: null,
});

const forCause: Command<'recertification.auditForCause'> = (facts, { participantId, reason, ...asked }) => {
  const now = certifiedOn(facts, participantId, facts.today);
  if (!now.ok) return now;
  const { graduate, rules, standing, life } = now.value;
  const allowed = auditRulesOf(rules);
  if (!allowed.ok) return allowed;
  const number = asked.cycle ?? standing.cycle?.number;
  const cycle = standing.cycles.find((each) => each.number === number);
  const problem = whyNotForCause(graduate.name, cycle, standing, life.audits);
  if (problem !== null || cycle === undefined) return { ok: false, problem: problem ?? noCycle };
  const answerBy = answerByFor(allowed.value, facts.today);
  const audit = newAudit(facts, {
    participantId,
    cycle: cycle.number,
    cause: 'for-cause',
    reason,
    drawId: null,
    answerBy,
  });
  return {
    ok: true,
    label: `Began an audit of cycle ${cycle.number} of ${graduate.name}: “${reason}”`,
    changes: [insert('recertificationAudit', audit)],
    value: { auditId: audit.id },
  };
};

const noCycle = refuse('Nothing can be audited yet: no cycle has begun.').problem;

/** Who could be drawn, by the cycle that was completed within some days. */
function candidates(facts: Facts, completed: { readonly from: CivilDate; readonly to: CivilDate }) {
  const found = new Map<ParticipantId, number>();
  const usual = rulesOn(facts, facts.today);
  if (usual === null) return found;
  const ids = facts.database
    .all<{ id: ParticipantId }>("SELECT id FROM participant WHERE status = 'graduated' ORDER BY id")
    .map(({ id }) => id);
  for (const [id, record] of recordsOf(facts.database, ids)) {
    const rulesFor = withPins(facts, usual, record.life.pins, facts.today);
    const standing = standingOn(factsOn(record, facts.today), rulesFor, facts.today);
    const cycle = cycleToDraw(standing, record.life.audits, completed);
    if (cycle !== null) found.set(id, cycle);
  }
  return found;
}

const draw: Command<'recertification.drawAudits'> = (facts, { completedFrom: from, completedTo: to, seed: given }) => {
  if (!facts.inForce) return noProgram();
  if (from > to) return refuse('The first day is after the last one. Swap the two days.');
  const rules = auditRulesOf(rulesUnder(facts.inForce.policy));
  if (!rules.ok) return rules;
  if (rules.value.share === 0)
    return refuse('The rules draw no one: their share is 0%. Raise it under Settings first.');
  const cycles = candidates(facts, { from, to });
  const among = [...cycles.keys()].toSorted();
  if (among.length === 0) {
    return refuse('No one completed a cycle in these days that wasn’t audited yet. Choose other days.');
  }
  const seed = given ?? facts.newId();
  const { share } = rules.value;
  const drawn = drawForAudit(among, share, seed);
  const row: AuditDraw = {
    id: AuditDrawId.parse(facts.newId()),
    seed,
    share,
    drawnOn: facts.today,
    among: toJson(among),
  };
  const answerBy = answerByFor(rules.value, facts.today);
  return {
    ok: true,
    label: `Drew ${countOf(drawn.length, 'audit')} among ${countOf(among.length, 'graduate')}`,
    changes: [
      insert('auditDraw', row),
      ...drawn.map((participantId) =>
        insert(
          'recertificationAudit',
          newAudit(facts, {
            participantId,
            cycle: cycles.get(participantId) ?? 1,
            cause: 'random',
            reason: null,
            drawId: row.id,
            answerBy,
          }),
        ),
      ),
    ],
    value: { drawn: drawn.length },
  };
};

type Named = RecertificationAudit & {
  readonly givenName: string;
  readonly familyName: string;
  readonly cohort: string;
};

const named = `SELECT audit.*, givenName, familyName, cohort.name AS cohort FROM recertificationAudit audit
  JOIN participant ON participant.id = audit.participantId JOIN person ON person.id = participant.personId
  JOIN cohort ON cohort.id = participant.cohortId`;

const auditBy = ({ database }: Facts, id: RecertificationAuditId): Named | undefined =>
  database.get<Named>(`${named} WHERE audit.id = ?`, id);

const noSuchAudit = 'This audit was undone. Open the list again.';

const answer: Command<'recertification.answerAudit'> = (facts, { auditId, answeredOn }) => {
  const audit = auditBy(facts, auditId);
  if (!audit) return refuse(noSuchAudit);
  const problem = whyNotAnswer(sayName(audit), audit, answeredOn, facts.today);
  if (problem !== null) return { ok: false, problem };
  return {
    ok: true,
    label: `Recorded the answer of ${sayName(audit)} to the audit of cycle ${audit.cycle}`,
    changes: [update('recertificationAudit', auditId, { answeredOn })],
    value: null,
  };
};

const decide: Command<'recertification.decideAudit'> = (facts, { auditId, outcome, reason }) => {
  const audit = auditBy(facts, auditId);
  if (!audit) return refuse(noSuchAudit);
  const problem = whyNotDecide(sayName(audit), audit, outcome, facts.today);
  if (problem !== null) return { ok: false, problem };
  return {
    ok: true,
    label: `Decided the audit of cycle ${audit.cycle} of ${sayName(audit)}: ${outcome}, “${reason}”`,
    changes: [update('recertificationAudit', auditId, { outcome, decidedOn: facts.today, note: reason })],
    value: null,
  };
};

const room: Query<'recertification.audits'> = (facts) => {
  const { database, today, inForce } = facts;
  const share = inForce === null ? null : (rulesUnder(inForce.policy).life.audit?.share ?? null);
  return done({
    audits: database
      .all<Named>(`${named} ORDER BY audit.drawnOn DESC, familyName, givenName, audit.id`)
      .map(({ givenName, familyName, drawId: _, ...audit }) => ({
        ...audit,
        name: sayName({ givenName, familyName }),
        state: auditStateOn(audit, today),
      })),
    draws: database
      .all<AuditDraw & { readonly people: number; readonly drawn: number }>(
        `SELECT auditDraw.*, json_array_length(among) AS people,
         (SELECT count(*) FROM recertificationAudit WHERE drawId = auditDraw.id) AS drawn
       FROM auditDraw ORDER BY drawnOn DESC, id DESC`,
      )
      .map(({ id, drawnOn, seed, share: of, people, drawn }) => ({
        id,
        drawnOn,
        seed,
        percent: of / 100,
        among: people,
        drawn,
      })),
    percent: share === null ? null : share / 100,
  });
};

export const auditQueries: Pick<Handlers, 'recertification.audits'> = { 'recertification.audits': room };
export const auditCommands: Pick<
  Handlers,
  | 'recertification.auditForCause'
  | 'recertification.drawAudits'
  | 'recertification.answerAudit'
  | 'recertification.decideAudit'
> = {
  'recertification.auditForCause': forCause,
  'recertification.drawAudits': draw,
  'recertification.answerAudit': answer,
  'recertification.decideAudit': decide,
};
