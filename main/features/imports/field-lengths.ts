import type { ImportField } from '../../../shared/model/imports.ts';

/**
 * The most letters that a cell of each field may have. What is compared with the names, places and words of the desk
 * costs more the longer it is; a longer cell is someone's slip, and costs its own row a look.
 */
export const mostLetters: Readonly<Record<ImportField, number>> = {
  submittedAt: 200,
  email: 320,
  givenName: 200,
  familyName: 200,
  fullName: 200,
  middleName: 200,
  nameSuffix: 200,
  preferredName: 200,
  certificateName: 200,
  organization: 200,
  jobTitle: 200,
  highestPost: 1_000,
  membership: 1_000,
  yearsInEducation: 1_000,
  phone: 200,
  payment: 5_000,
  needs: 5_000,
  cohort: 200,
  graduatedOn: 200,
  recertificationReceivedOn: 200,
  remark: 5_000,
};
