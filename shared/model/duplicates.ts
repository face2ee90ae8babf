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
  /** The post, as it was typed; null where it is not known. */
  readonly jobTitle?: string | null;
}

/** Points of one observation, and how many it has where a policy says nothing else. */
const points = (value: number) => z.int().min(-100).max(100).default(value);

/**
 * What each observation counts, in points of 100. Given and last name add up, so that the same name is 42 and a
 * short form 40; what differs takes away, and what one record does not tell counts nothing. A policy may set each.
 */
export const MatchWeights = z.strictObject({
  /** How the given names compare: equal, `Bob` and `Robert`, `Mary` and `Mary Beth`, one letter apart, `J.` and `Jane`. */
  given: z
    .strictObject({
      same: points(20),
      'short-form': points(18),
      'begins-alike': points(14),
      'spelled-alike': points(14),
      initial: points(13),
      differs: points(-30),
      unknown: points(0),
    })
    .prefault({}),
  /** How the family names compare: equal, one of a double name, one letter apart. */
  family: z
    .strictObject({
      same: points(22),
      part: points(16),
      'spelled-alike': points(16),
      differs: points(-15),
      unknown: points(0),
    })
    .prefault({}),
  /** `same-mailbox`: the same name before the @ at another address. */
  email: z
    .strictObject({ same: points(60), 'same-mailbox': points(15), differs: points(-4), unknown: points(0) })
    .prefault({}),
  /** `switchboard`: a number that more than `switchboardHolders` people have. */
  phone: z
    .strictObject({ same: points(35), switchboard: points(8), differs: points(-4), unknown: points(0) })
    .prefault({}),
  place: z.strictObject({ same: points(15), differs: points(-8), unknown: points(0) }).prefault({}),
  /** `same`: the same post in the same school system, of which there is seldom more than one. */
  post: z.strictObject({ same: points(10), differs: points(0), unknown: points(0) }).prefault({}),
  /** Given and last name stand in each other's place. */
  swapped: points(40),
  /** `Jr.` and `Sr.`: father and son more often than one person. */
  suffixDiffers: points(-25),
  /** The whole name is the same, and there is nothing else that both records tell. */
  nothingElse: points(10),
  /** Less than this a name never takes away where the e-mail address is the same: a mailbox is seldom handed on. */
  leastNameWithEmail: points(-10),
  /** More than this two wholly different names never reach, whatever else they share. */
  mostWithOtherName: points(55),
});
export type MatchWeights = z.infer<typeof MatchWeights>;

/** The weights that a program begins with. */
export const matchWeights: MatchWeights = MatchWeights.parse({});

export const weightGroups = ['given', 'family', 'email', 'phone', 'place', 'post'] as const;
type WeightGroup = (typeof weightGroups)[number];

/** How each group of weights, and each weight, is called; `unknown` always counts what it says, and is not asked for. */
export const sayWeightGroup: Record<WeightGroup, string> = {
  given: 'First name',
  family: 'Last name',
  email: 'E-mail',
  phone: 'Phone',
  place: 'School system',
  post: 'Position, within one school system',
};
export const sayWeight: {
  readonly [Group in WeightGroup]: Readonly<Record<Exclude<keyof MatchWeights[Group], 'unknown'>, string>>;
} = {
  given: {
    same: 'the same',
    'short-form': 'a nickname',
    'begins-alike': 'begins alike',
    'spelled-alike': 'one letter apart',
    initial: 'an initial',
    differs: 'different',
  },
  family: {
    same: 'the same',
    part: 'half of a double name',
    'spelled-alike': 'one letter apart',
    differs: 'different',
  },
  email: { same: 'the same', 'same-mailbox': 'the same before the @', differs: 'different' },
  phone: { same: 'the same', switchboard: 'one that many have', differs: 'different' },
  place: { same: 'the same', differs: 'different' },
  post: { same: 'the same', differs: 'different' },
};
export const weightRules = [
  'swapped',
  'suffixDiffers',
  'nothingElse',
  'leastNameWithEmail',
  'mostWithOtherName',
] as const;
export const sayWeightRule: Record<(typeof weightRules)[number], string> = {
  swapped: 'First and last name swapped',
  suffixDiffers: 'Another suffix, such as Jr. and Sr.',
  nothingElse: 'The same name, and nothing else known',
  leastNameWithEmail: 'The least for the name when the e-mail is the same',
  mostWithOtherName: 'The most when both names differ',
};

/** Every weight with what it is called, in the order in which they are shown: `First name, a nickname`. */
export const namedWeights = (weights: MatchWeights): readonly (readonly [name: string, points: number])[] => [
  ...weightGroups.flatMap((group) => {
    const values: Readonly<Record<string, number>> = weights[group];
    return Object.entries(sayWeight[group]).map(
      ([key, word]) => [`${sayWeightGroup[group]}, ${word}`, values[key] ?? 0] as const,
    );
  }),
  ...weightRules.map((rule) => [sayWeightRule[rule], weights[rule]] as const),
];

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
