import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { done } from '../../../../shared/model/result.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { answers, foxtrot, page, row, zoe } from './foxtrot-graduates.ts';

test('graduates stand with their cohort, their day and the number of their certificate', async () => {
  fakeDesk(answers);
  await openApp('/graduates');
  const first = within(await row('Zoë Lovelace'));
  expect(first.getByText('Foxtrot')).toBeTruthy();
  expect(first.getByText('Jun 3, 2024')).toBeTruthy();
  expect(first.getByText('AL-CTO-Foxtrot-001')).toBeTruthy();
  await expectNoBarriers();
});

test('certificates are printed for the cohort, or for the selection', async () => {
  const desk = fakeDesk({ ...answers, 'papers.preview': () => done(null) });
  const user = await openApp(`/graduates/${foxtrot}`);
  await row('Zoë Lovelace');
  await user.keyboard('p');
  await waitFor(() =>
    expect(desk.asked('papers.preview').at(-1)).toEqual({
      call: 'graduates.printCertificates',
      input: { cohortId: foxtrot, participantIds: 'all' },
    }),
  );
  screen.getByRole('grid').focus();
  await user.keyboard(' p');
  await waitFor(() =>
    expect(desk.asked('papers.preview').at(-1)).toEqual({
      call: 'graduates.printCertificates',
      input: { cohortId: foxtrot, participantIds: [zoe.participantId] },
    }),
  );
});

test('without a cohort and a selection nothing is printed, and the button says what to do', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/graduates');
  await row('Zoë Lovelace');
  await user.click(screen.getByRole('button', { name: /Print certificates/ }));
  expect(screen.getByRole('button', { name: /Print certificates.*Choose a cohort first/ })).toBeTruthy();
  expect(desk.asked('papers.preview')).toEqual([]);
});

test('Export exports what is on the screen', async () => {
  const desk = fakeDesk({ ...answers, 'graduates.export': () => done(null) });
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Renée McAllister');
  await user.keyboard('{Control>}e{/Control}');
  await waitFor(() =>
    expect(desk.asked('graduates.export').at(-1)).toMatchObject({
      cohortId: foxtrot,
      show: 'may-graduate',
      columns: ['name', 'certificateName', 'organization', 'cohort', 'verdict', 'attended'],
    }),
  );
});

test('an empty screen tells how graduates come about', async () => {
  fakeDesk({
    ...answers,
    'graduates.list': () => done(page([], { graduates: 0, 'may-graduate': 0, 'on-the-way': 0, 'courses-missing': 0 })),
  });
  await openApp('/graduates');
  expect(await screen.findByText('There are no participants or graduates here yet')).toBeTruthy();
  await expectNoBarriers();
});
