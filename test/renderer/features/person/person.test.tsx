import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import { NoteId } from '../../../../shared/model/notes.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import { TagId } from '../../../../shared/model/tags.ts';
import type { PersonPage } from '../../../../shared/views/person.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const personId = PersonId.parse('00000000-0000-7000-8000-000000000001');
const mentor = { tagId: TagId.parse('00000000-0000-5000-8000-000000000002'), name: 'Mentor' };
const page: PersonPage = {
  person: {
    personId,
    name: 'Renée McAllister',
    givenName: 'Renée',
    familyName: 'McAllister',
    certificateName: null,
    email: 'renee@example.org',
    phone: null,
    jobTitle: 'Technology Director',
    organizationId: null,
    organization: 'Marengo County Schools',
    cohorts: [],
  },
  isMerged: false,
  tags: [mentor],
  applications: [],
  places: [],
  letters: [],
  notes: [],
  timeline: [
    {
      on: CivilDate.parse('2024-10-21'),
      at: 'Oct 21, 2024, 8:02 AM',
      sentence: 'Checked in to Law',
      who: 'Mara Lindqvist',
    },
  ],
};
const note = {
  noteId: NoteId.parse('00000000-0000-7000-8000-000000000003'),
  text: 'Speaks in June.',
  at: Instant.parse('2024-06-03T14:00:00.000Z'),
  who: 'Mara Lindqvist',
  changed: null,
};

const open = (answers: Answers = {}) => {
  const desk = fakeDesk({
    'cohorts.list': () => done({ cohorts: [], nextName: 'Foxtrot', defaults: { seats: 30, fee: 7_500 } } as never),
    'person.show': () => done(page),
    'notes.list': () => done([note]),
    'tags.list': () => done([{ ...mentor, people: 3 }]),
    'people.show': () => done(page.person),
    'organizations.list': () => done({ total: 0, offset: 0, rows: [] } as never),
    'today.show': () => refuse('Nothing today.'),
    ...answers,
  });
  return { desk, user: openApp(`/person/${personId}`) };
};

describe('A person’s page', () => {
  it('shows contact, tags, notes, and the timeline, and bars no one', async () => {
    await open().user;
    expect(await screen.findByRole('heading', { level: 1, name: 'Renée McAllister' })).toBeTruthy();
    expect(screen.getByText('renee@example.org')).toBeTruthy();
    expect(within(screen.getByRole('list', { name: 'Tags' })).getByText('Mentor')).toBeTruthy();
    expect(await screen.findByText('Speaks in June.')).toBeTruthy();
    expect(screen.getByText('Checked in to Law')).toBeTruthy();
    await expectNoBarriers();
  });

  it('writes a note by keys alone; a refusal stays beside what was typed', async () => {
    const { desk, user } = open({
      'notes.add': ({ text }) => (text === '' ? refuse('The note is empty.') : done({ noteId: note.noteId })),
    });
    const keys = await user;
    await screen.findByText('Speaks in June.');
    await keys.keyboard('n');
    const field = await screen.findByRole('textbox', { name: 'New note' });
    await waitFor(() => expect(document.activeElement).toBe(field));
    await keys.keyboard('{Tab}{Enter}');
    expect(await screen.findByText('The note is empty.')).toBeTruthy();
    await keys.click(field);
    await keys.keyboard('Called.{Tab}{Enter}');
    await waitFor(() => expect(desk.asked('notes.add').at(-1)).toEqual({ about: { personId }, text: 'Called.' }));
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'New note' })).toBeNull());
  });

  it('gives a tag by keys, and takes one off', async () => {
    const { desk, user } = open({
      'tags.give': () => done({ tagId: mentor.tagId, people: 1 }),
      'tags.take': () => done({ people: 1 }),
    });
    const keys = await user;
    await screen.findByText('Speaks in June.');
    await keys.keyboard('{Shift>}t{/Shift}');
    const dialog = await screen.findByRole('dialog', { name: 'Tags of Renée McAllister' });
    await keys.keyboard('Speaker{Enter}');
    await waitFor(() => expect(desk.asked('tags.give')).toEqual([{ personIds: [personId], name: 'Speaker' }]));
    await expectNoBarriers();
    await keys.click(within(dialog).getByRole('button', { name: 'Done' }));
    await keys.click(await screen.findByRole('button', { name: 'Take off the tag Mentor' }));
    await waitFor(() => expect(desk.asked('tags.take')).toEqual([{ personIds: [personId], tagId: mentor.tagId }]));
  });

  it('of someone who is gone says so', async () => {
    await open({ 'person.show': () => refuse('That person is no longer on record.') }).user;
    expect(await screen.findByText('That person is no longer on record.')).toBeTruthy();
    await expectNoBarriers();
  });
});
