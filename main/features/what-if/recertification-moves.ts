import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import { type RecertificationState, sayRecertification } from '../../../shared/model/recertification.ts';
import type { AdoptionEffect } from '../../../shared/views/adoption.ts';
import type { Facts } from '../../call/facts.ts';
import { latestDues } from '../recertification/rows.ts';
import { effect, participants } from './effects.ts';

/** Graduates of one cohort who are alike in all that the rule sees. */
export interface AlikeGraduates {
  readonly cohort: string;
  readonly graduatedOn: CivilDate | null;
  readonly dueOn: CivilDate;
  readonly receivedOn: CivilDate | null;
}

type StateOf = (graduates: AlikeGraduates) => RecertificationState | null;

/**
 * Who would stand otherwise on a day, by what they would change from and to. Graduates who are alike are decided once, and
 * only those who would change are named: of 100,000 usually a few.
 */
export function recertificationMoves(
  facts: Facts,
  on: CivilDate,
  { before, after }: Readonly<Record<'before' | 'after', StateOf>>,
): AdoptionEffect[] {
  const alike = facts.database.all<AlikeGraduates & { readonly ids: string }>(
    `SELECT cohort.name AS cohort, graduatedOn, due.dueOn, group_concat(participant.id) AS ids,
       (SELECT min(receivedOn) FROM recertificationReceipt WHERE dueId = due.id) AS receivedOn
     FROM ${latestDues(facts, on)} CROSS JOIN cohort ON cohort.id = cohortId
     WHERE participant.status = 'graduated' GROUP BY cohortId, graduatedOn, due.dueOn, receivedOn`,
  );
  const moved = new Map<string, { readonly from: RecertificationState; to: RecertificationState; ids: string[] }>();
  for (const graduates of alike) {
    const [from, to] = [before(graduates), after(graduates)];
    if (from === null || to === null || from === to) continue;
    const move = moved.get(`${from} ${to}`) ?? { from, to, ids: [] };
    moved.set(`${from} ${to}`, move);
    move.ids.push(...graduates.ids.split(','));
  }
  return [...moved.values()]
    .sort((a, b) => rank(a.from) - rank(b.from) || rank(a.to) - rank(b.to))
    .flatMap(({ from, to, ids }) =>
      effect(
        'recertification',
        rank(to) < rank(from) ? 'gain' : 'loss',
        participants(facts, ids as ParticipantId[]),
        (who) => `${who} would change on ${sayDate(on)}: ${say(from)} → ${say(to)}`,
      ),
    );
}

const say = (state: RecertificationState): string => sayRecertification[state].toLowerCase();

/** From the best standing with the documents to the worst. */
const standings = ['received', 'due', 'in-grace', 'received-late', 'overdue'] as const;
const rank = (state: RecertificationState): number => standings.indexOf(state);
