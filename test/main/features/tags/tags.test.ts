import { beforeEach, describe, expect, test } from 'vitest';
import type { CohortId, PersonId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let beau: PersonId;
let zoe: PersonId;
let ana: PersonId;
let foxtrot: CohortId;
let alpha: CohortId;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const [one, other] = [
    seed.cohort('Foxtrot', { startsOn: day('2024-10-16') }),
    seed.cohort('Alpha', { status: 'finished' }),
  ];
  seed.year(one, ['2024-10-16']);
  beau = seed.participant(one, 'Beau Miller').personId;
  zoe = seed.participant(one, 'Zoë Adams').personId;
  const graduates = ['Ana Alvarez', 'Ben Cobb'].map((name) => seed.graduate(other, name, '2019-06-30').personId);
  await seed.write(desk);
  const [first] = graduates;
  if (!first) throw new Error('No one graduated.');
  ana = first;
  foxtrot = one.id;
  alpha = other.id;
});

const tags = async () => (await desk.call('tags.list', {})).map(({ name, people }) => [name, people]);

describe('A tag', () => {
  test('is added by the first who gets it, and given to many at once', async () => {
    await desk.call('tags.give', { personIds: [beau], name: '  Guest   speaker ' });
    expect(await desk.call('tags.give', { personIds: [beau, zoe, ana], name: 'guest speaker' })).toMatchObject({
      people: 2,
    });
    expect(await tags()).toEqual([['Guest speaker', 3]]);
    expect((await desk.call('history.list', {})).rows[0]?.label).toBe('Tagged 2 people “Guest speaker”');
    await desk.call('history.undo', {});
    await desk.call('history.undo', {});
    expect(await tags()).toEqual([]);
  });

  test.each(['', '   ', '…', '“”', '\n'])('of nothing, such as %j, is refused with a sentence', async (name) => {
    const { tagId } = await desk.call('tags.give', { personIds: [beau], name: 'Mentor' });
    for (const problem of [
      await desk.refusal('tags.give', { personIds: [beau], name }),
      await desk.refusal('tags.rename', { tagId, name }),
    ]) {
      expect(problem.sentence).toMatch(/^A tag needs a name with at least one letter or digit/);
    }
    expect(await tags()).toEqual([['Mentor', 1]]);
  });

  test('that is too long is refused, and says how long it may be', async () => {
    expect((await desk.refusal('tags.give', { personIds: [beau], name: 'a'.repeat(41) })).sentence).toMatch(
      /^A tag may have 40 characters, and this one has 41\./,
    );
  });

  test('is taken off those who have it alone', async () => {
    const { tagId } = await desk.call('tags.give', { personIds: [beau, zoe], name: 'Mentor' });
    expect(await desk.call('tags.take', { personIds: [beau, ana], tagId })).toEqual({ people: 1 });
    expect(await tags()).toEqual([['Mentor', 1]]);
  });

  test('is renamed for everyone, but not to the name of another', async () => {
    const { tagId } = await desk.call('tags.give', { personIds: [beau, zoe], name: 'Mentor' });
    await desk.call('tags.give', { personIds: [ana], name: 'Board' });
    expect((await desk.refusal('tags.rename', { tagId, name: 'BOARD' })).sentence).toMatch(
      /^Another tag is named “Board”\./,
    );
    await desk.call('tags.rename', { tagId, name: 'Coach' });
    expect(await tags()).toEqual([
      ['Board', 1],
      ['Coach', 2],
    ]);
  });

  test('is deleted with all who have it, and comes back with them', async () => {
    const { tagId } = await desk.call('tags.give', { personIds: [beau, zoe], name: 'Mentor' });
    await desk.call('tags.delete', { tagId });
    expect(await tags()).toEqual([]);
    expect((await desk.refusal('tags.delete', { tagId })).sentence).toMatch(/^That tag was deleted, or/);
    await desk.call('history.undo', {});
    expect(await tags()).toEqual([['Mentor', 2]]);
  });
});

describe('A list that is narrowed to a tag', () => {
  const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name).sort();

  test('shows only people who have it, wherever people are listed, and counts them', async () => {
    const { tagId } = await desk.call('tags.give', { personIds: [zoe, ana], name: 'Mentor' });
    const lists = await Promise.all([
      desk.call('fees.list', { tagId }),
      desk.call('progress.list', { cohortId: foxtrot, tagId }),
      desk.call('cohorts.participants', { cohortId: foxtrot, tagId }),
      desk.call('graduates.list', { tagId }),
      desk.call('graduates.list', { cohortId: alpha, tagId }),
      desk.call('graduates.list', { tagId, sort: { by: 'name', direction: 'up' } }),
      desk.call('recertification.list', { show: 'everyone', tagId }),
      desk.call('recertification.list', { show: 'everyone', tagId, cohortId: alpha, search: 'alva' }),
      desk.call('recertification.list', { show: 'everyone', tagId, sort: { by: 'name', direction: 'down' } }),
      desk.call('recertification.list', { show: 'everyone', tagId, sort: { by: 'cohort', direction: 'up' } }),
    ]);
    const whom = [['Zoë Adams'], ['Zoë Adams'], ['Zoë Adams'], ...Array.from({ length: 7 }, () => ['Ana Alvarez'])];
    expect(lists.map(({ rows }) => names(rows))).toEqual(whom);
    expect(lists.map(({ total }) => total)).toEqual(whom.map(({ length }) => length));
  });

  test('shows no one once the tag is gone from everyone, and everyone without one', async () => {
    const { tagId } = await desk.call('tags.give', { personIds: [zoe], name: 'Mentor' });
    await desk.call('tags.take', { personIds: [zoe], tagId });
    expect(await desk.call('fees.list', { tagId })).toMatchObject({ total: 0, rows: [] });
    expect((await desk.call('fees.list', {})).total).toBe(2);
  });

  test('is exported as it is on the screen', async () => {
    const { tagId } = await desk.call('tags.give', { personIds: [zoe], name: 'Mentor' });
    desk.answers.saveFile = `${desk.folder}/fees.csv`;
    expect(await desk.call('fees.export', { tagId, columns: ['name'], format: 'csv' })).toMatchObject({
      holds: '1 row',
    });
  });
});
