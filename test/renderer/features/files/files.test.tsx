import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FileKey } from '../../../../shared/model/backups.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { BackupView } from '../../../../shared/views/files.ts';
import { aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const at = Instant.parse('2024-10-20T19:00:00.000Z');
const key = FileKey.parse('0123456789abcdef');
const backup: BackupView = {
  key,
  name: 'AL-CTO backup.db',
  folder: '/media/stick',
  openName: 'program.db',
  keptAs: 'program before restoring 2024-10-21.db',
  holds: {
    program: 'AL-CTO',
    people: 151,
    cohorts: 6,
    graduates: 89,
    commands: 40,
    last: { label: 'Added cohort Echo', at, who: 'Mara Lindqvist' },
    madeAt: at,
    isSameProgram: true,
    lost: 203,
    lostCommands: [
      { label: 'Accepted 26 applicants', at, who: null },
      { label: 'Added cohort Foxtrot', at, who: null },
    ],
    gained: 0,
  },
};

const aDesk = (view: BackupView = backup) =>
  fakeDesk({
    'today.show': () => done({ today: aStatus.today, session: null, steps: [], recent: [] }),
    'cohorts.list': () => refuse('Not in this test.'),
    'people.search': () => done([]),
    'files.lookAtBackup': () => done(view),
    'files.restore': () => done(null),
    'files.openBeside': () => done(null),
    'files.recent': () =>
      done([
        { key, name: 'program.db', folder: '/home/lead', openedAt: at, isThere: true, isOpen: true },
        { key, name: 'gone.db', folder: '/media/stick', openedAt: at, isThere: false, isOpen: false },
      ]),
  });

describe('Restoring', () => {
  it('shows what the backup holds and what would be lost, before anything is replaced', async () => {
    const desk = aDesk();
    await openApp();
    await act(async () => desk.tell({ kind: 'menu', command: 'restore' }));
    const question = within(await screen.findByRole('dialog', { name: 'Restore a backup?' }));
    expect(question.getByText('151 people, 6 cohorts, 89 graduates, 40 changes')).toBeTruthy();
    expect(question.getByText('“program.db” has 203 changes that the backup doesn’t have:')).toBeTruthy();
    expect(question.getByText('And 201 more.')).toBeTruthy();
    await expectNoBarriers();
    fireEvent.click(question.getByRole('button', { name: 'Replace “program.db”' }));
    expect(desk.asked('files.restore')).toEqual([{ key }]);
  });

  it('of another program is only opened beside, and says why', async () => {
    const desk = aDesk({ ...backup, holds: { ...backup.holds, isSameProgram: false } });
    await openApp();
    await act(async () => desk.tell({ kind: 'menu', command: 'restore' }));
    const question = within(await screen.findByRole('dialog', { name: 'Restore a backup?' }));
    const replace = question.getByRole('button', { name: /^Replace/ });
    expect(replace.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(replace);
    expect(desk.asked('files.restore')).toEqual([]);
    fireEvent.click(question.getByRole('button', { name: 'Open a copy beside' }));
    expect(desk.asked('files.openBeside')).toEqual([{ key }]);
  });
});

it('Open recent says which file isn’t there', async () => {
  const desk = aDesk();
  await openApp();
  await act(async () => desk.tell({ kind: 'menu', command: 'open-recent' }));
  const list = within(await screen.findByRole('dialog', { name: 'Open recent' }));
  expect(list.getByText('/media/stick · Isn’t there now')).toBeTruthy();
  expect(list.getByText('/home/lead · Open now')).toBeTruthy();
  await expectNoBarriers();
});

it('what was refused outside the page is said in it', async () => {
  const desk = aDesk();
  await openApp();
  await act(async () => desk.tell({ kind: 'refused', problem: { sentence: '“x.db” is damaged.', reasons: [] } }));
  expect(screen.getByText('“x.db” is damaged.')).toBeTruthy();
});
