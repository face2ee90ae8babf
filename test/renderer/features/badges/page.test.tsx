import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { openBadges } from '../../../../renderer/features/badges/store.ts';
import { openSchedule, openSignInSheets } from '../../../../renderer/features/papers/store.ts';
import { BadgeId, PersonId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { BadgeRow } from '../../../../shared/views/badges.ts';
import { type Answers, type FakeDesk, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { foxtrot, uuid, year } from '../cohorts/a-cohort.ts';

const paper = {
  paperId: uuid(900),
  title: 'Badges of Foxtrot',
  holds: '2 badges on 1 sheet',
  notes: [],
  pages: 1,
  width: 612,
  height: 792,
};
const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="612pt" height="792pt"/>';

const badge = (number: number | null, name: string): BadgeRow => ({
  personId: PersonId.parse(uuid(500 + (number ?? 99))),
  name,
  organization: 'Lee County Schools',
  cohort: 'Foxtrot',
  badgeId: number === null ? null : BadgeId.parse(uuid(600 + number)),
  number,
  code: number === null ? null : 'CDBAB5WFNXGF6',
});

const aDesk = (more: Answers = {}): FakeDesk =>
  fakeDesk({
    'desk.leads': () => refuse('Not in this test.'),
    'history.list': () => refuse('Not in this test.'),
    'cohorts.list': () =>
      done({ cohorts: [foxtrot], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7_500) } }),
    'attendance.sessions': () => done(year.sessions),
    'badges.list': () => done({ title: 'Foxtrot', rows: [badge(1, 'Ana Li'), badge(null, 'Zoë Diaz')], missing: 1 }),
    'badges.makeBlank': () => done({ badgeIds: [BadgeId.parse(uuid(700)), BadgeId.parse(uuid(701))] }),
    'papers.preview': () => done(paper),
    'papers.pages': ({ from }) => done({ from, pages: [svg] }),
    'papers.close': () => done(null),
    ...more,
  });

const ask = async (open: () => void, name: string) => {
  const user = await openApp('/history');
  open();
  const dialog = await screen.findByRole('dialog', { name });
  return { user, dialog: within(dialog) };
};

beforeEach(() => localStorage.clear());

describe('The question how to print badges', () => {
  const whose = { of: 'cohort', cohortId: foxtrot.id } as const;

  test('says who gets a number now, draws the sheet, and prints through the preview', async () => {
    const desk = aDesk();
    const { user, dialog } = await ask(() => openBadges(whose), 'Print badges');
    await dialog.findByText('2 badges. 1 gets its number and code now; they keep them.');
    expect(dialog.getByRole('img', { name: '2 on the first sheet, from label 1; 1 sheet.' })).toBeTruthy();
    await expectNoBarriers();
    await user.clear(dialog.getByLabelText('Begin with label'));
    await user.type(dialog.getByLabelText('Begin with label'), '6');
    expect(dialog.getByRole('img', { name: '1 on the first sheet, from label 6; 2 sheets.' })).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Print…' }));
    await screen.findByRole('dialog', { name: 'Badges of Foxtrot' });
    expect(desk.asked('papers.preview')).toEqual([
      {
        call: 'badges.savePdf',
        input: { whose, from: 6, stock: 'avery-5392', names: 'given-first', outlines: false },
      },
    ]);
    expect(screen.queryByRole('dialog', { name: 'Print badges' })).toBeNull();
  });

  test('makes blank badges for walk-ins before it prints them', async () => {
    const desk = aDesk();
    const { user, dialog } = await ask(() => openBadges(), 'Print badges');
    await user.selectOptions(await dialog.findByLabelText('For'), 'Walk-ins: new blank badges');
    await user.clear(dialog.getByLabelText('How many'));
    await user.type(dialog.getByLabelText('How many'), '2');
    await user.click(dialog.getByRole('button', { name: 'Print…' }));
    await waitFor(() => expect(desk.asked('badges.makeBlank')).toEqual([{ count: 2 }]));
    await waitFor(() =>
      expect(desk.asked('papers.preview')).toMatchObject([
        { input: { whose: { of: 'walk-ins', badgeIds: [uuid(700), uuid(701)] } } },
      ]),
    );
  });

  test('refuses a sheet of one’s own measures that is longer than its page, and remembers a good one', async () => {
    aDesk();
    const { user, dialog } = await ask(() => openBadges(whose), 'Print badges');
    await user.selectOptions(dialog.getByLabelText('Labels'), 'Other labels, by size');
    await user.clear(dialog.getByLabelText('Labels down'));
    await user.type(dialog.getByLabelText('Labels down'), '4');
    expect((await dialog.findByRole('alert')).textContent).toMatch(
      /^The labels are longer than their page: 4 rows of 3 in/,
    );
    expect(dialog.getByRole('button', { name: /^Print…/ }).getAttribute('aria-disabled')).toBe('true');
    await user.clear(dialog.getByLabelText('Label length'));
    await user.type(dialog.getByLabelText('Label length'), '2.5');
    await user.clear(dialog.getByLabelText('From label to label, down'));
    await user.type(dialog.getByLabelText('From label to label, down'), '2.5');
    expect(dialog.queryByRole('alert')).toBeNull();
    expect(localStorage.getItem('badges:stock')).toContain('"rows":4');
    await expectNoBarriers();
  });
});

test('sign-in sheets are printed for the sessions that are ticked', async () => {
  const desk = aDesk();
  const [session] = year.sessions;
  if (!session) throw new Error('No session.');
  const { user, dialog } = await ask(() => openSignInSheets([session.id]), 'Print sign-in sheets');
  const ticked = await dialog.findByRole('checkbox', { name: new RegExp(session.title) });
  expect(ticked).toHaveProperty('checked', true);
  await expectNoBarriers();
  await user.click(ticked);
  expect(dialog.getByRole('button', { name: /^Print…/ }).getAttribute('aria-disabled')).toBe('true');
  await user.click(ticked);
  await user.click(dialog.getByRole('button', { name: /^Print…/ }));
  await waitFor(() =>
    expect(desk.asked('papers.preview')).toEqual([
      { call: 'papers.signInSheets', input: { sessionIds: [session.id], blank: 6 } },
    ]),
  );
});

test('the schedule of the year is printed for the cohorts that are ticked', async () => {
  const desk = aDesk();
  const { user, dialog } = await ask(() => openSchedule([foxtrot.id]), 'Print the schedule');
  await dialog.findByRole('checkbox', { name: 'Foxtrot' });
  await expectNoBarriers();
  await user.click(dialog.getByRole('button', { name: /^Print…/ }));
  await waitFor(() =>
    expect(desk.asked('papers.preview')).toEqual([{ call: 'papers.schedule', input: { cohortIds: [foxtrot.id] } }]),
  );
});
