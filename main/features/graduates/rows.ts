import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Graduation } from '../../../shared/model/graduates.ts';
import type { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { GraduateRow, GraduateShow } from '../../../shared/views/graduates.ts';
import type { Facts } from '../../call/facts.ts';
import { cohortPeople } from '../people/directory.ts';
import { momentKey } from '../presence/session-moments.ts';
import { promisedTo } from '../program/promised.ts';
import { eligibilityOf, eligibilityTables } from '../requirements/eligibility.ts';
import { changedSinceIn } from './changed-since.ts';
import { currentNumber, currentOverruled } from './current-number.ts';

/** A participant’s row, with what a search looks at and the place in the order of names. */
export interface RankedGraduate {
  readonly row: GraduateRow;
  readonly words: string;
  readonly place: number;
}

interface ParticipantOnRecord {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly graduatedOn: CivilDate | null;
  readonly certificate: string | null;
  readonly overruled: 0 | 1 | null;
}

const tables = [
  ...eligibilityTables,
  'policyVersion',
  'certificate',
  'certificateEnding',
  'person',
  'organization',
] as const;

/** Everyone of a cohort, or who is still enrolled, in the order of their names; kept until one of their records changes. */
export function graduateRows(
  facts: Facts,
  cohort: { readonly id: CohortId; readonly name: string },
  who: 'everyone' | 'enrolled' = 'everyone',
): readonly RankedGraduate[] {
  const promised = promisedTo(facts, cohort.id);
  const key = `graduates ${cohort.id} ${cohort.name} ${who} ${promised?.versionId} ${facts.today} ${momentKey(facts)}`;
  return facts.cached(key, tables, () => {
    const people = cohortPeople(facts, cohort.id);
    const graduations = eligibilityOf(facts, cohort.id, who);
    const policy = promised?.policy;
    const missing = sayMissing(policy);
    // Who is still enrolled has no decision that could have changed.
    const changed = who === 'everyone' ? changedSinceIn(facts, cohort.id) : null;
    return facts.database
      .all<ParticipantOnRecord>(
        `SELECT participant.id AS participantId, personId, graduatedOn,
           ${currentNumber} AS certificate,
           ${currentOverruled} AS overruled
         FROM participant WHERE cohortId = ?`,
        cohort.id,
      )
      .flatMap(({ participantId, personId, graduatedOn, certificate, overruled }) => {
        const person = people.get(personId);
        const graduation = graduations.get(participantId);
        if (!person || !graduation) return [];
        const row = {
          participantId,
          personId,
          name: person.name,
          certificateName: person.certificateName,
          organization: person.organization,
          cohortId: cohort.id,
          cohort: cohort.name,
          verdict: graduation.verdict,
          attended: graduation.attended.length,
          courses: policy?.completion.courses.length ?? 0,
          missing: missing(graduation),
          graduatedOn,
          certificate,
          overruled: overruled === 1,
          changedSince: changed?.get(participantId) ?? '',
        };
        const words = `${person.words} ${cohort.name.toLowerCase()} ${certificate?.toLowerCase() ?? ''}`;
        return [{ row, words, place: person.place }];
      })
      .sort((a, b) => a.place - b.place);
  });
}

/** Titles of the missing courses, and of what else is open; nothing for a graduate, whose certificate says that none is. */
function sayMissing(policy: Policy | undefined): (graduation: Graduation) => string {
  const titles = new Map(policy?.courses.map(({ id, title }) => [id, title]));
  return ({ verdict, missing, lacking }) =>
    verdict === 'graduated'
      ? ''
      : [...missing.map((courseId) => titles.get(courseId) ?? courseId), ...lacking].join(', ');
}

/** The part of the list that a verdict belongs to; null: in none, as who has withdrawn. */
export function showOf(verdict: GraduateRow['verdict']): GraduateShow | null {
  switch (verdict) {
    case 'graduated':
      return 'graduates';
    case 'not-enrolled':
      return null;
    default:
      return verdict;
  }
}
