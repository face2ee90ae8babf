import { z } from 'zod';
import type { Reason } from './decision.ts';
import type { NotSamePersonId, OrganizationId, PersonId } from './ids.ts';

/** Two people whom a lead looked at and found to be two; `personA` sorts before `personB`. */
export interface NotSamePerson {
  readonly id: NotSamePersonId;
  readonly personA: PersonId;
  readonly personB: PersonId;
}

/** Someone who was merged into another: the row has the id of who went. */
export interface MergedPerson {
  readonly id: PersonId;
  readonly keptId: PersonId;
}

/** The facts of a person that a merge takes from one record or the other, in the order in which a screen shows them. */
export const mergedFields = [
  'givenName',
  'familyName',
  'certificateName',
  'email',
  'phone',
  'jobTitle',
  'organizationId',
] as const;
export const MergedField = z.enum(mergedFields);
export type MergedField = z.infer<typeof MergedField>;

export const sayMergedField: Record<MergedField, string> = {
  givenName: 'First name',
  familyName: 'Last name',
  certificateName: 'Name on certificate',
  email: 'E-mail',
  phone: 'Phone',
  jobTitle: 'Job title',
  organizationId: 'School system',
};

/** The facts of a person that tell whether two are one. */
export interface ComparedPerson {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly organizationId: OrganizationId | null;
  /** The organization's name; null where it is not known. */
  readonly organization: string | null;
}

/**
 * What each observation counts, in points of 100. First and last name add up, so that the same name is 42 and a
 * short form 40; what differs takes away, and what one record does not tell counts nothing.
 */
export const matchWeights = {
  /** How the first names compare: equal, `Bob` and `Robert`, `Mary` and `Mary Beth`, one letter apart, `J.` and `Jane`. */
  given: { same: 20, 'short-form': 18, 'begins-alike': 14, 'spelled-alike': 14, initial: 13, differs: -30, unknown: 0 },
  /** How the last names compare: equal, one of a double name, one letter apart. */
  family: { same: 22, part: 16, 'spelled-alike': 16, differs: -15, unknown: 0 },
  /** First and last name are swapped. */
  swapped: 40,
  /** `Jr.` and `Sr.`: father and son more often than one person. */
  suffixDiffers: -25,
  /** `same-mailbox`: the same name before the @ at another address. */
  email: { same: 60, 'same-mailbox': 15, differs: -4, unknown: 0 },
  /** `switchboard`: a number that more than `switchboardHolders` people have. */
  phone: { same: 35, switchboard: 8, differs: -4, unknown: 0 },
  place: { same: 15, differs: -8, unknown: 0 },
  /** The whole name is the same, and there is nothing else that both records tell. */
  nothingElse: 10,
  /** Less than this a name never takes away where the e-mail address is the same: a mailbox is seldom handed on. */
  leastNameWithEmail: -10,
  /** More than this two wholly different names never reach, whatever else they share. */
  mostWithOtherName: 55,
} as const;

/** From which score on two people are shown to a lead, and how sure it is called. */
export const matchThresholds = { perhaps: 50, likely: 65, almostSurely: 85 } as const;

/** So many people may share a phone number before it is taken for a switchboard's. */
export const switchboardHolders = 4;

/** A key that more people share says nothing of two of them, and is not searched. */
export const mostWithOneKey = 60;

const matchBands = ['almost-surely', 'likely', 'perhaps'] as const;
export type MatchBand = (typeof matchBands)[number];

export const sayMatchBand: Record<MatchBand, string> = {
  'almost-surely': 'Almost certainly the same person',
  likely: 'Probably the same person',
  perhaps: 'Possibly the same person',
};

/** How alike two people are, with every reason for and against; `met` speaks for one person, `unmet` for two. */
export interface Match {
  /** 0 to 100. */
  readonly score: number;
  /** Null: below the threshold, not proposed. */
  readonly band: MatchBand | null;
  readonly reasons: readonly Reason[];
}
