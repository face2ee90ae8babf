import { type MergedField, mergedFields } from '../../../shared/model/duplicates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { foldName, type Person, sayName, sayPhone } from '../../../shared/model/people.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { DuplicateComparison, DuplicatePair, DuplicateSide, MergeSide } from '../../../shared/views/duplicates.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { type FoundPair, pairKey } from '../../rules/duplicates/duplicate-search.ts';
import { bandOf, comparable, matchOf } from '../../rules/duplicates/duplicates.ts';
import { sayWhoAdded } from '../leads/queries.ts';
import { oneIsGone } from '../people/no-longer.ts';
import { comparedPerson, matchWeightsOf } from './known-duplicates.ts';
import { mergedRecords, sayMerge } from './merged-records.ts';

/** A found pair as a list shows it. */
export function pairView(database: ReadableDatabase, { a, b, score, phoneHolders }: FoundPair): DuplicatePair {
  return {
    key: pairKey(a.person.id, b.person.id),
    a: sideOf(database, { ...a.person, organization: a.person.organization ?? '' }),
    b: sideOf(database, { ...b.person, organization: b.person.organization ?? '' }),
    score,
    // Whoever is found is above the threshold.
    band: bandOf(score) ?? 'perhaps',
    reasons: matchOf(a, b, phoneHolders).reasons,
  };
}

function sideOf(
  database: ReadableDatabase,
  person: Pick<Person, 'id' | 'givenName' | 'familyName'> & { readonly organization: string },
): DuplicateSide {
  const standing = database
    .all<{ said: string }>(
      `SELECT cohort.name || CASE participant.status WHEN 'graduated' THEN ' graduate' WHEN 'enrolled' THEN ' participant'
         ELSE ', ' || participant.status END AS said, participant.id
       FROM participant JOIN cohort ON cohort.id = cohortId WHERE personId = ?
       UNION ALL SELECT cohort.name || ' applicant', application.id FROM application JOIN cohort ON cohort.id = cohortId
       WHERE personId = ? AND NOT EXISTS (
         SELECT 1 FROM participant
         WHERE participant.personId = application.personId AND participant.cohortId = application.cohortId)
       ORDER BY 2 DESC`,
      person.id,
      person.id,
    )
    .map(({ said }) => said)
    .join(', ');
  return { personId: person.id, name: sayName(person), organization: person.organization, standing };
}

const compare: Query<'duplicates.compare'> = (facts, { personIds: [idA, idB] }) => {
  const { database } = facts;
  const [a, b] = [comparedPerson(database, idA), comparedPerson(database, idB)];
  const [recordA, recordB] = [recordOf(database, idA), recordOf(database, idB)];
  if (!a || !b || !recordA || !recordB) {
    return refuse(oneIsGone);
  }
  const phones = a.phone !== null && a.phone === b.phone ? holdersOf(database, a.phone) : 2;
  const weights = [weightOf(database, idA), weightOf(database, idB)] as const;
  const keep: MergeSide = weights[1].rows > weights[0].rows ? 'b' : 'a';
  const later: MergeSide = weights[1].latest > weights[0].latest ? 'b' : 'a';
  const [keptId, goneId] = keep === 'a' ? [idA, idB] : [idB, idA];
  const merge = mergedRecords(facts, keptId, goneId);
  const fields = mergedFields.map((field) => ({ field, a: sayFact(field, recordA), b: sayFact(field, recordB) }));
  const answer: DuplicateComparison = {
    a: sideOf(database, { ...a, organization: a.organization ?? '' }),
    b: sideOf(database, { ...b, organization: b.organization ?? '' }),
    ...matchOf(comparable(a), comparable(b), phones, matchWeightsOf(facts)),
    fields,
    keep,
    take: betterOf(fields, keep, later),
    lines: merge.ok ? sayMerge(facts, merge.value) : [],
    problem: merge.ok ? null : merge.problem,
  };
  return done(answer);
};

type Recorded = Person & { readonly organization: string | null };

const recordOf = (database: ReadableDatabase, id: PersonId): Recorded | undefined =>
  database.get<Recorded>(
    `SELECT person.*, organization.name AS organization FROM person
     LEFT JOIN organization ON organization.id = organizationId WHERE person.id = ?`,
    id,
  );

const holdersOf = (database: ReadableDatabase, phone: string): number =>
  database.get<{ n: number }>('SELECT count(*) AS n FROM person WHERE phone = ?', phone)?.n ?? 2;

function sayFact(field: MergedField, person: Recorded): string {
  if (field === 'organizationId') return person.organization ?? '';
  const value = person[field] ?? '';
  return field === 'phone' ? sayPhone(value) : value;
}

/** How much hangs on a person's record, and when they last wrote. */
function weightOf(database: ReadableDatabase, id: PersonId): { readonly rows: number; readonly latest: string } {
  const places = database.get<{ n: number }>('SELECT count(*) AS n FROM participant WHERE personId = ?', id)?.n ?? 0;
  const applied = database.get<{ n: number; latest: string | null }>(
    'SELECT count(*) AS n, max(latestSubmittedAt) AS latest FROM application WHERE personId = ?',
    id,
  );
  return { rows: places * 10 + (applied?.n ?? 0), latest: applied?.latest ?? '' };
}

/** Which record's facts are better taken: names as on the record that stays, the rest from whoever wrote last. */
function betterOf(
  fields: DuplicateComparison['fields'],
  keep: MergeSide,
  later: MergeSide,
): Record<MergedField, MergeSide> {
  const side = (field: MergedField): MergeSide => {
    const values = fields.find((each) => each.field === field);
    if (!values || values.a === '') return values?.b ? 'b' : keep;
    if (values.b === '') return 'a';
    return field === 'givenName' || field === 'familyName' || field === 'certificateName' ? keep : later;
  };
  return {
    givenName: side('givenName'),
    familyName: side('familyName'),
    certificateName: side('certificateName'),
    email: side('email'),
    phone: side('phone'),
    jobTitle: side('jobTitle'),
    organizationId: side('organizationId'),
  };
}

interface StoredPair {
  readonly id: string;
  readonly personA: PersonId;
  readonly personB: PersonId;
}

/** The pairs that leads marked as two people, the last one first. */
const dismissed: Query<'duplicates.dismissed'> = (facts, { search, offset, limit }) => {
  const { database } = facts;
  const words = search
    .split(/\s+/)
    .map(foldName)
    .filter((word) => word !== '');
  const chosen = database
    .all<StoredPair>('SELECT id, personA, personB FROM notSamePerson ORDER BY id DESC')
    .flatMap((pair) => {
      const [a, b] = [comparedPerson(database, pair.personA), comparedPerson(database, pair.personB)];
      if (!a || !b) return [];
      const text = [a, b].map(
        (each) => `${foldName(sayName(each))} ${each.email ?? ''} ${foldName(each.organization ?? '')}`,
      );
      return words.every((word) => text.join(' ').includes(word)) ? [{ ...pair, a, b }] : [];
    });
  const rows = chosen.slice(offset, offset + limit).map(({ id, a, b }) => ({
    key: pairKey(a.id, b.id),
    a: sideOf(database, { ...a, organization: a.organization ?? '' }),
    b: sideOf(database, { ...b, organization: b.organization ?? '' }),
    said: sayWhoAdded(facts, 'notSamePerson', id),
  }));
  return done({ total: chosen.length, offset, rows });
};

export const duplicateQueries: Pick<Handlers, 'duplicates.compare' | 'duplicates.dismissed'> = {
  'duplicates.compare': compare,
  'duplicates.dismissed': dismissed,
};
