import type { Participant } from '../../../shared/model/cohorts.ts';
import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { type CohortId, ParticipantId, type PersonId } from '../../../shared/model/ids.ts';
import { aboutImportField, type ImportRow } from '../../../shared/model/imports.ts';
import { Drafts } from './drafts.ts';
import { participantKey } from './known-people.ts';
import type { PlanInput, PlannedWrite } from './plan-rows.ts';

/** What a row comes to for a person's place in a cohort. */
interface PlannedGraduation {
  readonly participant: Participant;
  readonly isNew: boolean;
  readonly differences: readonly ImportRow['differences'][number][];
  /** Whether an earlier row of the file gave another day of graduation: that one stands. */
  readonly contradicts: boolean;
}

/** The places in cohorts that a list of graduates makes or changes, drafted row by row. */
export class PlannedParticipants {
  readonly #input: Pick<PlanInput, 'known' | 'idFor'>;
  readonly #drafts = new Drafts<Participant>();
  readonly #byKey = new Map<string, Participant>();
  /** The day of graduation that the file itself gave: two rows may not take turns. */
  readonly #dayGiven = new Map<string, CivilDate>();
  #remarked = 0;

  constructor(input: Pick<PlanInput, 'known' | 'idFor'>) {
    this.#input = input;
  }

  /** How many remarks were changed. */
  get remarked(): number {
    return this.#remarked;
  }

  /** A place as the plan has it by now. */
  now(participant: Participant): Participant {
    return this.#drafts.now(participant);
  }

  isNew(participant: Participant): boolean {
    return this.#drafts.isNew(participant);
  }

  /** Someone has graduated in a cohort, on the day that the row gives; null: it gives none. */
  graduate(personId: PersonId, cohortId: CohortId, said: CivilDate | null): PlannedGraduation {
    const key = participantKey(personId, cohortId);
    const given = this.#dayGiven.get(key);
    if (given === undefined && said !== null) this.#dayGiven.set(key, said);
    const contradicts = given !== undefined && said !== null && said !== given;
    const graduatedOn = contradicts ? given : said;
    const before = this.#byKey.get(key) ?? this.#input.known.participants.get(key);
    if (before) return { ...this.#graduateKnown(before, graduatedOn), isNew: false, contradicts };
    const participant = this.#drafts.insert({
      id: ParticipantId.parse(this.#input.idFor('participant', { cohortId, personId })),
      personId,
      cohortId,
      applicationId: null,
      status: 'graduated',
      graduatedOn,
      remark: null,
      cameFrom: null,
    });
    this.#byKey.set(key, participant);
    return { participant, isNew: true, differences: [], contradicts };
  }

  #graduateKnown(
    before: Participant,
    graduatedOn: CivilDate | null,
  ): Pick<PlannedGraduation, 'participant' | 'differences'> {
    const now = this.#drafts.now(before);
    const differences: ImportRow['differences'][number][] = [];
    if (now.status !== 'graduated') differences.push({ field: 'status', before: now.status, after: 'graduated' });
    if (graduatedOn !== null && graduatedOn !== now.graduatedOn) {
      const was = now.graduatedOn === null ? '' : sayDate(now.graduatedOn);
      differences.push({ field: aboutImportField.graduatedOn.said, before: was, after: sayDate(graduatedOn) });
    }
    const participant = this.#drafts.edit(now, {
      ...(now.status !== 'graduated' && { status: 'graduated' as const }),
      ...(graduatedOn !== null && graduatedOn !== now.graduatedOn && { graduatedOn }),
    });
    return { participant, differences };
  }

  /** Keeps a remark with someone's place; one that stands already changes nothing. */
  remark(participant: Participant, remark: string | null): void {
    if (remark === participant.remark) return;
    this.#drafts.edit(participant, { remark });
    this.#remarked += 1;
  }

  writes(): Generator<PlannedWrite, void> {
    return this.#drafts.writes<PlannedWrite>(
      (row) => ({ table: 'participant', kind: 'insert', row }),
      (id, fields) => ({ table: 'participant', kind: 'update', id, fields }),
    );
  }
}
