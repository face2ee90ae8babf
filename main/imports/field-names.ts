import type { ImportField, ImportKind } from '../../shared/model/imports.ts';

/** What each field is called in a sentence. */
export const sayField: Record<ImportField, string> = {
  submittedAt: 'time of submission',
  email: 'e-mail address',
  givenName: 'given name',
  familyName: 'family name',
  fullName: 'name',
  certificateName: 'name on the certificate',
  organization: 'organization',
  jobTitle: 'job title',
  highestPost: 'highest technology position',
  membership: 'membership',
  yearsInEducation: 'years in education',
  phone: 'phone',
  payment: 'payment',
  needs: 'needs',
  cohort: 'cohort',
  graduatedOn: 'graduation date',
  recertificationReceivedOn: 're-certification documents received',
  remark: 'remark',
};

/** The fields that a column of each kind of spreadsheet can be mapped to. */
export const fieldsOf: Record<ImportKind, readonly ImportField[]> = {
  applications: [
    'submittedAt',
    'email',
    'givenName',
    'familyName',
    'fullName',
    'certificateName',
    'organization',
    'jobTitle',
    'highestPost',
    'membership',
    'yearsInEducation',
    'phone',
    'payment',
    'needs',
  ],
  graduates: [
    'email',
    'givenName',
    'familyName',
    'fullName',
    'certificateName',
    'organization',
    'jobTitle',
    'phone',
    'cohort',
    'graduatedOn',
    'recertificationReceivedOn',
    'remark',
  ],
};
