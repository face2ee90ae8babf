import {
  type BuiltInDesign,
  CertificateDesignId,
  type DesignChoice,
} from '../../../shared/model/certificate-designs.ts';
import type { CertificateDesign, CertificatePaper } from '../../../shared/model/graduates.ts';
import type { Policy } from '../../../shared/model/program.ts';

/**
 * What a certificate says and how it looks, as the policy has it when it is issued. Someone whom a lead graduated
 * against the rule has another statement: that all courses were completed would not be true.
 */
export function paperFor(policy: Policy, cohort: string, isOverruled: boolean): CertificatePaper {
  const { title, statement, overruledStatement, signatories } = policy.certificate;
  const { name: program, organization } = policy.program;
  return {
    design: drawnAs(policy.certificate.design),
    program,
    organization,
    cohort,
    title,
    statement: isOverruled ? overruledStatement : statement,
    signatories,
  };
}

/** The leads’ own design that a policy names; null: it names one that comes with the app. */
export const ownDesign = (choice: DesignChoice): CertificateDesignId | null =>
  CertificateDesignId.safeParse(choice).data ?? null;

const drawn: Readonly<Record<string, CertificateDesign>> = {
  // What was first called so is drawn by code of its own, for good.
  classic: 'engraved',
  'classic-a4': 'classic-a4',
  plain: 'plain',
  'plain-a4': 'plain-a4',
} satisfies Record<BuiltInDesign, CertificateDesign>;

const drawnAs = (choice: DesignChoice): CertificateDesign => drawn[choice] ?? 'own';
