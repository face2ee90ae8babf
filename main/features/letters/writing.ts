import alCtoLetters from '../../../resources/programs/al-cto-letters.json' with { type: 'json' };
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import {
  LetterDefaults,
  type LetterKind,
  type LetterTemplate,
  type LetterText,
} from '../../../shared/model/letters.ts';
import { isMailable } from '../../../shared/model/mail-address.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { Facts } from '../../call/facts.ts';
import { type LetterFacts, letterValues } from '../../rules/letters/letter-fields.ts';
import { type FieldValues, type Rendered, renderLetter } from '../../rules/letters/letters.ts';
import { nextCohortName } from '../cohorts/queries.ts';
import { type Correspondence, type Correspondent, keptDecision } from './correspondents.ts';

const originals = LetterDefaults.parse(alCtoLetters).letters;

/** The words that came with the app for a kind of letter. */
export const originalOf = (kind: LetterKind): LetterText => originals[kind];

/** The row of a template that the leads changed. */
export const changedTemplate = ({ database }: Facts, kind: LetterKind): LetterTemplate | undefined =>
  database.get<LetterTemplate>('SELECT * FROM letterTemplate WHERE kind = ?', kind);

/** The text of a kind of letter as they are in force. */
export function templateOf(facts: Facts, kind: LetterKind): LetterText & { readonly changed: boolean } {
  const changed = changedTemplate(facts, kind);
  const { subject, body } = changed ?? originalOf(kind);
  return { subject, body, changed: changed !== undefined };
}

/** A letter to one person with the values that it was filled with. */
export interface Composed extends Rendered {
  readonly values: FieldValues;
}

/** Writes letters to people of a cohort: what they share is asked once. */
export function composer(
  facts: Facts,
  { cohort, inForce }: Correspondence,
  template: LetterText,
  replyBy: CivilDate | null,
): (person: Correspondent) => Composed {
  const shared = {
    policy: inForce.policy,
    cohort,
    firstSessionOn: firstSessionOn(facts, cohort.id),
    nextCohort: cohortAfter(facts, inForce.policy, cohort.name),
  };
  return (person) => {
    const own: Omit<LetterFacts, keyof typeof shared> = {
      person,
      organization: person.organization,
      place: person.ranking?.place ?? null,
      decision: keptDecision(person),
      statusReason: person.statusReason,
      owed: person.owed,
      dueOn: person.documents?.dueOn ?? null,
      // An offer was made with its own day.
      replyBy: person.offer?.replyBy ?? replyBy,
    };
    const values = letterValues({ ...shared, ...own });
    return { ...renderLetter(template, values), values };
  };
}

/** Whether a lead sets the day to reply by when the letter is written; a seat offer brings its own. */
export const asksReplyBy = (kind: LetterKind, { subject, body }: LetterText): boolean =>
  kind !== 'seat-offered' && `${subject}${body}`.includes('{replyBy}');

/** Whether a draft can go to someone. */
export const hasMail = ({ email }: Pick<Correspondent, 'email'>): boolean => isMailable(email);

/** The name of the cohort after one: the next of the program's series, whether or not it is open yet. */
function cohortAfter({ database }: Facts, policy: Policy, name: string): string {
  const at = policy.cohortNames.findIndex((each) => foldName(each) === foldName(name));
  const next = at < 0 ? undefined : policy.cohortNames[at + 1];
  const inUse = () => database.all<{ name: string }>('SELECT name FROM cohort').map((cohort) => cohort.name);
  return next ?? nextCohortName(policy, inUse());
}

const firstSessionOn = ({ database }: Facts, cohortId: CohortId): CivilDate | null =>
  database.get<{ heldOn: CivilDate | null }>(
    `SELECT min(heldOn) AS heldOn FROM session JOIN sessionCohort ON sessionCohort.sessionId = session.id
     WHERE sessionCohort.cohortId = ?`,
    cohortId,
  )?.heldOn ?? null;
