import type { Ranking } from '../../../shared/model/applicants.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { sayCount } from '../../../shared/model/counts.ts';
import { type CivilDate, sayDate, sayDay } from '../../../shared/model/dates.ts';
import { aboutField, type LetterField } from '../../../shared/model/letters.ts';
import { type Cents, sayCents } from '../../../shared/model/money.ts';
import { type Person, sayName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { ordinal } from '../words.ts';
import type { FieldValues } from './letters.ts';

/** What the fields of a letter to one person are filled from. */
export interface LetterFacts {
  readonly policy: Policy;
  readonly cohort: Pick<Cohort, 'name' | 'seats' | 'fee' | 'startsOn'>;
  /** The first day of the cohort's first session; null: none is planned. */
  readonly firstSessionOn: CivilDate | null;
  /** The name of the cohort after this one; null: none is known. */
  readonly nextCohort: string | null;
  readonly person: Pick<Person, 'givenName' | 'familyName'>;
  readonly organization: string | null;
  /** As the order stands now. */
  readonly place: number | null;
  /** The decision that was kept when the application was declined. */
  readonly decision: Ranking | null;
  /** What a lead gave as the reason of the status. */
  readonly statusReason: string | null;
  readonly owed: Cents | null;
  readonly dueOn: CivilDate | null;
  readonly replyBy: CivilDate | null;
}

/** The values of every field for one person; what is not known is left out, never guessed. */
export function letterValues(facts: LetterFacts): FieldValues {
  const { policy, cohort, person, organization, place, owed, dueOn, replyBy } = facts;
  const { program, certificate } = policy;
  const startsOn = facts.firstSessionOn ?? cohort.startsOn;
  return {
    // Who is known by one name only is addressed by it.
    givenName: person.givenName || person.familyName,
    name: sayName(person),
    schoolSystem: organization ?? '',
    cohort: cohort.name,
    program: program.name,
    organization: program.organization,
    place: place === null ? '' : ordinal(place),
    seats: sayCount(cohort.seats),
    fee: sayCents(cohort.fee),
    owed: owed === null ? '' : sayCents(owed),
    startsOn: startsOn === null ? '' : sayDay(startsOn),
    replyBy: replyBy === null ? '' : sayDay(replyBy),
    reasons: sayReasons(facts),
    applyAgain: sayWhenAgain(facts),
    dueOn: dueOn === null ? '' : sayDate(dueOn),
    leads: certificate.signatories.map(({ name, role }) => `${name}, ${role}`).join('\n'),
    contact: program.contact,
  };
}

// The rule's own words for when someone may apply again; `sayWhenAgain` says it as a sentence of the letter.
const again = /; can apply (?:again|for .+?) (?:when (?<years>.+) are reached|with .+)$/;
// What the order goes on to say is no news to someone who was declined.
const afterPlace = /; (?:waits in order|no seat is left)$/;

/** Every reason of a decline, a line each: the rule's, else what the lead gave as the reason. */
function sayReasons({ decision, statusReason }: LetterFacts): string {
  const lines = declining(decision).map((sentence) => sentence.replace(again, '').replace(afterPlace, ''));
  if (lines.length === 0) return statusReason ?? '';
  return lines.map((line) => `– ${line}.`).join('\n');
}

/** The reasons that speak against someone: conditions that are not met, else a place past the last seat. */
function declining(decision: Ranking | null): readonly string[] {
  if (decision === null || decision.overruled) return [];
  const unmet =
    decision.verdict === 'not-eligible' ? decision.reasons.filter(({ outcome }) => outcome === 'unmet') : [];
  if (unmet.length > 0) return unmet.map(({ sentence }) => sentence);
  if (decision.verdict !== 'past-last-seat' && decision.verdict !== 'waiting') return [];
  // The last reason of order is about the seat; those before tell only how the place came about.
  return decision.reasons
    .filter(({ outcome }) => outcome === 'order')
    .slice(-1)
    .map(({ sentence }) => sentence);
}

/** When to apply again, as a sentence: once enough years are reached, else for the next cohort. */
function sayWhenAgain({ decision, nextCohort, policy }: LetterFacts): string {
  const years = declining(decision)
    .map((sentence) => again.exec(sentence)?.groups?.['years'])
    .find((found) => found !== undefined);
  const next = nextCohort === null ? 'the next cohort' : `the next cohort, ${nextCohort}`;
  return years === undefined
    ? `You are welcome to apply again to ${policy.program.name} when applications open for ${next}.`
    : `You are welcome to apply again to ${policy.program.name} as soon as you have ${years} in education.`;
}

/** Why a letter can't be written to someone, a sentence a field: `{schoolSystem}: no school system is on record.`. */
const sayMissing: Record<LetterField, string> = {
  givenName: 'no name is on record',
  name: 'no name is on record',
  schoolSystem: 'no school system is on record',
  cohort: 'the cohort has no name',
  program: 'the program has no name',
  organization: 'the program does not say who runs it; set it in Settings',
  place: 'the person has no place in the order',
  seats: 'the cohort has no seats',
  fee: 'the cohort has no fee',
  owed: 'nothing is owed',
  startsOn: 'neither the cohort’s first day nor a session is set',
  replyBy: 'no day to reply by is set',
  reasons: 'no reason was kept with the decision; give one when declining, or write the letter without {reasons}',
  applyAgain: 'it is not known when to apply again',
  dueOn: 'no due date is set',
  leads: 'the policy names no one who signs; set it in Settings',
  contact: 'the policy has no contact; set it in Settings',
};

/** What is missing from a letter, as a sentence: `{schoolSystem} is empty: no school system is on record.`. */
export const sayMissingField = (field: LetterField): string =>
  `{${field}} (${aboutField[field].label.toLowerCase()}) is empty: ${sayMissing[field]}.`;
