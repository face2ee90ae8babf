import { addDays } from '../../../shared/model/dates.ts';
import { fieldsOf, type Letter, type LetterKind, letterKinds } from '../../../shared/model/letters.ts';
import { done, type Problem, refuse } from '../../../shared/model/result.ts';
import type {
  LetterCounts,
  LetterPreview,
  LetterRow,
  LetterShow,
  LettersAnswer,
} from '../../../shared/views/letters.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { sayMissingField } from '../../rules/letters/letter-fields.ts';
import { templateProblems } from '../../rules/letters/letters.ts';
import { lettersUndone } from '../correspondence/queries.ts';
import { searchFor } from '../people/directory.ts';
import { correspondenceOf, type Recipient } from './correspondents.ts';
import { asksReplyBy, type Composed, composer, hasMail, originalOf, templateOf } from './writing.ts';

/** Days from today to the day by which to reply, unless a lead sets another. */
const usualReplyDays = 14;

const list: Query<'letters.list'> = (facts, { kind, cohortId, show, search, offset, limit }) => {
  const found = correspondenceOf(facts, cohortId);
  if (!found) return noLetters(facts);
  const { cohort, recipients } = found;
  const template = templateOf(facts, kind);
  // The day to reply by is set where the letters are written: until then any day stands in for it.
  const compose = composer(facts, found, template, facts.today);
  const chosen = chosenRecipients(recipients[kind], show, search);
  return done({
    total: chosen.length,
    offset,
    rows: chosen.slice(offset, offset + limit).map((recipient) => rowOf(recipient, compose(recipient.person))),
    cohort: { id: cohort.id, name: cohort.name },
    kind,
    counts: countsOf(recipients),
    undone: recipients[kind].filter((each) => isOpen(each) && each.undoneAt !== null).length,
    withoutEmail: recipients[kind].filter((each) => isOpen(each) && !hasMail(each.person)).length,
    template: { ...template, original: originalOf(kind) },
    fields: fieldsOf(kind),
    asksReplyBy: asksReplyBy(kind, template),
    usualReplyBy: addDays(facts.today, usualReplyDays),
  });
};

/** Whether someone is to get a letter and has none. */
export const isOpen = ({ isToGet, hasIt }: Recipient): boolean => isToGet && !hasIt;

/** The recipients that a chip and a search leave. */
function chosenRecipients(recipients: readonly Recipient[], show: LetterShow, search: string): readonly Recipient[] {
  const isMeant = searchFor(search);
  return recipients.filter(
    (each) =>
      (show === 'everyone' || (show === 'written' ? each.written !== null : isOpen(each))) &&
      (isMeant === null || isMeant(each.person.words)),
  );
}

function countsOf(recipients: Readonly<Record<LetterKind, readonly Recipient[]>>): LettersAnswer['counts'] {
  const count = (kind: LetterKind): LetterCounts => ({
    toWrite: recipients[kind].filter(isOpen).length,
    written: recipients[kind].filter(({ written }) => written !== null).length,
  });
  // The keys are exactly the kinds; fromEntries forgets it.
  return Object.fromEntries(letterKinds.map((kind) => [kind, count(kind)])) as LettersAnswer['counts'];
}

const rowOf = ({ person, hasIt, isToGet, written, undoneAt }: Recipient, { missing }: Composed): LetterRow => ({
  personId: person.personId,
  name: person.name,
  organization: person.organization ?? '',
  email: person.email ?? '',
  mailable: hasMail(person),
  place: person.ranking?.place ?? null,
  isToGet,
  hasIt,
  writtenAt: written?.last ?? null,
  times: written?.times ?? 0,
  undoneAt,
  missing: missing.map(sayMissingField),
});

const preview: Query<'letters.preview'> = (facts, { kind, cohortId, personId, replyBy, draft }) => {
  const found = correspondenceOf(facts, cohortId);
  if (!found) return noLetters(facts);
  const recipient = found.recipients[kind].find(({ person }) => person.personId === personId);
  if (!recipient) return refuse('This letter is no longer for this person. Choose someone else from the list.');
  const { person } = recipient;
  const template = draft ?? templateOf(facts, kind);
  const { subject, body, missing } = composer(facts, found, template, replyBy)(person);
  return done({
    personId,
    name: person.name,
    organization: person.organization ?? '',
    email: person.email ?? '',
    mailable: hasMail(person),
    subject,
    body,
    missing: missing.map(sayMissingField),
    problems: templateProblems(kind, template),
    written: writtenTo(facts, { personId, cohortId, kind }),
  });
};

/** The letters of a kind that were written to someone, the newest first, also those whose step was undone. */
function writtenTo(
  facts: Facts,
  { personId, cohortId, kind }: Pick<Letter, 'personId' | 'cohortId' | 'kind'>,
): LetterPreview['written'] {
  const stand = facts.database.all<Letter>(
    'SELECT * FROM letter WHERE personId = ? AND cohortId = ? AND kind = ?',
    personId,
    cohortId,
    kind,
  );
  const undone = lettersUndone(facts, cohortId).filter((each) => each.personId === personId && each.kind === kind);
  return [
    ...stand.map((letter) => ({ letter, isUndone: false })),
    ...undone.map((letter) => ({ letter, isUndone: true })),
  ]
    .sort((a, b) => (a.letter.writtenAt === b.letter.writtenAt ? 0 : a.letter.writtenAt < b.letter.writtenAt ? 1 : -1))
    .map(({ letter: { writtenAt, channel, file, subject, body }, isUndone }) => ({
      at: writtenAt,
      channel,
      file,
      subject,
      body,
      isUndone,
    }));
}

/** Why a cohort has no letters. */
export const noLetters = (facts: Facts): { readonly ok: false; readonly problem: Problem } =>
  facts.inForce ? refuse('This cohort no longer exists. Choose another one.') : noProgram();

export const letterQueries: Pick<Handlers, 'letters.list' | 'letters.preview'> = {
  'letters.list': list,
  'letters.preview': preview,
};
