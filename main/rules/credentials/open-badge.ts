import type { OpenBadge, StatusEntry } from '../../../shared/model/open-badges/credential.ts';
import { credentialsContext, openBadgesContext } from '../../../shared/model/open-badges/terms.ts';

/** A course of the program, and whether the graduate completed it. Of one that a lead excused nothing is claimed. */
export interface CourseOfBadge {
  readonly title: string;
  readonly completed: boolean;
}

/** Everything that an Open Badge says of a certificate, as it was issued. Days are `YYYY-MM-DD`. */
export interface BadgeFacts {
  /** `urn:uuid:…`, made of the certificate's own id, so that every copy of it has the same. */
  readonly id: string;
  readonly issuer: {
    readonly did: string;
    readonly organization: string;
    readonly page: string;
    readonly contact: string;
  };
  readonly program: string;
  readonly programTitle: string;
  /** What is certified, as the paper says it: `AL-CTO Certification`. */
  readonly title: string;
  /** What it takes, in a sentence or two of the policy. */
  readonly criteria: string;
  readonly courses: readonly CourseOfBadge[];
  readonly number: string;
  readonly name: string;
  /** The mail address, hashed with its salt; null: none is known. */
  readonly mailHash: { readonly hash: string; readonly salt: string } | null;
  readonly cohort: string;
  /** The statement of the paper, with its names filled in. */
  readonly statement: string;
  readonly issuedOn: string;
  readonly validUntil: string | null;
  /** The first and the last day of the courses that were attended; null: from before that was kept. */
  readonly attended: { readonly from: string; readonly to: string } | null;
  readonly status: StatusEntry | null;
  /** The program's badge as a `data:` address. */
  readonly picture: string;
}

/** What depends on more than the facts: instants in the program's zone, and ids that are made of what they stand for. */
export interface BadgeMaking {
  /** The first and the last second of a day, with their offsets. */
  readonly opening: (day: string) => string;
  readonly closing: (day: string) => string;
  /** A `urn:uuid:…` that is the same for the same words. */
  readonly idOf: (words: string) => string;
}

/** An empty text is left out: the specification knows no empty value. */
const given = <Key extends string>(key: Key, value: string): { readonly [K in Key]?: string } =>
  // The key is the one that was asked for.
  value === '' ? {} : ({ [key]: value } as { readonly [K in Key]: string });

const isWebAddress = (text: string): boolean => /^https?:\/\/[^\s]+$/i.test(text);
const isMailAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** A certificate as an Open Badge (1EdTech, Open Badges 3.0), not signed yet. */
export function openBadgeOf(facts: BadgeFacts, { opening, closing, idOf }: BadgeMaking): OpenBadge {
  const { issuer, program, programTitle, title, criteria, number, cohort, mailHash } = facts;
  const { page } = issuer;
  const described = facts.courses.map(({ title: name }) => name);
  // A badge with other text is another badge: its id is made from its text.
  const achievement = idOf(JSON.stringify([issuer.organization, program, title, criteria, described]));
  const courseId = (name: string): string => `${achievement}#${encodeURIComponent(name)}`;
  const completed = facts.courses.filter((course) => course.completed);
  const descriptions = described.map((name) => ({
    id: courseId(name),
    type: ['ResultDescription'],
    name,
    resultType: 'Status' as const,
  }));
  const results = completed.map((course) => ({
    type: ['Result'],
    resultDescription: courseId(course.title),
    status: 'Completed' as const,
  }));
  return {
    '@context': [credentialsContext, openBadgesContext],
    id: facts.id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: title,
    issuer: {
      id: issuer.did,
      type: ['Profile'],
      name: issuer.organization,
      ...given('url', isWebAddress(page) ? page : ''),
      ...given('email', isMailAddress(issuer.contact) ? issuer.contact : ''),
    },
    validFrom: opening(facts.issuedOn),
    ...given('validUntil', facts.validUntil === null ? '' : closing(facts.validUntil)),
    awardedDate: opening(facts.issuedOn),
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: facts.name, identityType: 'name' },
        ...(mailHash === null
          ? []
          : [
              {
                type: 'IdentityObject' as const,
                hashed: true,
                identityHash: mailHash.hash,
                identityType: 'emailAddress' as const,
                salt: mailHash.salt,
              },
            ]),
      ],
      ...given('activityStartDate', facts.attended === null ? '' : opening(facts.attended.from)),
      ...given('activityEndDate', facts.attended === null ? '' : closing(facts.attended.to)),
      licenseNumber: number,
      term: cohort,
      narrative: facts.statement,
      achievement: {
        id: achievement,
        type: ['Achievement'],
        achievementType: 'Certification',
        name: title,
        description: `${programTitle}, ${issuer.organization}`,
        humanCode: program,
        inLanguage: 'en-US',
        criteria: { ...given('id', isWebAddress(page) ? page : ''), narrative: criteria },
        image: { id: facts.picture, type: 'Image', caption: `The badge of ${program}` },
        ...(descriptions.length > 0 ? { resultDescription: descriptions } : {}),
      },
      ...(results.length > 0 ? { result: results } : {}),
    },
    ...(facts.status === null ? {} : { credentialStatus: facts.status }),
  };
}
