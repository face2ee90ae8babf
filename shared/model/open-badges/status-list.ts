import { z } from 'zod';
import { Proof } from './proof.ts';
import { credentialsContext, DateTimeZ, types, Uri, WebAddress } from './terms.ts';

/** A list has so many places at least, so that asking for it says nothing of whom one asks about. */
export const leastPlaces = 131_072;

const unsigned = {
  '@context': z.tuple([z.literal(credentialsContext)]),
  id: WebAddress,
  type: types('VerifiableCredential', 'BitstringStatusListCredential'),
  issuer: Uri,
  validFrom: DateTimeZ,
  validUntil: DateTimeZ,
  credentialSubject: z.strictObject({
    id: Uri,
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.literal('revocation'),
    /** `u` and base64url without padding, of the bits as gzip packs them. */
    encodedList: z
      .string()
      .max(4_000_000)
      .regex(/^u[A-Za-z0-9_-]+$/),
  }),
};

/** What became of many certificates, a bit each, not signed yet (W3C Bitstring Status List v1.0, May 2025). */
export const StatusList = z.strictObject(unsigned);
export type StatusList = z.infer<typeof StatusList>;

export const SignedStatusList = z.strictObject({ ...unsigned, proof: Proof });
export type SignedStatusList = z.infer<typeof SignedStatusList>;
