import {
  Answers,
  type Application,
  ApplicationStatus,
  Overrule,
  type Submission,
  type SubmittedDoubt,
  sayStatus,
} from '../../../shared/model/applicants.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { clockOf, dayOf, type Instant, sayClock, sayDate, sayShortDay } from '../../../shared/model/dates.ts';
import { fromJson } from '../../../shared/model/json.ts';
import { type Letter, sayChannel, sayTheLetter } from '../../../shared/model/letters.ts';
import { foldName } from '../../../shared/model/people.ts';
import { saySubmittedDoubt } from '../../../shared/model/submitted.ts';
import type { HistoryLine } from '../../../shared/views/page.ts';
import type { Facts } from '../../call/facts.ts';
import { entriesOldestFirst } from '../../log/order.ts';
import { lettersUndone } from '../correspondence/queries.ts';

interface Entry {
  readonly sequence: number;
  readonly commandSequence: number;
  readonly tableName: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly call: string;
  readonly label: string;
  readonly at: Instant;
  readonly who: string | null;
  readonly undoes: string | null;
}

type Field = Readonly<Record<string, string | number | null>>;

/** What happened to an application and its person, oldest first: what was sent, then what was done, as sentences. */
export function applicantHistory(
  facts: Facts,
  application: Application,
  submissions: readonly Submission[],
  zone: string,
): HistoryLine[] {
  const { submittedDoubt } = application;
  const doubted = submittedDoubt === null ? '' : `; the time of submission ${sayDoubted(submittedDoubt)}`;
  const sent = submissions.map((submission, index) => ({
    at: submission.submittedAt,
    who: null,
    sentence: `${saySending(submission, submissions[index - 1])}${index === submissions.length - 1 ? doubted : ''}`,
  }));
  // An entry's own command may have touched application and person both: it is one thing that was done.
  const byCommand = new Map<number, Entry[]>();
  for (const entry of entriesOf(facts, application)) {
    byCommand.set(entry.commandSequence, [...(byCommand.get(entry.commandSequence) ?? []), entry]);
  }
  const acts = [...byCommand.values()].flatMap((entries) => {
    const [first] = entries;
    const sentence = first && sayAct(facts, first, entries);
    return first && sentence ? [{ at: first.at, who: first.who, sentence }] : [];
  });
  // The import is written after the sendings that it brought, however the laptop's clock stood.
  return [...sent, ...inTheirOrder(acts, lettersWritten(facts, application))].map(({ at, ...said }) => ({
    at: sayMoment(facts, at, zone),
    ...said,
  }));
}

interface Act {
  readonly at: Instant;
  readonly who: string | null;
  readonly sentence: string;
}

/**
 * The letters that were written to the applicant, `The accepted letter written as a mail draft`; also one whose step was
 * undone, because its file has left the laptop.
 */
const lettersWritten = (facts: Facts, { personId, cohortId }: Application): Act[] => {
  const undone = lettersUndone(facts, cohortId).filter((letter) => letter.personId === personId);
  const stand = facts.database
    .all<Pick<Letter, 'kind' | 'channel'> & Pick<Entry, 'at' | 'who'>>(
      // The few letters first, and their entries by row: SQLite would begin with every letter in the log.
      `SELECT kind, channel, at, who FROM letter CROSS JOIN logEntry ON rowId = letter.id AND +tableName = 'letter'
       CROSS JOIN logCommand ON logCommand.sequence = commandSequence
       WHERE personId = ? AND cohortId = ? AND before IS NULL ORDER BY ${entriesOldestFirst}`,
      personId,
      cohortId,
    )
    .map(({ kind, channel, at, who }) => {
      return { at, who, sentence: capital(`${sayTheLetter(kind)} written as a ${sayChannel[channel]}`) };
    });
  return [
    ...stand,
    ...undone.map(({ kind, channel, writtenAt }) => {
      const written = capital(`${sayTheLetter(kind)} written as a ${sayChannel[channel]}`);
      return { at: writtenAt, who: null, sentence: `${written}; the step was undone, and it may have been sent` };
    }),
  ];
};

/** Both kinds by the time at which they were done; each keeps its own order. */
const inTheirOrder = (acts: readonly Act[], letters: readonly Act[]): Act[] =>
  letters.length === 0 ? [...acts] : [...acts, ...letters].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));

function entriesOf({ database }: Facts, application: Application): Entry[] {
  return database.all<Entry>(
    `SELECT commandSequence, tableName, before, after, call, label, at, who, undoes
     FROM logEntry JOIN logCommand ON logCommand.sequence = commandSequence
     WHERE (rowId = ? AND tableName = 'application') OR (rowId = ? AND tableName = 'person')
     ORDER BY ${entriesOldestFirst}`,
    application.id,
    application.personId,
  );
}

const sayDoubted = (doubt: SubmittedDoubt): string => (doubt === 'missing' ? 'is missing' : saySubmittedDoubt[doubt]);

/** `Applied by form`; sent again, what was answered differently. */
function saySending(submission: Submission, before: Submission | undefined): string {
  if (!before) return 'Applied by form';
  const was = fromJson(Answers, before.answers);
  const is = fromJson(Answers, submission.answers);
  const changes = Object.entries(shortNames).flatMap(([field, name]) => {
    const [old, now] = [was[field]?.trim() ?? '', is[field]?.trim() ?? ''];
    // Case and punctuation are no other answer.
    return old === now || (old !== '' && foldName(old) === foldName(now))
      ? []
      : [`${name} ${old || 'empty'} → ${now || 'empty'}`];
  });
  return changes.length === 0 ? 'Sent the form again, unchanged' : `Sent the form again; ${changes.join(', ')}`;
}

const shortNames: Readonly<Record<string, string>> = {
  fullName: 'name',
  givenName: 'first name',
  familyName: 'last name',
  certificateName: 'name on the certificate',
  email: 'e-mail',
  organization: 'school system',
  jobTitle: 'title',
  highestPost: 'highest position',
  membership: 'membership',
  yearsInEducation: 'years',
  phone: 'phone',
  payment: 'payment',
  needs: 'needs',
};

function sayAct(facts: Facts, command: Entry, entries: readonly Entry[]): string | null {
  // What was undone or done again says so in its own label.
  if (command.undoes !== null) return command.label;
  const application = entries.find(({ tableName }) => tableName === 'application');
  const person = entries.find(({ tableName }) => tableName === 'person');
  if (application?.before === null) return sayImport(facts, command);
  if (command.call === 'applicants.setSubmitted') return command.label;
  const said = [...sayChanges(parse(application)), ...sayChanges(parse(person))];
  if (said.length === 0) return null;
  const words = said.join('; ');
  return command.call === 'imports.apply' ? `Updated by an import: ${words}` : capital(words);
}

/** `Imported with 70 others`: how many applications came with the same command. */
function sayImport({ database, cached }: Facts, { commandSequence }: Entry): string {
  const count = cached(
    `applications of the command ${commandSequence}`,
    ['application'],
    () =>
      database.get<{ n: number }>(
        `SELECT count(*) AS n FROM logEntry WHERE commandSequence = ? AND tableName = 'application' AND before IS NULL`,
        commandSequence,
      )?.n ?? 1,
  );
  const others = count - 1;
  if (others === 0) return 'Imported';
  return `Imported with ${countOf(others, 'other')}`;
}

interface Changed {
  readonly before: Field;
  readonly after: Field;
}

function parse(entry: Entry | undefined): Changed | null {
  if (!entry || entry.before === null || entry.after === null) return null;
  // The log's own text: the fields of a row, which `commit` wrote.
  return { before: JSON.parse(entry.before) as Field, after: JSON.parse(entry.after) as Field };
}

function sayChanges(changed: Changed | null): string[] {
  if (!changed) return [];
  const { before, after } = changed;
  return Object.keys(after).flatMap((field) => sayChange(field, before[field] ?? null, after[field] ?? null, after));
}

function sayChange(field: string, was: string | number | null, is: string | number | null, after: Field): string[] {
  if (field === 'status') {
    const reason = typeof after['statusReason'] === 'string' ? `: “${after['statusReason']}”` : '';
    return [`${sayStatus[ApplicationStatus.parse(is)].toLowerCase()}${reason}`];
  }
  if (field === 'overrule') return [sayOverrule(is)];
  const name = factNames[field];
  return name === undefined ? [] : [`${name} ${was ?? 'not known'} → ${is ?? 'not known'}`];
}

/** The fields whose change a lead reads; the others follow from these or are the form's own text. */
const factNames: Readonly<Record<string, string>> = {
  membership: 'membership',
  highestPost: 'highest position',
  yearsInEducation: 'years',
  givenName: 'first name',
  familyName: 'last name',
  certificateName: 'name on the certificate',
  email: 'e-mail',
  phone: 'phone',
  jobTitle: 'title',
};

function sayOverrule(value: string | number | null): string {
  if (typeof value !== 'string') return 'the overrule was removed';
  const { tier, reason } = Overrule.parse(JSON.parse(value));
  return `overruled: ${tier === null ? 'not eligible' : `tier ${tier}`}, “${reason}”`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Apr 3, 4:33 PM`; with the year where it is another one. */
function sayMoment({ today }: Facts, at: Instant, zone: string): string {
  const day = dayOf(at, zone);
  const sameYear = day.slice(0, 4) === today.slice(0, 4);
  return `${sameYear ? sayShortDay(day) : sayDate(day)}, ${sayClock(clockOf(at, zone))}`;
}
