import { z } from 'zod';
import { Proof } from './proof.ts';
import { credentialsContext, DateTimeZ, openBadgesContext, said, types, Uri, WebAddress } from './terms.ts';

// Written from the classes of Open Badges 3.0 (1EdTech, `common_credentials.lines` of April 2025), as far as a
// certificate has them: nothing that is not here is taken, no value is null, and no list is empty.

/** More kinds are in the specification; a program's certificate is one of these. */
const AchievementType = z.enum(['Certification', 'Certificate', 'CertificateOfCompletion', 'Badge']);

const Image = z.strictObject({ id: Uri, type: z.literal('Image'), caption: said.optional() });

const Profile = z.strictObject({
  id: Uri,
  type: types('Profile'),
  name: said,
  url: WebAddress.optional(),
  email: said.optional(),
  description: said.optional(),
});

const Criteria = z
  .strictObject({ id: WebAddress.optional(), narrative: said.optional() })
  .refine(({ id, narrative }) => id !== undefined || narrative !== undefined, 'says what it takes, or where that is');

const ResultDescription = z.strictObject({
  id: Uri,
  type: types('ResultDescription'),
  name: said,
  resultType: z.literal('Status'),
});

const Result = z.strictObject({
  type: types('Result'),
  resultDescription: Uri,
  /** `Status` takes one; the specification knows more. */
  status: z.enum(['Completed', 'Enrolled', 'Failed', 'InProgress', 'OnHold', 'Withdrew']),
});

const Achievement = z.strictObject({
  id: Uri,
  type: types('Achievement'),
  achievementType: AchievementType,
  name: said,
  description: said,
  humanCode: said.optional(),
  inLanguage: said.optional(),
  criteria: Criteria,
  image: Image.optional(),
  resultDescription: z.array(ResultDescription).min(1).optional(),
});

/** Someone by name, or by what only those recognize who know it already: a mail address, hashed with a salt. */
const IdentityObject = z
  .strictObject({
    type: z.literal('IdentityObject'),
    hashed: z.boolean(),
    identityHash: said,
    identityType: z.enum(['name', 'emailAddress']),
    salt: said.optional(),
  })
  .refine(
    ({ hashed, identityHash }) => !hashed || /^sha256\$[0-9a-f]{64}$/.test(identityHash),
    'a hash as it is asked',
  );

const AchievementSubject = z.strictObject({
  id: Uri.optional(),
  type: types('AchievementSubject'),
  identifier: z.array(IdentityObject).min(1),
  activityStartDate: DateTimeZ.optional(),
  activityEndDate: DateTimeZ.optional(),
  licenseNumber: said,
  term: said.optional(),
  narrative: said.optional(),
  achievement: Achievement,
  result: z.array(Result).min(1).optional(),
});

/** Where to see whether it was revoked (W3C Bitstring Status List v1.0, May 2025). */
export const StatusEntry = z
  .strictObject({
    id: Uri,
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    /** A whole number, as text. */
    statusListIndex: z.string().regex(/^(?:0|[1-9]\d{0,14})$/),
    statusListCredential: WebAddress,
  })
  .refine(({ id, statusListCredential }) => id !== statusListCredential, 'has an id of its own');
export type StatusEntry = z.infer<typeof StatusEntry>;

const unsigned = {
  '@context': z.tuple([z.literal(credentialsContext), z.literal(openBadgesContext)]),
  id: Uri,
  type: types('VerifiableCredential', 'OpenBadgeCredential'),
  name: said,
  issuer: Profile,
  validFrom: DateTimeZ,
  validUntil: DateTimeZ.optional(),
  awardedDate: DateTimeZ,
  credentialSubject: AchievementSubject,
  credentialStatus: StatusEntry.optional(),
};

const linked = ({ credentialSubject: { result = [], achievement } }: { credentialSubject: Subject }): boolean =>
  result.every((each) => achievement.resultDescription?.some(({ id }) => id === each.resultDescription));
type Subject = z.infer<typeof AchievementSubject>;
const isLinked = 'every result is one that the achievement describes';

/** A certificate as an Open Badge, not signed yet. */
export const OpenBadge = z.strictObject(unsigned).refine(linked, isLinked);
export type OpenBadge = z.infer<typeof OpenBadge>;

/** A certificate as an Open Badge, with its proof. */
export const SignedOpenBadge = z.strictObject({ ...unsigned, proof: Proof }).refine(linked, isLinked);
export type SignedOpenBadge = z.infer<typeof SignedOpenBadge>;
