import type { Application, Submission } from '../applicants.ts';
import type { Table } from './table.ts';
import { doubt, moment, nameIn, plain, quoted, type SayValue, status, unsaid, yesNo } from './words.ts';

const overruled: SayValue = (value) => {
  const { tier, reason } = readOverrule(String(value));
  return `${tier === null ? 'not eligible' : `tier ${tier}`}, “${reason}”`;
};

function readOverrule(text: string): { tier: unknown; reason: unknown } {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) return { tier: null, reason: '' };
  return { tier: 'tier' in parsed ? parsed.tier : null, reason: 'reason' in parsed ? parsed.reason : '' };
}

/**
 * A person’s application to a cohort: one, since a later form of the same person changes it, and a deferral makes another
 * one in the later cohort. `readOrder` says which of those sent at the same moment was read first.
 */
export const application = {
  columns: [
    'id',
    'personId',
    'cohortId',
    'firstSubmittedAt',
    'latestSubmittedAt',
    'submittedDoubt',
    'status',
    'statusAt',
    'statusReason',
    'membership',
    'highestPost',
    'yearsInEducation',
    'payment',
    'needs',
    'answers',
    'overrule',
    'decision',
    'readOrder',
  ],
  references: { personId: { to: 'person', whenMerged: 'unites' }, cohortId: { to: 'cohort' } },
  unique: [
    {
      columns: ['cohortId', 'personId'],
      collision: 'same-row',
      taken: () => 'The same person has another application to the same cohort',
    },
  ],
  words: {
    about: (row, names) => names.of('person', row.personId),
    gone: 'someone no longer on record',
    added: (row, names) =>
      row.submittedDoubt === null
        ? `applied to ${names.of('cohort', row.cohortId)} on ${moment(row.firstSubmittedAt, names)}`
        : `applied to ${names.of('cohort', row.cohortId)}; the time of submission is in doubt: ${doubt(row.submittedDoubt, names)}`,
    removed: (row, names) => `application to ${names.of('cohort', row.cohortId)} removed`,
    fields: {
      personId: ['application of', nameIn('person')],
      cohortId: ['cohort', nameIn('cohort')],
      status: ['status', status],
      statusReason: ['reason', quoted],
      firstSubmittedAt: ['first sent', moment],
      latestSubmittedAt: ['last sent', moment],
      submittedDoubt: ['doubt about the time of submission:', doubt],
      membership: ['membership', (value, names) => names.membership(value)],
      highestPost: ['highest position', yesNo],
      yearsInEducation: ['years in education', plain],
      payment: ['payment', quoted],
      needs: ['needs', quoted],
      overrule: ['set by a lead:', overruled],
      answers: ['answers changed', unsaid],
    },
  },
} as const satisfies Table<Application>;

/** The forms of an application, as they were sent. */
export const submission = {
  columns: ['id', 'applicationId', 'submittedAt', 'answers', 'source'],
  references: { applicationId: { to: 'application', whenMerged: 'moves' } },
  unique: [],
  words: {
    about: (row, names) => names.of('application', row.applicationId),
    added: (row, names) => `form sent on ${moment(row.submittedAt, names)}`,
    removed: (row, names) => `form of ${moment(row.submittedAt, names)} undone`,
    fields: { applicationId: ['form of', nameIn('application')] },
  },
} as const satisfies Table<Submission>;
