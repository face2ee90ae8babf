import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { done, refuse } from '../../../../shared/model/result.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { openApp } from '../../open-app.tsx';
import { answers, detail, foxtrot, isaac, page, renee, row, short } from './foxtrot-graduates.ts';

test('G shows who graduates, who does not and why, and graduates exactly those, on the day given', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Renée McAllister');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate Foxtrot?' }));
  const ready = within(await dialog.findByRole('region', { name: 'Who graduates' }));
  expect(ready.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Renée McAllister',
    'Isaac Rutledge',
  ]);
  const held = within(dialog.getByRole('region', { name: 'Who doesn’t graduate' }));
  expect(held.getByText('Can’t finish with this cohort: IT Management is missing.')).toBeTruthy();
  expect(dialog.getByText('1 has graduated already: nothing changes.')).toBeTruthy();
  const field = dialog.getByLabelText('Graduated on');
  await user.clear(field);
  await user.type(field, 'Jun 3, 2024');
  await user.click(dialog.getByRole('button', { name: 'Graduate 2' }));
  await waitFor(() =>
    expect(desk.asked('graduates.graduate')).toEqual([
      {
        cohortId: foxtrot,
        participantIds: [renee.participantId, isaac.participantId],
        graduatedOn: '2024-06-03',
        overruleReason: null,
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a tick graduates someone of the others anyway, with a reason', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Renée McAllister');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate Foxtrot?' }));
  await user.click(await dialog.findByRole('checkbox', { name: 'Cy Short' }));
  await user.type(dialog.getByLabelText('Why they graduate anyway'), 'Taught it in Golf');
  await user.click(dialog.getByRole('button', { name: 'Graduate 3' }));
  await waitFor(() =>
    expect(desk.asked('graduates.graduate').at(-1)).toMatchObject({
      participantIds: [renee.participantId, isaac.participantId, short.participantId],
      overruleReason: 'Taught it in Golf',
    }),
  );
});

test('a double click graduates once', async () => {
  let answer = () => {};
  const desk = fakeDesk({
    ...answers,
    'graduates.graduate': () => new Promise((resolve) => (answer = () => resolve(done({ graduated: 2 })))),
  });
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Renée McAllister');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate Foxtrot?' }));
  await user.dblClick(await dialog.findByRole('button', { name: 'Graduate 2' }));
  expect(desk.asked('graduates.graduate')).toHaveLength(1);
  answer();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a selection graduates by name', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/graduates?show=may-graduate');
  await row('Isaac Rutledge');
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown} ');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate Isaac Rutledge of Foxtrot?' }));
  await user.click(await dialog.findByRole('button', { name: 'Graduate 1' }));
  await waitFor(() =>
    expect(desk.asked('graduates.graduate').at(-1)).toMatchObject({ participantIds: [isaac.participantId] }),
  );
});

test('a refusal stays in the dialog and names everyone’s missing courses', async () => {
  fakeDesk({
    ...answers,
    'graduates.graduate': () =>
      refuse('1 of these 2 can’t graduate: a certificate needs every course.', [
        'Isaac Rutledge: Missed IT Management on Thu, May 23, 2024',
      ]),
  });
  const user = await openApp(`/graduates/${foxtrot}`);
  await row('Zoë Lovelace');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(await dialog.findByRole('button', { name: 'Graduate 2' }));
  const said = (await dialog.findByRole('alert')).textContent;
  expect(said).toContain('a certificate needs every course');
  expect(said).toContain('Isaac Rutledge: Missed IT Management');
});

test('who misses a course is graduated only with a reason, after it was said course by course', async () => {
  const desk = fakeDesk({
    ...answers,
    'graduates.list': () => done(page([short])),
    'graduates.show': () => done(detail(short)),
  });
  const user = await openApp(`/graduates/${foxtrot}?show=courses-missing`);
  await user.click(await row('Cy Short'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Cy Short' }));
  expect(inspector.getByText('Attended Teaching and Learning on Mon, May 20, 2024')).toBeTruthy();
  expect(inspector.getByText('Missed IT Management on Thu, May 23, 2024')).toBeTruthy();
  await user.click(inspector.getByRole('button', { name: 'Graduate anyway…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate Cy Short of Foxtrot?' }));
  expect(await dialog.findByText(/^The rule requires more: IT Management\./)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Graduate anyway' }));
  expect(dialog.getByText('Enter a reason (three letters or more).')).toBeTruthy();
  expect(desk.asked('graduates.graduate')).toEqual([]);
  await user.type(dialog.getByLabelText('Why they graduate anyway'), 'Taught it in Golf');
  await user.click(dialog.getByRole('button', { name: 'Graduate anyway' }));
  await waitFor(() =>
    expect(desk.asked('graduates.graduate').at(-1)).toMatchObject({
      participantIds: [short.participantId],
      overruleReason: 'Taught it in Golf',
    }),
  );
});
