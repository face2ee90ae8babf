import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Instant } from '../../../../shared/model/dates.ts';
import { NoteId, type NoteSubject } from '../../../../shared/model/notes.ts';
import { done } from '../../../../shared/model/result.ts';
import type { NoteView } from '../../../../shared/views/notes.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { sessionId, view } from '../attendance/door.tsx';
import { cohortAnswers, foxtrot, uuid } from '../cohorts/a-cohort.ts';

const note: NoteView = {
  noteId: NoteId.parse(uuid(70)),
  text: 'The projector is in the closet.',
  at: Instant.parse('2024-06-03T14:00:00.000Z'),
  who: 'Mara Lindqvist',
  changed: null,
};
const session = view({ people: [] });

/** A cohort and a session, of which each has a note. */
const subjects: readonly (readonly [string, string, NoteSubject, string])[] = [
  ['cohort', `/cohorts/${foxtrot.id}`, { cohortId: foxtrot.id }, 'Notes on Foxtrot'],
  ['session', `/attendance/${sessionId}`, { sessionId }, `Notes on ${session.session.title}`],
];

test.each(subjects)(
  'the toolbar of a %s counts its notes, opens them by keys, and takes another',
  async (_, path, about, title) => {
    const desk = fakeDesk({
      ...cohortAnswers,
      'attendance.session': () => done(session),
      'notes.list': () => done([note]),
      'notes.add': () => done({ noteId: note.noteId }),
    });
    const user = await openApp(path);
    expect((await screen.findByRole('button', { name: 'Notes (1)' })).title).toBe(`${title} (Shift+N)`);
    expect(desk.asked('notes.list')).toContainEqual({ about });
    await user.keyboard('{Shift>}n{/Shift}');
    const dialog = within(await screen.findByRole('dialog', { name: title }));
    expect(await dialog.findByText('The projector is in the closet.')).toBeTruthy();
    await expectNoBarriers();
    await user.click(dialog.getByRole('button', { name: 'Write a note' }));
    await user.type(await dialog.findByRole('textbox', { name: 'New note' }), 'Bring a cable.');
    await user.click(dialog.getByRole('button', { name: 'Save note' }));
    await waitFor(() => expect(desk.asked('notes.add')).toEqual([{ about, text: 'Bring a cable.' }]));
    await waitFor(() => expect(dialog.queryByRole('textbox', { name: 'New note' })).toBeNull());
    await user.click(dialog.getByRole('button', { name: /^Close/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  },
);
