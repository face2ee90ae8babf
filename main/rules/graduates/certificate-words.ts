import type { CertificatePaper } from '../../../shared/model/graduates.ts';
import type { Policy } from '../../../shared/model/program.ts';

/**
 * What a certificate says and how it looks, as the policy has it when it is issued. Someone whom a lead graduated
 * against the rule has another statement: that all courses were completed would not be true.
 */
export function paperFor(policy: Policy, cohort: string, isOverruled: boolean): CertificatePaper {
  const { title, statement, overruledStatement, signatories } = policy.certificate;
  const { name: program, organization } = policy.program;
  return {
    design: 'engraved',
    program,
    organization,
    cohort,
    title,
    statement: isOverruled ? overruledStatement : statement,
    signatories,
  };
}
