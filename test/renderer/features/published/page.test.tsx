import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { CohortId, ParticipantId, PersonId } from '../../../../shared/model/ids.ts';
import { done } from '../../../../shared/model/result.ts';
import type { PublishedRow } from '../../../../shared/views/published.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const graduate = (number: number, name: string, facts: Partial<PublishedRow> = {}): PublishedRow => ({
  participantId: ParticipantId.parse(uuid(200 + number)),
  personId: PersonId.parse(uuid(300 + number)),
  name,
  organization: 'Lee County Schools',
  cohortId: CohortId.parse(uuid(1)),
  cohort: 'Foxtrot',
  graduatedOn: CivilDate.parse('2024-06-03'),
  leftOff: null,
  reason: null,
  ...facts,
});
const zoe = graduate(1, 'Zoë Adams, Ed.D.');
const amy = graduate(2, 'Amy Zimmer');
const cy = graduate(3, 'Cy Short', { leftOff: 'by-choice', reason: 'Asked not to be listed' });

const answers: Answers = {
  'published.list': ({ show }) => {
    const rows = show === 'left-off' ? [cy] : [zoe, amy];
    return done({ total: rows.length, offset: 0, rows, counts: { listed: 2, 'left-off': 1 }, cohorts: 1 });
  },
  'published.leaveOff': () => done({ leftOff: 1 }),
  'published.putBack': () => done({ putBack: 1 }),
  'published.savePage': () => done(null),
};

test('the list is as on the web site; someone is left off with a reason that is kept', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/published');
  await user.click(await screen.findByRole('row', { name: /Amy Zimmer/ }));
  const inspector = within(await screen.findByRole('complementary', { name: 'Amy Zimmer' }));
  await expectNoBarriers();
  await user.click(inspector.getByRole('button', { name: 'Leave off…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Leave Amy Zimmer off the published list?' }));
  await user.type(dialog.getByRole('textbox'), 'Asked not to be listed');
  await user.click(dialog.getByRole('button', { name: 'Leave off' }));
  await waitFor(() =>
    expect(desk.asked('published.leaveOff')).toEqual([{ personIds: [amy.personId], reason: 'Asked not to be listed' }]),
  );
});

test('who is left off shows with the reason, and is put back', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/published?show=left-off');
  await user.click(await screen.findByRole('row', { name: /Cy Short.*Asked not to be listed/ }));
  const inspector = within(await screen.findByRole('complementary', { name: 'Cy Short' }));
  await user.click(inspector.getByRole('button', { name: 'Put back' }));
  await waitFor(() => expect(desk.asked('published.putBack')).toEqual([{ personIds: [cy.personId] }]));
});

test('W writes the web page', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/published');
  await screen.findByRole('row', { name: /Amy Zimmer/ });
  await user.keyboard('w');
  await waitFor(() => expect(desk.asked('published.savePage')).toEqual([{}]));
});
