import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { done } from '../../../../shared/model/result.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { openApp } from '../../open-app.tsx';
import { answers, detail, foxtrot, page, row, zoe } from '../graduates/foxtrot-graduates.ts';

const openGraduates = async () => {
  const desk = fakeDesk({
    ...answers,
    'graduates.list': () => done(page([zoe])),
    'graduates.show': () => done(detail(zoe)),
    'credentials.save': () => done({ file: '/home/lead/badges.zip', holds: '1 digital badge', notes: [] }),
    'credentials.saveStatusLists': () => done({ file: '/home/lead/status.json', holds: '1 status list', notes: [] }),
  });
  const user = await openApp(`/graduates/${foxtrot}?show=graduates`);
  await row('Zoë Lovelace');
  return { desk, user };
};

test('a cohort’s badges, and the list that says which were revoked, are saved from the menu', async () => {
  const { desk, user } = await openGraduates();
  await user.click(screen.getByRole('button', { name: 'Tools…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Digital badges…' }));
  await waitFor(() => expect(desk.asked('credentials.save')).toEqual([{ cohortId: foxtrot, participantIds: 'all' }]));
  await user.click(screen.getByRole('button', { name: 'Tools…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Status list of the badges…' }));
  await waitFor(() => expect(desk.asked('credentials.saveStatusLists')).toEqual([{}]));
});

test('one graduate’s badge is saved from the inspector', async () => {
  const { desk, user } = await openGraduates();
  await user.click(await row('Zoë Lovelace'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Zoë Lovelace' }));
  await user.click(inspector.getByRole('button', { name: 'More…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Digital badge…' }));
  await waitFor(() =>
    expect(desk.asked('credentials.save')).toEqual([{ cohortId: foxtrot, participantIds: [zoe.participantId] }]),
  );
});
