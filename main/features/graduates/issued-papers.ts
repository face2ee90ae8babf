import { type Certificate, CertificatePaper } from '../../../shared/model/graduates.ts';
import { fromJson } from '../../../shared/model/json.ts';
import type { Facts } from '../../call/facts.ts';
import { paperFor } from '../../rules/graduates/certificate-words.ts';
import { policyVersionOf } from '../program/policy-versions.ts';

type Issued = Pick<Certificate, 'number' | 'policyVersionId' | 'overruleReason' | 'paper'>;

/**
 * What each certificate of a cohort says, as it was issued. One from before papers were kept says what the policy
 * version that it names says, which never changes either. Certificates that say the same share one object.
 */
export function papersAsIssued(facts: Facts, cohort: string): (issued: Issued) => CertificatePaper {
  const papers = new Map<string, CertificatePaper>();
  return ({ number, policyVersionId, overruleReason, paper }) => {
    const key = paper ?? `${policyVersionId} ${overruleReason !== null}`;
    const known = papers.get(key) ?? (paper === null ? null : fromJson(CertificatePaper, paper));
    const version = known === null ? policyVersionOf(facts, policyVersionId) : null;
    const found = known ?? (version && paperFor(version.policy, cohort, overruleReason !== null));
    if (!found) throw new Error(`The certificate ${number} names a policy version that is not there.`);
    papers.set(key, found);
    return found;
  };
}
