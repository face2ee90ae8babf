import { CameFrom, type Participant } from '../../../shared/model/cohorts.ts';
import { fromJson, toJson } from '../../../shared/model/json.ts';
import type { RecertificationDue } from '../../../shared/model/recertification.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { type Change, remove, update } from '../../log/change.ts';
import type { ApplicationPair } from './merge-applications.ts';
import type { MergedRows } from './merged-records.ts';
import { moveRows } from './move-rows.ts';

/** Two places in one cohort. */
type ParticipantPair = MergedRows<Participant>['joined'][number];

const furthest: Record<Participant['status'], number> = { graduated: 3, enrolled: 2, deferred: 1, withdrawn: 0 };

/** Makes two places in one cohort one: whatever went further stands, and all that hangs on either is kept. */
export function* joinParticipants(
  database: ReadableDatabase,
  { kept, gone }: ParticipantPair,
  joined: readonly ApplicationPair[],
): Generator<Change> {
  const status = furthest[gone.status] > furthest[kept.status] ? gone.status : kept.status;
  // The application that goes has become the kept one.
  const came = joined.find((pair) => pair.gone.id === gone.applicationId)?.kept.id ?? gone.applicationId;
  yield update('participant', kept.id, {
    status,
    graduatedOn: kept.graduatedOn ?? gone.graduatedOn,
    applicationId: kept.applicationId ?? came,
    remark: bothRemarks(kept.remark, gone.remark),
    cameFrom: bothEarlier(kept, gone),
  });
  yield* moveRows(database, 'participant', kept.id, gone.id);
  yield* joinDues(database, kept, gone);
  yield remove('participant', gone.id);
}

/** Due dates of one cycle become one, with the receipts of both; the date is the kept one’s. */
function* joinDues(database: ReadableDatabase, kept: Participant, gone: Participant): Generator<Change> {
  const duesOf = ({ id }: Participant) =>
    database.all<RecertificationDue>('SELECT * FROM recertificationDue WHERE participantId = ? ORDER BY cycle', id);
  const byCycle = new Map(duesOf(kept).map((due) => [due.cycle, due]));
  for (const due of duesOf(gone)) {
    const same = byCycle.get(due.cycle);
    if (!same) {
      yield update('recertificationDue', due.id, { participantId: kept.id });
      continue;
    }
    yield* moveRows(database, 'recertificationDue', same.id, due.id);
    yield update('recertificationDue', same.id, { remark: bothRemarks(same.remark, due.remark) });
    yield remove('recertificationDue', due.id);
  }
}

/** The cohorts that either place was in before. */
function bothEarlier({ cameFrom: one }: Participant, { cameFrom: other }: Participant): Participant['cameFrom'] {
  if (one === null || other === null || one === other) return one ?? other;
  return toJson([...fromJson(CameFrom, one), ...fromJson(CameFrom, other)]);
}

/** Two remarks as one; neither is lost. */
function bothRemarks(one: string | null, other: string | null): string | null {
  if (one === null || other === null || one === other) return one ?? other;
  return `${one}; ${other}`;
}
