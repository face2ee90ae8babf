import type { Answers } from '../../../shared/model/applicants.ts';
import { type Instant, sayInstant } from '../../../shared/model/dates.ts';
import { sayPhone } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { membershipReader } from '../imports/memberships.ts';
import { parseTimestamp } from '../imports/times.ts';
import { parseEmail, parsePhone, parseYesNo } from '../imports/values.ts';
import { minimumYears, parseYears } from '../imports/years.ts';
import { parseOrganization } from '../organizations/typed-name.ts';

type Answered = ApplicantDetail['submissions'][number]['answers'][number];

/** The questions of a form, in the order in which they are read. */
const questions: Readonly<Record<string, string>> = {
  submittedAt: 'Sent',
  email: 'E-mail',
  givenName: 'First name',
  familyName: 'Last name',
  fullName: 'Name',
  certificateName: 'Name on certificate',
  organization: 'School system',
  jobTitle: 'Job title',
  highestPost: 'Highest EdTech position',
  membership: 'Membership',
  yearsInEducation: 'Years in education',
  phone: 'Phone',
  payment: 'Payment',
  needs: 'Needs',
};

/**
 * Lays out a form's answers as they were typed, each beside what the import took it for; the known questions first.
 * `sentAt` is the moment that the import read: the column's header or its other days may have told the zone or the order.
 */
export function answersReader(policy: Policy): (answers: Answers, sentAt: Instant) => Answered[] {
  return (answers, sentAt) => {
    const understand = understanding(policy, sentAt);
    const known = Object.keys(questions).filter((field) => field in answers);
    const other = Object.keys(answers).filter((field) => !(field in questions));
    return [...known, ...other].map((field) => {
      const answer = answers[field] ?? '';
      const understood = understand[field]?.(answer) ?? null;
      return { question: questions[field] ?? field, answer, understood: understood === answer ? null : understood };
    });
  };
}

/** What a typed answer was taken for, in words; empty where it was not understood. */
function understanding(policy: Policy, sentAt: Instant): Readonly<Record<string, (typed: string) => string>> {
  const memberOf = membershipReader(policy.memberships);
  const memberships = new Map(policy.memberships.map(({ id, name }) => [id, name]));
  const { zone } = policy.program;
  const minimums = minimumYears(policy);
  return {
    submittedAt: (typed) => {
      const read = parseTimestamp(typed, zone).value ?? parseTimestamp(typed, zone, 'day-first').value;
      return read === null ? '' : sayInstant(sentAt, zone);
    },
    email: (typed) => parseEmail(typed).value ?? '',
    organization: (typed) => parseOrganization(typed),
    highestPost: (typed) => ({ yes: 'Yes', no: 'No', '': '' })[parseYesNo(typed).value ?? ''],
    membership: (typed) => memberships.get(memberOf(typed).value ?? '') ?? '',
    yearsInEducation: (typed) => String(parseYears(typed, minimums).value ?? ''),
    phone: (typed) => sayPhone(parsePhone(typed).value ?? ''),
  };
}
