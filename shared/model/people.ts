import { z } from 'zod';
import type { OrganizationId, PersonId } from './ids.ts';

/** Someone the program knows: an applicant, a participant or a graduate is a person in that part. */
export interface Person {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  /** The name as it should stand on a certificate, with degrees; null: first and last name. */
  readonly certificateName: string | null;
  /** Lower case; the key by which a form's second sending finds the same person. */
  readonly email: string | null;
  /** Ten digits of a North American number, or what was typed where it is none. */
  readonly phone: string | null;
  readonly jobTitle: string | null;
  readonly organizationId: OrganizationId | null;
}

export const organizationKinds = ['school-system', 'college', 'other'] as const;
export const OrganizationKind = z.enum(organizationKinds);
export type OrganizationKind = z.infer<typeof OrganizationKind>;

export const sayOrganizationKind: Record<OrganizationKind, string> = {
  'school-system': 'School system',
  college: 'College',
  other: 'Other',
};

/** A school system, a college or another employer. */
export interface Organization {
  readonly id: OrganizationId;
  readonly name: string;
  readonly kind: OrganizationKind;
}

/** A person's name as read aloud: first name first. */
export const sayName = (person: Pick<Person, 'givenName' | 'familyName'>): string =>
  `${person.givenName} ${person.familyName}`.trim();

/** The name for a certificate: the one asked for, else the name as read aloud, without what someone goes by beside it. */
export const nameOnCertificate = (person: Pick<Person, 'givenName' | 'familyName' | 'certificateName'>): string =>
  person.certificateName ??
  sayName({ givenName: withoutNickname(person.givenName), familyName: withoutNickname(person.familyName) });

/** A nickname in parentheses or quotation marks after a name, as in `Jane (Janie)` and `Jane "Janie"` have it. */
const nickname = /(?<=\S)\s*(?:\([^()]*\)|["“][^"“”]*["”]|(?<=\s)['‘][\p{L} .-]+['’](?=\s|$))/gu;

/** A part of a name without the name that someone goes by beside it. */
export const withoutNickname = (part: string): string => (/[("“'‘]/.test(part) ? part.replace(nickname, '') : part);

/** A phone number as people here write it: `(256) 555-0112`. */
export const sayPhone = (phone: string): string =>
  /^\d{10}$/.test(phone) ? `(${phone.slice(0, 3)}) ${phone.slice(3, 6)}-${phone.slice(6)}` : phone;

/**
 * A name or a place folded for comparison: accents, case, apostrophes, dots, hyphens and spaces do not count.
 * `O’Brien` and `obrien`, `De la Cruz` and `DELACRUZ`, `ʻAukai` and `Aukai` fold alike.
 */
export const foldName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replaceAll('ß', 'ss')
    // Unicode counts the ʻokina and its like among the letters; whoever types a name may take any apostrophe for it.
    .replace(/[^\p{L}\p{N}]+|[ʹ-ˮꞋꞌ]+/gu, '');
