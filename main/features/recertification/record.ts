import type { CivilDate } from '../../../shared/model/dates.ts';
import type { ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { documentation, type EvidenceItem } from '../../../shared/model/recertification/facts.ts';
import type { CertificationFacts } from '../../../shared/model/recertification/standing.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { anchorFactsOf, type LifeFacts, lifeFactsOf, nothingDecided } from './life-facts.ts';

/** What is on record of one graduate’s certification, whatever day is asked about. */
export interface CertificationRecord {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  /** With the due dates that hold from the last change of each on. */
  readonly facts: CertificationFacts;
  /** The due dates that held before, in the order of the days until which they did. */
  readonly formerDues: readonly FormerDue[];
  /** What leads decided and what was paid, as rows. */
  readonly life: LifeFacts;
}

interface FormerDue {
  readonly cycle: number;
  /** The first day on which it no longer held. */
  readonly fromOn: CivilDate;
  readonly wasDueOn: CivilDate;
}

/**
 * The records of some graduates, from one query a table however many they are. Whoever isn’t a participant is left out.
 * This is the only place that reads what a certification is made of: a new kind of fact is one more reader here.
 */
export function recordsOf(
  database: ReadableDatabase,
  ids: readonly ParticipantId[],
): Map<ParticipantId, CertificationRecord> {
  const whose = JSON.stringify(ids);
  const dues = duesOf(database, whose);
  const formerDues = formerDuesOf(database, whose);
  const receipts = receiptsOf(database, whose);
  const issued = new Map(issueDaysOf(database, whose).map(({ participantId, issuedOn }) => [participantId, issuedOn]));
  const items = evidenceOf(database, whose);
  const decided = lifeFactsOf(database, ids);
  const anchors = anchorFactsOf(database, ids);
  return new Map(
    participantsOf(database, whose).map(({ participantId, personId, cohort, graduatedOn }) => [
      participantId,
      {
        participantId,
        personId,
        formerDues: formerDues.get(participantId) ?? none,
        life: decided.get(participantId) ?? nothingDecided,
        facts: {
          cohort,
          graduatedOn,
          issuedOn: issued.get(participantId) ?? graduatedOn,
          ...(anchors.get(participantId) ?? noAnchors),
          statedEnds: dues.get(participantId) ?? none,
          ticked: receipts.get(participantId) ?? none,
          evidence: items.get(personId) ?? none,
          ...(decided.get(participantId) ?? nothingDecided),
        },
      },
    ]),
  );
}

/** What the engine is told of a record for a question about a day: due dates as they held then. */
export function factsOn({ facts, formerDues }: CertificationRecord, on: CivilDate): CertificationFacts {
  if (formerDues.every(({ fromOn }) => fromOn <= on)) return facts;
  return {
    ...facts,
    statedEnds: facts.statedEnds.map(({ cycle, endOn }) => {
      const held = formerDues.find((former) => former.cycle === cycle && former.fromOn > on);
      return { cycle, endOn: held?.wasDueOn ?? endOn };
    }),
  };
}

const none: readonly never[] = [];
const noAnchors = { examOn: null, birthMonth: null };

/** A query over the ids asked for, as `asked.value`; SQLite has no statistics and is told to begin there. */
const asked = 'json_each(?) asked CROSS JOIN';

const participantsOf = (database: ReadableDatabase, whose: string) =>
  database.all<{
    readonly participantId: ParticipantId;
    readonly personId: PersonId;
    readonly cohort: string;
    readonly graduatedOn: CivilDate | null;
  }>(
    `SELECT participant.id AS participantId, personId, cohort.name AS cohort, graduatedOn
     FROM ${asked} participant ON participant.id = asked.value CROSS JOIN cohort ON cohort.id = cohortId`,
    whose,
  );

const duesOf = (database: ReadableDatabase, whose: string) =>
  byOwner(
    database.all<{ readonly participantId: ParticipantId; readonly cycle: number; readonly endOn: CivilDate }>(
      `SELECT participantId, cycle, dueOn AS endOn FROM ${asked} recertificationDue ON participantId = asked.value
       ORDER BY asked.key, cycle`,
      whose,
    ),
    ({ participantId }) => participantId,
    ({ cycle, endOn }) => ({ cycle, endOn }),
  );

const formerDuesOf = (database: ReadableDatabase, whose: string) =>
  byOwner(
    database.all<FormerDue & { readonly participantId: ParticipantId }>(
      `SELECT participantId, cycle, fromOn, wasDueOn FROM ${asked} recertificationDue due ON participantId = asked.value
       CROSS JOIN recertificationDueChange change ON change.dueId = due.id ORDER BY asked.key, fromOn, change.id`,
      whose,
    ),
    ({ participantId }) => participantId,
    ({ cycle, fromOn, wasDueOn }): FormerDue => ({ cycle, fromOn, wasDueOn }),
  );

const receiptsOf = (database: ReadableDatabase, whose: string) =>
  byOwner(
    database.all<{ readonly participantId: ParticipantId; readonly cycle: number; readonly receivedOn: CivilDate }>(
      `SELECT participantId, cycle, receivedOn FROM ${asked} recertificationDue due ON participantId = asked.value
       CROSS JOIN recertificationReceipt ON dueId = due.id ORDER BY asked.key, cycle, receivedOn`,
      whose,
    ),
    ({ participantId }) => participantId,
    ({ cycle, receivedOn }) => ({ item: documentation, cycle, on: receivedOn }),
  );

const issueDaysOf = (database: ReadableDatabase, whose: string) =>
  database.all<{ readonly participantId: ParticipantId; readonly issuedOn: CivilDate }>(
    `SELECT participantId, min(issuedOn) AS issuedOn FROM ${asked} certificate ON participantId = asked.value
     GROUP BY participantId`,
    whose,
  );

/** What was decided after a day waits on it, which is the rule’s to say; so are repeats and the order. */
const evidenceOf = (database: ReadableDatabase, whose: string) =>
  byOwner(
    database.all<EvidenceItem>(
      `SELECT item.id, item.personId, title, activityOn, category, strand, delivery, checklistItem, claimed, accepted,
         state, receivedOn, decidedOn, reviewer, returnedBecause, activityKey, paid, preApprovedOn, relevance,
         countedElsewhere
       FROM (SELECT DISTINCT personId FROM ${asked} participant ON participant.id = asked.value) who
       CROSS JOIN evidenceItem item ON item.personId = who.personId ORDER BY item.id`,
      whose,
    ),
    ({ personId }) => personId,
    (item) => item,
  );

/** Rows by whose they are, in their order. */
function byOwner<Owner, Row, Fact>(
  rows: readonly Row[],
  ownerOf: (row: Row) => Owner,
  factOf: (row: Row) => Fact,
): Map<Owner, Fact[]> {
  const owners = new Map<Owner, Fact[]>();
  for (const row of rows) {
    const owner = ownerOf(row);
    const known = owners.get(owner);
    if (known) known.push(factOf(row));
    else owners.set(owner, [factOf(row)]);
  }
  return owners;
}
