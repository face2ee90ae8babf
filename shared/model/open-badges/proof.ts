import { z } from 'zod';
import { DateTimeZ, Uri } from './terms.ts';

/** The only proof that is made and understood here (W3C Data Integrity EdDSA Cryptosuites v1.0, May 2025). */
export const Proof = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  cryptosuite: z.literal('eddsa-rdfc-2022'),
  created: DateTimeZ,
  verificationMethod: Uri,
  proofPurpose: z.literal('assertionMethod'),
  /** `z` and base 58: 64 bytes of Ed25519. */
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{80,90}$/),
});
export type Proof = z.infer<typeof Proof>;
