import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CertificationFacts } from '../../../shared/model/recertification/standing.ts';

/** All that is known of a certification on the day it is given: nothing was done, paid, or decided yet. */
export const newlyCertified = (
  on: CivilDate | null,
  known: Pick<CertificationFacts, 'cohort' | 'examOn' | 'birthMonth'>,
): CertificationFacts => ({
  ...known,
  graduatedOn: on,
  issuedOn: on,
  statedEnds: [],
  ticked: [],
  evidence: [],
  extensions: [],
  changes: [],
  audits: [],
  payments: [],
});
