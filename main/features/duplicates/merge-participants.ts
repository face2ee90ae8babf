import type { Participant } from '../../../shared/model/cohorts.ts';
import type {
  CertificateId,
  FeePaymentId,
  InvoiceLineId,
  MakeUpId,
  RecertificationReceiptId,
  SessionId,
} from '../../../shared/model/ids.ts';
import type { RecertificationDue } from '../../../shared/model/recertification.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { type Change, remove, update } from '../../log/change.ts';
import type { ApplicationPair } from './merge-applications.ts';
import type { MergedRows } from './merged-records.ts';

/** Two places in one cohort. */
export type ParticipantPair = MergedRows<Participant>['joined'][number];

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
  });
  const idsOf = <Id extends string>(table: string) =>
    database.all<{ id: Id }>(`SELECT id FROM ${table} WHERE participantId = ? ORDER BY id`, gone.id);
  const to = { participantId: kept.id };
  for (const { id } of idsOf<CertificateId>('certificate')) yield update('certificate', id, to);
  for (const { id } of idsOf<FeePaymentId>('feePayment')) yield update('feePayment', id, to);
  for (const { id } of idsOf<InvoiceLineId>('invoiceLine')) yield update('invoiceLine', id, to);
  const planned = new Set(
    database
      .all<{ sessionId: SessionId }>('SELECT sessionId FROM makeUp WHERE participantId = ?', kept.id)
      .map(({ sessionId }) => sessionId),
  );
  for (const { id, sessionId } of database.all<{ id: MakeUpId; sessionId: SessionId }>(
    'SELECT id, sessionId FROM makeUp WHERE participantId = ? ORDER BY id',
    gone.id,
  )) {
    yield planned.has(sessionId) ? remove('makeUp', id) : update('makeUp', id, to);
  }
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
    for (const { id } of database.all<{ id: RecertificationReceiptId }>(
      'SELECT id FROM recertificationReceipt WHERE dueId = ? ORDER BY id',
      due.id,
    )) {
      yield update('recertificationReceipt', id, { dueId: same.id });
    }
    yield update('recertificationDue', same.id, { remark: bothRemarks(same.remark, due.remark) });
    yield remove('recertificationDue', due.id);
  }
}

/** Two remarks as one; neither is lost. */
function bothRemarks(one: string | null, other: string | null): string | null {
  if (one === null || other === null || one === other) return one ?? other;
  return `${one}; ${other}`;
}
