import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { done } from '../../../../shared/model/result.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { answers, foxtrot, isaac, page, renee, row } from '../graduates/foxtrot-graduates.ts';

const metOn = CivilDate.parse('2024-06-01');

/** Renée has handed in the pre-work; no one has a letter. */
const checklist: Answers = {
  ...answers,
  'graduates.list': () => done(page([renee, isaac])),
  'requirements.show': ({ participantIds }) =>
    done({
      people: participantIds.length,
      requirements: [
        {
          id: 'pre-work',
          title: 'Pre-work handed in',
          met: participantIds.includes(renee.participantId)
            ? [{ participantId: renee.participantId, metOn, note: 'by mail' }]
            : [],
        },
        { id: 'letter', title: 'Letter of recommendation', met: [] },
      ],
    }),
  'requirements.tick': () => done({ ticked: 1 }),
  'requirements.clear': () => done({ cleared: 1 }),
};

async function openForBoth(more: Answers = {}) {
  const desk = fakeDesk({ ...checklist, ...more });
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Isaac Rutledge');
  screen.getByRole('grid').focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.click(await screen.findByRole('button', { name: 'Checklist…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Checklist of 2 participants' }));
  await dialog.findByRole('checkbox', { name: 'Pre-work handed in' });
  return { desk, user, dialog };
}

const both = [renee.participantId, isaac.participantId];

test('a tick that some have ticks the rest, on the day given', async () => {
  const { desk, user, dialog } = await openForBoth();
  await expectNoBarriers();
  expect(dialog.getByText('1 of 2')).toBeTruthy();
  const box = dialog.getByRole('checkbox', { name: 'Pre-work handed in' });
  expect(box).toHaveProperty('indeterminate', true);
  const field = dialog.getByLabelText('Done on');
  await user.clear(field);
  await user.type(field, 'May 30, 2024');
  await user.click(box);
  await waitFor(() =>
    expect(desk.asked('requirements.tick')).toEqual([
      { requirementId: 'pre-work', participantIds: both, metOn: '2024-05-30' },
    ]),
  );
});

test('a list is shown before anything is ticked off: who, who is already, and what was left out', async () => {
  const { desk, user, dialog } = await openForBoth({
    'requirements.readList': () =>
      done({
        file: 'letters.csv',
        column: 'Letter',
        found: [{ participantId: isaac.participantId, name: isaac.name, metOn }],
        already: [{ participantId: renee.participantId, name: renee.name, metOn: null }],
        leftOut: ['Line 4, “Kim Stranger”: no one in the cohort by that name or e-mail address.'],
      }),
  });
  await user.click(dialog.getByRole('button', { name: 'Letter of recommendation: from a list…' }));
  const preview = within(await dialog.findByRole('region', { name: 'Letter of recommendation, from letters.csv' }));
  expect(preview.getByText('The column “Letter” of letters.csv says who has it done.')).toBeTruthy();
  expect(preview.getByText(/Kim Stranger/)).toBeTruthy();
  expect(desk.asked('requirements.tick')).toEqual([]);
  await user.click(preview.getByRole('button', { name: 'Check off 1' }));
  await waitFor(() =>
    expect(desk.asked('requirements.tick').at(-1)).toMatchObject({
      requirementId: 'letter',
      participantIds: [isaac.participantId],
      days: { [isaac.participantId]: '2024-06-01' },
      note: 'From letters.csv',
    }),
  );
});

test('where nothing is asked for, the dialog says where that is decided', async () => {
  fakeDesk({ ...checklist, 'requirements.show': () => done({ people: 1, requirements: [] }) });
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Isaac Rutledge');
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown} ');
  await user.click(await screen.findByRole('button', { name: 'Checklist…' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Checklist of / }));
  expect(await dialog.findByText(/Besides the courses, nothing is asked of this cohort/)).toBeTruthy();
});
