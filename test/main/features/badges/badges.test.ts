import { describe, expect, test } from 'vitest';
import { readBadgeCode } from '../../../../shared/model/badges.ts';
import { openTestDesk } from '../../open-desk.ts';
import { plan, seedPeople, seedPerson, startProgram } from '../../seed.ts';

async function foxtrot() {
  const desk = openTestDesk();
  const cohortId = await startProgram(desk);
  await seedPeople(desk, [
    { name: ['Ana', 'Ruiz'], organization: 'Lee County Schools', cohortId },
    { name: ['Zoë', 'Ångström'], organization: 'Hoover City Schools', cohortId },
    { name: ['Will', 'Drawn'], cohortId, status: 'withdrawn' },
  ]);
  return { desk, cohortId, whose: { of: 'cohort', cohortId } as const };
}

describe('Making badges', () => {
  test('gives everyone of a cohort who holds a place a number and a code, by last name', async () => {
    const { desk, whose } = await foxtrot();
    const before = await desk.call('badges.list', { whose });
    expect(before).toMatchObject({ title: 'Foxtrot', missing: 2 });
    expect(await desk.call('badges.make', { whose })).toEqual({ made: 2 });
    const { rows, missing } = await desk.call('badges.list', { whose });
    expect(missing).toBe(0);
    expect(rows.map(({ name, number, cohort }) => [name, number, cohort])).toEqual([
      ['Zoë Ångström', 1, 'Foxtrot'],
      ['Ana Ruiz', 2, 'Foxtrot'],
    ]);
    for (const { code } of rows) expect(readBadgeCode(code ?? '').kind).toBe('badge');
  });

  test('again changes no one’s number or code, and gives later people the next ones', async () => {
    const { desk, cohortId, whose } = await foxtrot();
    await desk.call('badges.make', { whose });
    const { rows } = await desk.call('badges.list', { whose });
    await seedPerson(desk, { name: ['Abe', 'Aaron'], cohortId });
    expect(await desk.call('badges.make', { whose })).toEqual({ made: 1 });
    expect(await desk.call('badges.make', { whose })).toEqual({ made: 0 });
    const later = await desk.call('badges.list', { whose });
    expect(later.rows.map(({ name, number }) => [name, number])).toEqual([
      ['Abe Aaron', 3],
      ['Zoë Ångström', 1],
      ['Ana Ruiz', 2],
    ]);
    expect(later.rows.slice(1)).toEqual(rows);
  });

  test('for a session makes those of everyone who is expected', async () => {
    const { desk, cohortId } = await foxtrot();
    const sessionId = await plan(desk, cohortId);
    expect(await desk.call('badges.make', { whose: { of: 'session', sessionId } })).toEqual({ made: 2 });
    const view = await desk.call('badges.list', { whose: { of: 'session', sessionId } });
    expect(view.title).toBe('Data Management and Governance on Mon, Jun 3, 2024');
    expect(view.rows).toHaveLength(2);
  });

  test('can be undone; a number that may be on a printed badge is not given again', async () => {
    const { desk, whose } = await foxtrot();
    await desk.call('badges.make', { whose });
    const history = await desk.call('history.list', { limit: 1 });
    const [last] = history.rows;
    if (!last) throw new Error('Nothing was done.');
    expect(last.label).toBe('Made 2 badges for Foxtrot');
    await desk.call('history.undo', { commandId: last.commandId });
    expect((await desk.call('badges.list', { whose })).missing).toBe(2);
    await desk.call('badges.make', { whose });
    const { rows } = await desk.call('badges.list', { whose });
    expect(rows.map(({ number }) => number)).toEqual([3, 4]);
  });

  test('for walk-ins makes numbered badges without a name', async () => {
    const { desk, whose } = await foxtrot();
    await desk.call('badges.make', { whose });
    const { badgeIds } = await desk.call('badges.makeBlank', { count: 10 });
    expect(badgeIds).toHaveLength(10);
    const blank = await desk.call('badges.list', { whose: { of: 'walk-ins', badgeIds: 'blank' } });
    expect(blank.rows.map(({ number }) => number)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(blank.rows.every(({ name }) => name === '')).toBe(true);
    const some = await desk.call('badges.list', { whose: { of: 'walk-ins', badgeIds: [...badgeIds.slice(0, 2)] } });
    expect(some.rows).toHaveLength(2);
  });

  test('of a cohort without people is refused', async () => {
    const desk = openTestDesk();
    const cohortId = await startProgram(desk);
    const refusal = await desk.refusal('badges.make', { whose: { of: 'cohort', cohortId } });
    expect(refusal.sentence).toBe('No one in Foxtrot needs a badge. Accept applicants or choose others first.');
  });
});

describe('Printing badges', () => {
  test('makes those that are missing, and prints the same number the next time', async () => {
    const { desk, whose } = await foxtrot();
    desk.answers.saveFile = `${desk.folder}/badges.pdf`;
    expect(await desk.call('badges.savePdf', { whose })).toMatchObject({ holds: '2 badges on 1 sheet', notes: [] });
    const first = await desk.call('badges.list', { whose });
    await desk.call('badges.savePdf', { whose, stock: 'avery-5395', from: 8 });
    expect(await desk.call('badges.list', { whose })).toEqual(first);
  });

  test('thought better of in the dialog makes none', async () => {
    const { desk, whose } = await foxtrot();
    expect(await desk.call('badges.savePdf', { whose })).toBeNull();
    expect((await desk.call('badges.list', { whose })).missing).toBe(2);
  });

  test('on a sheet that is longer than its page is refused before anything is made', async () => {
    const { desk, whose } = await foxtrot();
    const stock = {
      pageWidth: 8.5,
      pageHeight: 11,
      columns: 2,
      rows: 4,
      width: 4,
      height: 3,
      left: 0.25,
      top: 1,
      across: 4,
      down: 3,
    };
    const refusal = await desk.refusal('badges.savePdf', { whose, stock });
    expect(refusal.sentence).toMatch(/^The labels are longer than their page: 4 rows of 3 in/);
    const late = await desk.refusal('badges.savePdf', { whose, from: 7 });
    expect(late.sentence).toBe('A sheet has 6 labels. Start with a label from 1 to 6.');
    expect((await desk.call('badges.list', { whose })).missing).toBe(2);
  });

  test('prints the outlines of a stock alone', async () => {
    const { desk } = await foxtrot();
    desk.answers.saveFile = `${desk.folder}/outlines.pdf`;
    const written = await desk.call('badges.saveOutlines', { stock: 'avery-5390' });
    expect(written).toMatchObject({ holds: 'the outlines of the labels' });
  });
});
