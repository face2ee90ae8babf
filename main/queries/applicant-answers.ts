import type { Answers } from '../../shared/model/applicants.ts';
import { sayInstant } from '../../shared/model/dates.ts';
import { sayPhone } from '../../shared/model/people.ts';
import type { Policy } from '../../shared/model/program.ts';
import type { ApplicantDetail } from '../../shared/views/applicants.ts';
import { parseOrganization } from '../imports/organizations.ts';
import { parseTimestamp } from '../imports/times.ts';
import { membershipReader, parseEmail, parsePhone, parseYesNo } from '../imports/values.ts';
import { minimumYears, parseYears } from '../imports/years.ts';

type Answered = ApplicantDetail['submissions'][number]['answers'][number];

/** The questions of a form, in the order in which they are read. */
const questions: Readonly<Record<string, string>> = {
  submittedAt: 'Sent',
  email: 'E-mail',
  givenName: 'Given name',
  familyName: 'Family name',
  fullName: 'Name',
  certificateName: 'Name on certificate',
  organization: 'School system',
  jobTitle: 'Job title',
  highestPost: 'Highest EdTech post',
  membership: 'Membership',
  yearsInEducation: 'Years in education',
  phone: 'Phone',
  payment: 'Payment',
  needs: 'Needs',
};

/** Lays out a form's answers as they were typed, each beside what the import takes it for; the known questions first. */
export function answersReader(policy: Policy): (answers: Answers) => Answered[] {
  const understand = understanding(policy);
  return (answers) => {
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
function understanding(policy: Policy): Readonly<Record<string, (typed: string) => string>> {
  const memberOf = membershipReader(policy.memberships);
  const memberships = new Map(policy.memberships.map(({ id, name }) => [id, name]));
  const { zone } = policy.program;
  const minimums = minimumYears(policy);
  return {
    submittedAt: (typed) => {
      const { value } = parseTimestamp(typed, zone);
      return value === null ? '' : sayInstant(value, zone);
    },
    email: (typed) => parseEmail(typed).value ?? '',
    organization: (typed) => parseOrganization(typed),
    highestPost: (typed) => ({ yes: 'Yes', no: 'No', '': '' })[parseYesNo(typed).value ?? ''],
    membership: (typed) => memberships.get(memberOf(typed).value ?? '') ?? '',
    yearsInEducation: (typed) => String(parseYears(typed, minimums).value ?? ''),
    phone: (typed) => sayPhone(parsePhone(typed).value ?? ''),
  };
}
