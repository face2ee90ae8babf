import type { CertificateState } from '../../../shared/model/certificate-state.ts';

/** What a graduate's entry on a professional network is made of. */
interface ProfileFacts {
  readonly title: string;
  readonly organization: string;
  readonly number: string;
  readonly issuedOn: string;
  /** Where the checking page lies; empty: nowhere. */
  readonly address: string;
}

const month = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const sayMonth = (day: string): string => month.format(new Date(`${day}T00:00:00Z`));

/**
 * The fields of LinkedIn's “Add license or certification”, by the names that they have there; none of a certificate that
 * is not good. The address opens the checking page with the number.
 */
export function profileFields(state: CertificateState, facts: ProfileFacts): readonly (readonly [string, string])[] {
  if (state.kind !== 'valid' && state.kind !== 'due') return [];
  const { title, organization, number, issuedOn, address } = facts;
  return [
    ['Name', title],
    ['Issuing organization', organization],
    ['Issue date', sayMonth(issuedOn)],
    ...(state.kind === 'due' ? [['Expiration date', sayMonth(state.dueOn)] as const] : []),
    ['Credential ID', number],
    ...(address === '' ? [] : [['Credential URL', `${address}#${number}`] as const]),
  ];
}
