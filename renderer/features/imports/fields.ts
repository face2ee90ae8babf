import type { ImportField, ImportKind } from '../../../shared/model/imports.ts';

/** What each field is called in a list to choose from. */
export const fieldNames: Readonly<Record<ImportField, string>> = {
  submittedAt: 'Time of submission',
  email: 'E-mail address',
  givenName: 'Given name',
  familyName: 'Family name',
  fullName: 'Whole name',
  certificateName: 'Name on the certificate',
  organization: 'School system',
  jobTitle: 'Job title',
  highestPost: 'Holds the highest EdTech post',
  membership: 'Membership',
  yearsInEducation: 'Years in education',
  phone: 'Phone',
  payment: 'Payment',
  needs: 'Needs',
  cohort: 'Cohort',
  graduatedOn: 'Day of graduation',
  recertificationReceivedOn: 'Re-certification documents received',
  remark: 'Remark',
};

const person = ['email', 'givenName', 'familyName', 'fullName', 'certificateName', 'organization', 'jobTitle'] as const;

/** The fields that a column of each kind of spreadsheet can be taken for. */
export const fieldsOf: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  applications: [
    'submittedAt',
    ...person,
    'highestPost',
    'membership',
    'yearsInEducation',
    'phone',
    'payment',
    'needs',
  ],
  graduates: [...person, 'phone', 'cohort', 'graduatedOn', 'recertificationReceivedOn', 'remark'],
};

/** A column's letters as spreadsheets show them: 0 is A, 26 is AA. */
export function columnLetter(column: number): string {
  const before = column >= 26 ? columnLetter(Math.floor(column / 26) - 1) : '';
  return before + String.fromCharCode(65 + (column % 26));
}
