import type { ParsedInputOf } from '../../../shared/api.ts';
import type { Cohort } from '../../../shared/model/cohorts.ts';
import { sayCount, wordFor } from '../../../shared/model/counts.ts';
import { dayOf, sayDate } from '../../../shared/model/dates.ts';
import { LetterId, type PersonId } from '../../../shared/model/ids.ts';
import { sayLetters, sayLettersOf, sayTheLetter } from '../../../shared/model/letters.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import { type Change, type Decision, insert } from '../../log/change.ts';
import { sayMissingField } from '../../rules/letters/letter-fields.ts';
import type { FieldValues } from '../../rules/letters/letters.ts';
import { type Correspondence, type Correspondent, correspondenceOf, type Recipient } from './correspondents.ts';
import { isOpen, noLetters } from './queries.ts';
import { asksReplyBy, composer, hasMail, templateOf } from './writing.ts';

type Wish = ParsedInputOf<'letters.write'>;

/** A letter on its way to someone. */
export interface Outgoing {
  readonly person: Correspondent;
  readonly occasion: string;
  readonly subject: string;
  readonly body: string;
  readonly values: FieldValues;
}

/** The letters that a call asks for. */
export interface LettersToWrite {
  readonly cohort: Cohort;
  readonly letters: readonly Outgoing[];
  /** Who was left out and why. */
  readonly left: readonly { readonly name: string; readonly sentence: string }[];
  /** Who get theirs at one address, a sentence for each. */
  readonly shared: readonly string[];
}

/**
 * The letters that can be written now. Who has the letter already gets none unless `again` says so; who has no address
 * that mail can go to, or lacks a value that the letter asks for, is left out by name.
 */
export function lettersToWrite(facts: Facts, wish: Wish): Result<LettersToWrite> {
  const { kind, cohortId, replyBy } = wish;
  const found = correspondenceOf(facts, cohortId);
  if (!found) return noLetters(facts);
  const chosen = chosenRecipients(facts, found, wish);
  if (!chosen.ok) return chosen;
  const template = templateOf(facts, kind);
  if (replyBy === null && asksReplyBy(kind, template)) {
    return refuse(`First set the reply-by date: ${sayTheLetter(kind)} asks for it with {replyBy}.`);
  }
  if (replyBy !== null && replyBy < facts.today) {
    return refuse(`The day to reply by, ${sayDate(replyBy)}, has passed. Choose a later one.`);
  }
  const compose = composer(facts, found, template, replyBy);
  const letters: Outgoing[] = [];
  const left: { name: string; sentence: string }[] = [];
  for (const { person, occasion } of chosen.value) {
    const { missing, ...letter } = compose(person);
    const leave = (sentence: string) => left.push({ name: person.name, sentence });
    if (!hasMail(person)) leave(`${person.name} ${sayNoMail(person)}.`);
    else if (missing.length > 0) leave(`${person.name}: ${missing.map(sayMissingField).join(' ')}`);
    else letters.push({ person, occasion, ...letter });
  }
  if (letters.length === 0) {
    return refuseEach(
      'No letter can be written as things stand, so none was.',
      left.map(({ sentence }) => sentence),
    );
  }
  return done({ cohort: found.cohort, letters, left, shared: sharedAddresses(letters) });
}

/** Spouses and offices share an address: everyone gets a letter of their own, and the lead knows it. */
function sharedAddresses(letters: readonly Outgoing[]): string[] {
  const byAddress = Map.groupBy(letters, ({ person }) => person.email ?? '');
  return [...byAddress].flatMap(([address, theirs]) => {
    const names = theirs.map(({ person }) => person.name);
    if (new Set(theirs.map(({ person }) => person.personId)).size < 2) return [];
    const all = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
    return [`${all} have one address, ${address}: each gets a letter of their own.`];
  });
}

const sayNoMail = ({ email }: Correspondent): string =>
  email === null ? 'has no e-mail address' : `has no address that mail can go to (“${email}”)`;

function chosenRecipients(
  facts: Facts,
  { recipients, cohort }: Correspondence,
  wish: Wish,
): Result<readonly Recipient[]> {
  const { kind, personIds, again } = wish;
  const everyone = recipients[kind].filter(({ isToGet }) => isToGet);
  if (personIds === 'all') {
    const chosen = again ? everyone : everyone.filter(isOpen);
    if (chosen.length > 0) return unlessUndone(facts, wish, chosen);
    return refuse(
      everyone.length > 0
        ? `Everyone in ${cohort.name} who should get ${sayTheLetter(kind)} already has it. Choose people to write to again.`
        : `No one in ${cohort.name} should get ${sayTheLetter(kind)} now.`,
    );
  }
  const wanted = new Set<PersonId>(personIds);
  const chosen = everyone.filter(({ person }) => wanted.has(person.personId));
  if (chosen.length < wanted.size) {
    const gone = wanted.size - chosen.length;
    const who = gone === 1 ? 'One of these people is' : `${sayCount(gone)} of these people are`;
    return refuse(`${who} no longer supposed to get ${sayTheLetter(kind)}, so none was written. Check the list again.`);
  }
  const have = chosen.filter(({ hasIt }) => hasIt);
  if (again || have.length === 0) return unlessUndone(facts, wish, chosen);
  const who = `${sayCount(have.length)} of ${sayCount(chosen.length)}`;
  const has =
    chosen.length === 1 ? `${chosen[0]?.person.name ?? ''} has` : `${who} ${wordFor(have.length, 'has', 'have')}`;
  return refuseEach(
    `${has} ${sayTheLetter(kind)} already, so none was written. Leave them out, or ask to write it again.`,
    have.map(
      ({ person, written }) => `${person.name}, since ${sayDate(dayOf(written?.last ?? facts.now, facts.zone))}.`,
    ),
  );
}

/** Those chosen, unless some had the letter written by a step that was undone: their mail may be out already. */
function unlessUndone(
  facts: Facts,
  { kind, afterUndo }: Wish,
  chosen: readonly Recipient[],
): Result<readonly Recipient[]> {
  const before = chosen.flatMap(({ person, undoneAt }) => (undoneAt === null ? [] : [{ name: person.name, undoneAt }]));
  if (afterUndo || before.length === 0) return done(chosen);
  const to = before.length === 1 ? (before[0]?.name ?? '') : `${sayCount(before.length)} of these people`;
  return refuseEach(
    `${sentenceCase(sayTheLetter(kind))} was written to ${to} before. That step was undone, but the letter may have been sent. Leave them out, or ask to write it again.`,
    before.map(({ name, undoneAt }) => `${name}, on ${sayDate(dayOf(undoneAt, facts.zone))}.`),
  );
}

const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Remembers letters whose files are written. Refuses where the same call would write other letters by now: someone
 * may have written them from another window, or a name may have been corrected meanwhile.
 */
export function rememberLetters(
  facts: Facts,
  wish: Wish,
  written: readonly Outgoing[],
  fileOf: (letter: Outgoing) => string,
): Decision<null> {
  const now = lettersToWrite(facts, wish);
  if (!now.ok) return now;
  const { cohort, letters } = now.value;
  if (sameWords(letters) !== sameWords(written)) {
    return refuse(
      'Something about these people changed while their letters were being written. Nothing was saved; write again.',
    );
  }
  return {
    ok: true,
    label: sayWritten(wish, cohort, written),
    changes: changesFor(facts, wish, written, fileOf),
    value: null,
  };
}

const sameWords = (letters: readonly Outgoing[]): string =>
  JSON.stringify(letters.map(({ person, occasion, subject, body }) => [person.personId, occasion, subject, body]));

function sayWritten({ kind, again }: Wish, cohort: Cohort, letters: readonly Outgoing[]): string {
  const [only] = letters;
  const once = again ? ' again' : '';
  return letters.length === 1 && only
    ? `Wrote ${sayTheLetter(kind)} to ${only.person.name}${once}`
    : `Wrote ${sayLetters(kind, letters.length)} for ${cohort.name}${once}`;
}

function* changesFor(
  facts: Facts,
  { kind, cohortId, channel }: Wish,
  letters: readonly Outgoing[],
  fileOf: (letter: Outgoing) => string,
): Generator<Change> {
  for (const letter of letters) {
    const { person, occasion, subject, body } = letter;
    yield insert('letter', {
      id: LetterId.parse(facts.newId()),
      kind,
      personId: person.personId,
      cohortId,
      occasion,
      subject,
      body,
      writtenAt: facts.now,
      channel,
      file: fileOf(letter),
    });
  }
}

/** What the letters of a call are called, on a folder and in a dialog: `Foxtrot accepted letters`. */
export const nameOfLetters = ({ name }: Cohort, { kind }: Wish): string => `${name} ${sayLettersOf(kind)}`;
