import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { mergedFields } from '../../../../shared/model/duplicates.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { DuplicateComparison, DuplicatePair, DuplicateSide } from '../../../../shared/views/duplicates.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { correcting, correctTheAddress, record } from '../people/record.ts';

const side = (number: number, name: string): DuplicateSide => ({
  personId: PersonId.parse(`018f0000-0000-7000-8000-00000000000${number}`),
  name,
  organization: 'Lee County Schools',
  standing: number % 2 === 0 ? 'Alpha graduate' : 'Foxtrot applicant',
});
const pairOf = (a: DuplicateSide, b: DuplicateSide): DuplicatePair => ({
  key: `${a.personId} ${b.personId}`,
  a,
  b,
  score: 75,
  band: 'likely',
  reasons: [{ outcome: 'met', sentence: 'Bob is short for Robert', seen: '', clause: '' }],
});
const cobbs = pairOf(side(1, 'Bob Cobb'), side(2, 'Robert Cobb'));
const whatleys = pairOf(side(3, 'Nadia Whatley'), side(4, 'Nadia Whatlye'));

const compared = ({ a, b, score, band, reasons }: DuplicatePair, problem: DuplicateComparison['problem'] = null) => ({
  a,
  b,
  score,
  band,
  reasons,
  fields: mergedFields.map((field) => {
    if (field === 'givenName') return { field, a: 'Bob', b: 'Robert' };
    if (field === 'email') return { field, a: 'bob@x.example', b: '' };
    return { field, a: 'Lee', b: 'Lee' };
  }),
  keep: 'b' as const,
  take: {
    givenName: 'b',
    familyName: 'b',
    certificateName: 'b',
    email: 'a',
    phone: 'b',
    jobTitle: 'b',
    organizationId: 'b',
  } as const,
  lines: ['The application to Foxtrot moves to Robert Cobb.'],
  problem,
});

function open(problem: DuplicateComparison['problem'] = null, answers: Answers = {}) {
  let pairs = [cobbs, whatleys];
  const drop = (one: PersonId) => {
    pairs = pairs.filter(({ a, b }) => a.personId !== one && b.personId !== one);
    desk.tell({ kind: 'changed', tables: ['person', 'notSamePerson'], label: 'Merged', commandId: null });
    return done(null);
  };
  const desk = fakeDesk({
    'duplicates.list': ({ search = '' }) => {
      const rows = pairs.filter(({ a }) => a.name.includes(search));
      return done({ total: rows.length, offset: 0, rows, people: 151, dismissed: 2, notes: [] });
    },
    'duplicates.compare': ({ personIds: [one] }) => {
      const pair = pairs.find(({ a }) => a.personId === one);
      return pair ? done(compared(pair, problem)) : refuse('One of these people is not on this desk any more.');
    },
    'duplicates.merge': ({ goneId }) => drop(goneId as PersonId),
    'duplicates.dismiss': ({ personIds: [one] }) => drop(one as PersonId),
    ...answers,
  });
  return { desk, opened: openApp('/duplicates') };
}

describe('Duplicates', () => {
  it('shows the first pair side by side, why, and what a merge does', async () => {
    const { opened } = open();
    await opened;
    const pair = within(await screen.findByRole('region', { name: 'Comparison of Bob Cobb and Robert Cobb' }));
    expect(screen.getByText('2 pairs among 151 people, 2 pairs marked as two people')).toBeTruthy();
    expect(pair.getByText('Probably the same person')).toBeTruthy();
    expect(pair.getByText('75 of 100')).toBeTruthy();
    expect(pair.getByText('Bob is short for Robert')).toBeTruthy();
    expect(await pair.findByText('The application to Foxtrot moves to Robert Cobb.')).toBeTruthy();
    const given = within(pair.getByRole('radiogroup', { name: 'First name' }));
    expect(given.getByRole<HTMLInputElement>('radio', { name: 'Robert' }).checked).toBe(true);
    await expectNoBarriers();
  });

  it('merges with the facts that were chosen, by keyboard, and goes on to the next pair', async () => {
    const { desk, opened } = open();
    const user = await opened;
    const bob = await screen.findByRole('radio', { name: 'Bob' });
    await user.click(bob);
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('m');
    await waitFor(() =>
      expect(desk.asked('duplicates.merge')).toEqual([
        { keptId: cobbs.b.personId, goneId: cobbs.a.personId, take: ['givenName', 'email'] },
      ]),
    );
    expect(await screen.findByRole('region', { name: 'Comparison of Nadia Whatley and Nadia Whatlye' })).toBeTruthy();
    await user.keyboard('n');
    await waitFor(() => expect(desk.asked('duplicates.dismiss')).toHaveLength(1));
    expect(await screen.findByText('No duplicates found')).toBeTruthy();
  });

  it('says why two can’t be merged, and does not try', async () => {
    const { desk, opened } = open(
      refuse('The records can’t become one.', ['Both have a certificate of Alpha.']).problem,
    );
    const user = await opened;
    expect(await screen.findByText('Both have a certificate of Alpha.')).toBeTruthy();
    await user.keyboard('m');
    expect(desk.asked('duplicates.merge')).toEqual([]);
  });

  it('shows the school system beside each name', async () => {
    const { opened } = open();
    await opened;
    const pair = within(await screen.findByRole('region', { name: 'Comparison of Bob Cobb and Robert Cobb' }));
    expect(await pair.findAllByText('Lee County Schools')).toHaveLength(2);
  });

  it('lists the pairs that were marked as two people, and takes one back by keyboard', async () => {
    const { desk, opened } = open();
    let rows = [{ key: whatleys.key, a: whatleys.a, b: whatleys.b, said: 'by Mara L. on Mon, Jun 3, 2024 at 9:12 AM' }];
    desk.answer({
      'duplicates.dismissed': () => done({ total: rows.length, offset: 0, rows }),
      'duplicates.takeBack': () => {
        rows = [];
        desk.tell({ kind: 'changed', tables: ['notSamePerson'], label: 'Took it back', commandId: null });
        return done(null);
      },
    });
    const user = await opened;
    await user.click(await screen.findByRole('radio', { name: /Marked as two people/ }));
    const pair = within(
      await screen.findByRole('region', { name: 'Nadia Whatley · Nadia Whatlye, marked as two people' }),
    );
    expect(pair.getByText('marked by Mara L. on Mon, Jun 3, 2024 at 9:12 AM')).toBeTruthy();
    expect(pair.getAllByText('Lee County Schools')).toHaveLength(2);
    await expectNoBarriers();
    (document.activeElement as HTMLElement).blur();
    await user.keyboard('b');
    expect(await screen.findByText('No pair is marked as two people')).toBeTruthy();
    expect(desk.asked('duplicates.takeBack')).toEqual([{ personIds: [whatleys.a.personId, whatleys.b.personId] }]);
  });

  it('looks again after a search that was canceled', async () => {
    const { desk, opened } = open();
    let cancelled = true;
    desk.answer({
      'duplicates.list': () =>
        cancelled
          ? refuse('Canceled: not everyone was compared. Search again to compare them all.')
          : done({ total: 0, offset: 0, rows: [], people: 151, dismissed: 0, notes: [] }),
    });
    const user = await opened;
    const again = await screen.findByRole('button', { name: /Search again/ });
    cancelled = false;
    await user.click(again);
    expect(await screen.findByText('No duplicates found')).toBeTruthy();
  });

  const nobodyTwiceAmong = (people: number) => {
    const { desk, opened } = open();
    desk.answer({ 'duplicates.list': () => done({ total: 0, offset: 0, rows: [], people, dismissed: 0, notes: [] }) });
    return opened;
  };

  it('says whom it compared, and how, where no one is here twice', async () => {
    await nobodyTwiceAmong(1_512);
    expect(await screen.findByText(/1,512 people were compared by name \(with short forms/)).toBeTruthy();
    expect(screen.getByText('0 pairs among 1,512 people')).toBeTruthy();
    await expectNoBarriers();
  });

  it.each([
    [0, 'There is no one to compare yet'],
    [1, 'There is only one person yet'],
  ])('claims no comparison among %i, but says who will be compared and brings them in', async (people, title) => {
    const user = await nobodyTwiceAmong(people);
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.queryByText(/were compared|pairs? among/)).toBeNull();
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Import…' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Import' })).toBeTruthy();
  });

  it('corrects the record of either of the two', async () => {
    const robert = record(cobbs.b.personId, 'Robert', 'Cobb');
    const { desk, opened } = open(null, correcting(robert));
    const user = await opened;
    await user.click(await screen.findByRole('button', { name: 'Correct the record of Robert Cobb' }));
    await correctTheAddress(user, desk, robert);
  });

  it('leads from either name to that person’s page', async () => {
    await open().opened;
    for (const { name, personId } of [cobbs.a, cobbs.b]) {
      const link = await screen.findByRole('link', { name });
      expect(link.getAttribute('href')).toBe(`/person/${personId}?from=%2Fduplicates`);
    }
  });
});
