import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import { nameOnCertificate } from '../../../shared/model/people.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { PublishedColumn, PublishedRow, PublishedShow } from '../../../shared/views/published.ts';
import type { Facts } from '../../call/facts.ts';
import { likeEach } from '../people/directory.ts';

/** What of the list a screen asks for, but for the slice. */
export interface PublishedChoice {
  readonly show: PublishedShow;
  readonly search: string;
  readonly sort?: { readonly by: PublishedColumn; readonly direction: 'up' | 'down' } | undefined;
}

const tables: readonly TableName[] = [
  'person',
  'organization',
  'cohort',
  'participant',
  'certificate',
  'certificateEnding',
  'unlisted',
];

/** Someone whose every certificate was revoked or replaced has no good one. */
const isRevoked = `(EXISTS (SELECT 1 FROM certificate WHERE participantId = participant.id)
  AND NOT EXISTS (SELECT 1 FROM certificate WHERE participantId = participant.id
    AND NOT EXISTS (SELECT 1 FROM certificateEnding WHERE certificateId = certificate.id)))`;

const from = `FROM participant CROSS JOIN cohort ON cohort.id = participant.cohortId
  CROSS JOIN person ON person.id = participant.personId
  CROSS JOIN personSearchKey ON personSearchKey.personId = participant.personId
  LEFT JOIN organization ON organization.id = person.organizationId
  LEFT JOIN unlisted ON unlisted.personId = participant.personId
  WHERE participant.status = 'graduated'`;

const isListed = `(unlisted.id IS NULL AND NOT ${isRevoked})`;
const shownBy: Readonly<Record<PublishedShow, string>> = { listed: isListed, 'left-off': `NOT ${isListed}` };

/** The cohorts in the order of their years, the first one first; those of which no day is known before them, by name. */
const byCohort = 'coalesce(startsOn, opensOn, endsOn) NULLS FIRST, cohort.name, cohort.id, sortName, participant.id';

const orders: Readonly<Record<PublishedColumn, string>> = {
  cohort: '',
  name: 'sortName',
  organization: 'organization.name',
  graduatedOn: 'participant.graduatedOn',
  listed: 'unlisted.reason',
};

/** The ids of a part of the list, in the order asked for: by cohort, and by last name within each. */
export const publishedIds = (facts: Facts, { show, search, sort }: PublishedChoice): readonly ParticipantId[] =>
  facts.cached(`published ${show} ${sort?.by} ${sort?.direction} ${search}`, tables, () => {
    const inWords = likeEach("words || ' ' || lower(cohort.name)", search);
    const where = [shownBy[show], ...inWords.where].join(' AND ');
    const way = sort?.direction === 'down' ? 'DESC NULLS LAST' : 'ASC NULLS LAST';
    const first = sort && orders[sort.by] !== '' ? `${orders[sort.by]} ${way}, ` : '';
    const order =
      sort?.by === 'cohort' && sort.direction === 'down'
        ? byCohort.replace('NULLS FIRST', 'DESC NULLS LAST')
        : byCohort;
    return facts.database
      .all<{ id: ParticipantId }>(
        `SELECT participant.id ${from} AND ${where} ORDER BY ${first}${order}`,
        ...inWords.values,
      )
      .map(({ id }) => id);
  });

/** How many there are of each part, and in how many cohorts those on the list are. */
export const publishedCounts = (facts: Facts) =>
  facts.cached('published counts', tables, () => {
    const found = facts.database.get<{ listed: number; leftOff: number; cohorts: number }>(
      `SELECT count(*) FILTER (WHERE ${isListed}) AS listed, count(*) FILTER (WHERE NOT ${isListed}) AS leftOff,
         count(DISTINCT CASE WHEN ${isListed} THEN cohort.id END) AS cohorts ${from}`,
    );
    return { counts: { listed: found?.listed ?? 0, 'left-off': found?.leftOff ?? 0 }, cohorts: found?.cohorts ?? 0 };
  });

interface Stored {
  readonly participantId: ParticipantId;
  readonly personId: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly certificateName: string | null;
  readonly organization: string | null;
  readonly cohortId: CohortId;
  readonly cohort: string;
  readonly graduatedOn: CivilDate | null;
  readonly isUnlisted: 0 | 1;
  readonly isRevoked: 0 | 1;
  readonly reason: string | null;
}

/** The rows of some graduates, in the order given. */
export const publishedRows = ({ database }: Facts, ids: readonly ParticipantId[]): readonly PublishedRow[] =>
  database
    .all<Stored>(
      `SELECT participant.id AS participantId, participant.personId, givenName, familyName, certificateName,
         organization.name AS organization, participant.cohortId, cohort.name AS cohort, graduatedOn,
         unlisted.id IS NOT NULL AS isUnlisted, ${isRevoked} AS isRevoked, unlisted.reason
       FROM json_each(?) asked CROSS JOIN participant ON participant.id = asked.value
       CROSS JOIN person ON person.id = participant.personId CROSS JOIN cohort ON cohort.id = participant.cohortId
       LEFT JOIN organization ON organization.id = person.organizationId
       LEFT JOIN unlisted ON unlisted.personId = participant.personId ORDER BY asked.key`,
      JSON.stringify(ids),
    )
    .map(({ givenName, familyName, certificateName, organization, isUnlisted, isRevoked: revoked, ...row }) => ({
      ...row,
      name: nameOnCertificate({ givenName, familyName, certificateName }),
      organization: organization ?? '',
      leftOff: isUnlisted === 1 ? 'by-choice' : revoked === 1 ? 'revoked' : null,
    }));
