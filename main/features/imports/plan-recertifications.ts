import type { CivilDate } from '../../../shared/model/dates.ts';
import { type ParticipantId, RecertificationDueId, RecertificationReceiptId } from '../../../shared/model/ids.ts';
import type { RecertificationDue, RecertificationReceipt } from '../../../shared/model/recertification.ts';
import { Drafts } from './drafts.ts';
import type { KnownPeople, PlanInput, PlannedWrite } from './plan-rows.ts';

/** Drafts the due dates and receipts of one plan. */
export class PlannedRecertifications {
  /** How many rows were added or changed so far. */
  changes = 0;
  readonly #known: KnownPeople;
  readonly #newId: PlanInput['newId'];
  readonly #idFor: PlanInput['idFor'];
  readonly #dues = new Drafts<RecertificationDue>();
  readonly #receipts: RecertificationReceipt[] = [];
  readonly #receivedDays = new Set<string>();
  readonly #dueOf = new Map<ParticipantId, RecertificationDue>();

  constructor({ known, newId, idFor }: Pick<PlanInput, 'known' | 'newId' | 'idFor'>) {
    this.#known = known;
    this.#newId = newId;
    this.#idFor = idFor;
  }

  /**
   * The first cycle's due date of a graduate, with the leads' words. One that is stored keeps its day, which the leads
   * may have extended, and gains only words that it lacks. Null: none is stored, and the policy sets none.
   */
  due(participantId: ParticipantId, dueOn: CivilDate | null, words: string | null): RecertificationDue | null {
    const stored = this.#known.dues.get(participantId)?.find(({ cycle }) => cycle === 1);
    const before = this.#dueOf.get(participantId) ?? stored;
    if (before) {
      const now = this.#dues.now(before);
      const remark = joinRemarks(now.remark, words);
      if (remark === now.remark) return now;
      this.changes += 1;
      return this.#dues.edit(now, { remark });
    }
    if (dueOn === null) return null;
    this.changes += 1;
    const id = RecertificationDueId.parse(this.#idFor('recertificationDue', { participantId, cycle: 1 }));
    const due = this.#dues.insert({ id, participantId, cycle: 1, dueOn, remark: words });
    this.#dueOf.set(participantId, due);
    return due;
  }

  /** Documents that came in on a day; the same day is kept once. */
  receive(due: RecertificationDue, receivedOn: CivilDate): void {
    const isKnown = this.#known.receipts.get(due.id)?.some((receipt) => receipt.receivedOn === receivedOn);
    const day = `${due.id} ${receivedOn}`;
    if (isKnown || this.#receivedDays.has(day)) return;
    this.changes += 1;
    this.#receivedDays.add(day);
    this.#receipts.push({
      id: RecertificationReceiptId.parse(this.#newId()),
      dueId: due.id,
      receivedOn,
      note: null,
    });
  }

  /** The writes of due dates and receipts. */
  writes(): PlannedWrite[] {
    return [
      ...this.#dues.writes<PlannedWrite>(
        (row) => ({ table: 'recertificationDue', kind: 'insert', row }),
        (id, fields) => ({ table: 'recertificationDue', kind: 'update', id, fields }),
      ),
      ...this.#receipts.map((row): PlannedWrite => ({ table: 'recertificationReceipt', kind: 'insert', row })),
    ];
  }
}

/** Two remarks as one; words that stand there already are not said again. */
export function joinRemarks(before: string | null, words: string | null): string | null {
  if (words === null || before?.includes(words)) return before;
  const missing = words.split('; ').filter((part) => !before?.includes(part));
  return [before, ...missing].filter((part) => part !== null && part !== '').join('; ') || null;
}
