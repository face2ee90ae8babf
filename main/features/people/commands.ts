import { mailAddressOf } from '../../../shared/model/mail-address.ts';
import type { Person } from '../../../shared/model/people.ts';
import { sayName } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { update } from '../../log/change.ts';
import { noSuchPerson } from './no-longer.ts';
import { sameNotes } from './open-notes.ts';

const revise: Command<'people.revise'> = (facts, { personId, ...given }) => {
  const person = facts.database.get<Person>('SELECT * FROM person WHERE id = ?', personId);
  if (!person) return refuse(noSuchPerson);
  const email = given.email ?? null;
  // Two people may have one address, and one of them corrects something else.
  const isOwn = email !== null && email === mailAddressOf(person.email ?? '');
  const other =
    email === null || isOwn
      ? undefined
      : facts.database.get<Person>('SELECT * FROM person WHERE email = ? AND id <> ?', email, personId);
  if (other) {
    return refuse(
      `${sayName(other)} already has the e-mail address ${email}. Correct that record first, or give ${sayName(person)} another address.`,
    );
  }
  const { organizationId = null } = given;
  if (organizationId !== null && !facts.database.get('SELECT id FROM organization WHERE id = ?', organizationId)) {
    return refuse('That school system no longer exists; the step that added it may have been undone. Choose another.');
  }
  const fields = {
    ...(given.givenName === undefined ? {} : { givenName: given.givenName }),
    ...(given.familyName === undefined ? {} : { familyName: given.familyName }),
    ...(given.certificateName === undefined ? {} : { certificateName: given.certificateName }),
    ...(given.email === undefined ? {} : { email }),
    ...(given.phone === undefined ? {} : { phone: phoneOf(given.phone) }),
    ...(given.organizationId === undefined ? {} : { organizationId }),
    ...(given.jobTitle === undefined ? {} : { jobTitle: orNull(given.jobTitle) }),
  };
  return {
    ok: true,
    label: `Corrected the record of ${sayName(person)}`,
    changes: [update('person', personId, fields)],
    value: null,
  };
};

/** Nothing typed is nothing known. */
const orNull = (text: string | null): string | null => text?.trim() || null;

/** Ten digits of a North American number, however it was typed; anything else as it was typed. */
function phoneOf(text: string | null): string | null {
  const digits = text?.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '') ?? '';
  return digits.length === 10 && /^[\d\s().+-]*$/.test(text ?? '') ? digits : orNull(text);
}

const settleNote: Command<'people.settleNote'> = (facts, { noteId }) => {
  const notes = sameNotes(facts, noteId);
  const [note] = notes;
  if (!note) return refuse('This note is settled already, or its import was undone. There is nothing left to do.');
  const person = facts.database.get<Person>('SELECT * FROM person WHERE id = ?', note.personId);
  return {
    ok: true,
    label: `Looked at an import’s note on ${person ? sayName(person) : 'someone'}`,
    changes: notes.map(({ id }) => update('importNote', id, { settledAt: facts.now })),
    value: null,
  };
};

export const peopleCommands: Pick<Handlers, 'people.revise' | 'people.settleNote'> = {
  'people.revise': revise,
  'people.settleNote': settleNote,
};
