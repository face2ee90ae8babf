import type { Cohort, Participant } from '../cohorts.ts';
import { sayDate } from '../dates.ts';
import type { Table } from './table.ts';
import { cohortStatus, day, money, nameIn, participantStatus, plain, quoted, unsaid } from './words.ts';

/** Cohorts. Two laptops may open one of the same name for different people, so a lead decides. */
export const cohort = {
  columns: ['id', 'name', 'status', 'opensOn', 'closesOn', 'seats', 'fee', 'startsOn', 'endsOn'],
  references: {},
  unique: [{ columns: ['name'], collision: 'lead-decides', taken: ({ name }) => `Another cohort is named “${name}”` }],
  words: {
    about: (row) => row.name,
    gone: 'a deleted cohort',
    added: (row) => `new cohort with ${row.seats} seats`,
    removed: () => 'cohort undone',
    fields: {
      name: ['name', quoted],
      status: ['status', cohortStatus],
      opensOn: ['applications open', day],
      closesOn: ['applications close', day],
      seats: ['seats', plain],
      fee: ['fee', money],
      startsOn: ['starts', day],
      endsOn: ['ends', day],
    },
  },
} as const satisfies Table<Cohort>;

/** A person’s place in a cohort. */
export const participant = {
  columns: ['id', 'personId', 'cohortId', 'applicationId', 'status', 'graduatedOn', 'remark', 'cameFrom'],
  references: {
    personId: { to: 'person', whenMerged: 'unites' },
    cohortId: { to: 'cohort' },
    applicationId: { to: 'application', whenMerged: 'moves' },
  },
  unique: [
    {
      columns: ['cohortId', 'personId'],
      collision: 'same-row',
      taken: () => 'The same person has another place in the same cohort',
    },
  ],
  keepsFirst: ['graduatedOn'],
  words: {
    about: (row, names) => names.of('person', row.personId),
    gone: 'someone no longer on record',
    added: (row, names) =>
      row.status === 'graduated'
        ? `graduate of ${names.of('cohort', row.cohortId)}${row.graduatedOn ? `, ${sayDate(row.graduatedOn)}` : ''}`
        : `${participantStatus(row.status, names)} in ${names.of('cohort', row.cohortId)}`,
    removed: (row, names) => `place in ${names.of('cohort', row.cohortId)} undone`,
    fields: {
      personId: ['place of', nameIn('person')],
      applicationId: ['application changed', unsaid],
      cohortId: ['cohort', nameIn('cohort')],
      status: ['status', participantStatus],
      graduatedOn: ['graduated on', day],
      remark: ['remark', quoted],
      cameFrom: ['earlier cohorts changed', unsaid],
    },
  },
} as const satisfies Table<Participant>;
