import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];
const checklist = [
  { id: 'pre-work', title: 'Pre-work handed in' },
  { id: 'letter', title: 'Letter of recommendation' },
];

let desk: TestDesk;
let foxtrot: Cohort;
let zoe: Participant;
let amy: Participant;

/** Adopts what graduates need besides the courses, from a day on. */
async function ask(graduation: Partial<Policy['graduation']>, effectiveOn = '2023-10-01'): Promise<void> {
  const shown = await desk.call('program.show', {});
  if (!shown) throw new Error('No program');
  const policy = { ...shown.policy, graduation: { ...shown.policy.graduation, ...graduation } };
  await desk.call('program.revise', { policy, effectiveOn: day(effectiveOn), note: 'The board decided' });
}

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  const sessions = seed.year(foxtrot, year);
  zoe = seed.participant(foxtrot, seed.person('Zoë Adams', { email: 'zoe@example.org' }));
  amy = seed.participant(foxtrot, seed.person('Amy Zimmer', { email: 'amy@example.org' }));
  for (const session of sessions) for (const who of [zoe, amy]) seed.checkIn(session, who);
  await seed.write(desk);
});

const counts = async () => (await desk.call('graduates.list', { cohortId: foxtrot.id })).counts;
const tick = (requirementId: string, ...people: readonly Participant[]) =>
  desk.call('requirements.tick', {
    requirementId,
    participantIds: people.map(({ id }) => id),
    metOn: day('2024-05-30'),
  });

describe('The checklist', () => {
  test('is asked of cohorts that begin under it, not of one that has begun', async () => {
    await ask({ requirements: checklist }, '2024-06-03');
    expect(await counts()).toMatchObject({ 'may-graduate': 2, 'requirements-missing': 0 });
    const refused = await desk.refusal('requirements.tick', {
      requirementId: 'pre-work',
      participantIds: [zoe.id],
      metOn: day('2024-05-30'),
    });
    expect(refused.sentence).toContain('a cohort keeps the policy that it began with');
  });

  test('is ticked off one by one and in bulk, and holds people back until it is', async () => {
    await ask({ requirements: checklist });
    expect(await counts()).toMatchObject({ 'may-graduate': 0, 'requirements-missing': 2 });
    const [held] = (await desk.call('graduates.list', { cohortId: foxtrot.id, show: 'requirements-missing' })).rows;
    expect(held?.missing).toBe('Pre-work handed in, Letter of recommendation');
    await tick('pre-work', zoe, amy);
    await tick('letter', zoe);
    expect(await counts()).toMatchObject({ 'may-graduate': 1, 'requirements-missing': 1 });
    const { graduation, history } = await desk.call('graduates.show', { participantId: zoe.id });
    expect(graduation.reasons.at(-1)?.sentence).toBe('Letter of recommendation: done on Thu, May 30, 2024');
    expect(history.map(({ sentence }) => sentence)).toContain('“Letter of recommendation” done on May 30, 2024');
    // One undo takes the bulk back, and Today says that someone waits.
    await desk.call('history.undo', {});
    await desk.call('history.undo', {});
    expect(await counts()).toMatchObject({ 'may-graduate': 0, 'requirements-missing': 2 });
    const { steps } = await desk.call('today.show', {});
    expect(steps.map(({ sentence }) => sentence)).toContain(
      '2 participants of Foxtrot have every course, and a requirement is still open',
    );
  });

  test('ticks only who is not ticked yet, and says so when everyone is', async () => {
    await ask({ requirements: checklist });
    await tick('letter', zoe);
    expect(await tick('letter', zoe, amy)).toEqual({ ticked: 1 });
    const again = { requirementId: 'letter', participantIds: [zoe.id, amy.id], metOn: day('2024-06-01') };
    expect((await desk.refusal('requirements.tick', again)).sentence).toBe(
      'Letter of recommendation is checked off already for all of these.',
    );
    const { requirements } = await desk.call('requirements.show', { participantIds: [zoe.id] });
    expect(requirements[1]?.met).toEqual([{ participantId: zoe.id, metOn: '2024-05-30', note: null }]);
    await desk.call('requirements.clear', { requirementId: 'letter', participantIds: [zoe.id, amy.id] });
    expect(await counts()).toMatchObject({ 'requirements-missing': 2 });
  });

  test('and the fee keep someone from graduating, unless a lead overrules it with a reason that stays', async () => {
    await ask({ fee: 'settled', requirements: checklist.slice(0, 1) });
    await desk.call('fees.waive', { participantIds: [amy.id], reason: 'Speaks at the conference' });
    await tick('pre-work', amy);
    const all = { cohortId: foxtrot.id, graduatedOn: day('2024-05-30') };
    const preview = await desk.call('graduates.preview', { cohortId: foxtrot.id, participantIds: 'all-who-may' });
    expect(preview.ready.map(({ name }) => name)).toEqual(['Amy Zimmer']);
    expect(preview.held.map(({ name, why }) => [name, why])).toEqual([
      ['Zoë Adams', 'Every course is completed. Still open: Course fee and Pre-work handed in.'],
    ]);
    const refused = await desk.refusal('graduates.graduate', { ...all, participantIds: [zoe.id] });
    expect(refused.sentence).toContain('something that is asked for is still open');
    expect(refused.reasons).toEqual(['Zoë Adams: $75 of the course fee is still owed; Pre-work handed in: not yet']);
    await desk.call('graduates.graduate', {
      ...all,
      participantIds: [zoe.id, amy.id],
      overruleReason: 'The check is in the mail',
    });
    // What is ticked off afterwards changes nothing of the decision.
    await tick('pre-work', zoe);
    const { decided, row } = await desk.call('graduates.show', { participantId: zoe.id });
    expect(row.overruled).toBe(true);
    expect(decided).toMatchObject({ agrees: true });
    expect(decided?.reasons.slice(-3).map(({ outcome, sentence }) => [outcome, sentence])).toEqual([
      ['unmet', '$75 of the course fee is still owed'],
      ['unmet', 'Pre-work handed in: not yet'],
      ['overruled', 'A lead graduated them anyway: “The check is in the mail”'],
    ]);
    expect((await desk.call('graduates.show', { participantId: amy.id })).row.overruled).toBe(false);
  });

  test('shows in what adopting a version would do to people', async () => {
    const shown = await desk.call('program.show', {});
    if (!shown) throw new Error('No program');
    const policy = { ...shown.policy, graduation: { ...shown.policy.graduation, requirements: checklist } };
    const { effects } = await desk.call('program.preview', { policy, effectiveOn: day('2023-10-01') });
    expect(effects).toContainEqual(
      expect.objectContaining({ area: 'completion', sentence: 'Foxtrot: 2 people would have more to complete' }),
    );
  });
});

describe('A list', () => {
  const read = async (name: string, lines: readonly string[]) => {
    desk.answers.openFile = path.join(desk.folder, name);
    writeFileSync(desk.answers.openFile, lines.join('\r\n'));
    return desk.call('requirements.readList', { cohortId: foxtrot.id, requirementId: 'pre-work' });
  };

  test('with a column of the requirement’s name ticks off who has a yes, a mark or a day in it', async () => {
    await ask({ requirements: checklist });
    const list = await read('pre-work.csv', [
      'Pre-work 2024,,',
      'Name,E-mail,Pre-work handed in?',
      'Zoe Adams,ZOE@example.org,5/2/2024',
      'Zimmer; Amy,amy@example.org,no',
      'Kim Stranger,kim@example.org,yes',
    ]);
    expect(list).toEqual({
      file: 'pre-work.csv',
      column: 'Pre-work handed in?',
      found: [{ participantId: zoe.id, name: 'Zoë Adams', metOn: '2024-05-02' }],
      already: [],
      leftOut: ['Line 5, “Kim Stranger”: no one in the cohort by that name or e-mail address.'],
    });
    expect(await counts()).toMatchObject({ 'requirements-missing': 2 });
    const found = list?.found ?? [];
    await desk.call('requirements.tick', {
      requirementId: 'pre-work',
      participantIds: found.map(({ participantId }) => participantId),
      metOn: day('2024-06-01'),
      days: { [zoe.id]: day('2024-05-02') },
      note: 'From pre-work.csv',
    });
    const { requirements } = await desk.call('requirements.show', { participantIds: [zoe.id] });
    expect(requirements[0]?.met).toEqual([{ participantId: zoe.id, metOn: '2024-05-02', note: 'From pre-work.csv' }]);
  });

  test('of names alone ticks off everyone on it; who is ticked already is told', async () => {
    await ask({ requirements: checklist });
    await tick('pre-work', amy);
    const list = await read('handed in.csv', ['Handed in', 'Adams, Zoë', 'Amy Zimmer']);
    expect(list).toMatchObject({
      column: null,
      found: [{ name: 'Zoë Adams', metOn: null }],
      already: [{ name: 'Amy Zimmer' }],
      leftOut: [],
    });
  });

  test('finds a name in two columns, and says of a cell that is no answer that it is none', async () => {
    await ask({ requirements: checklist });
    const list = await read('two.csv', ['First,Last,Pre-work handed in', 'Zoë,Adams,see Tim', 'Amy,Zimmer,x']);
    expect(list?.found.map(({ name }) => name)).toEqual(['Amy Zimmer']);
    expect(list?.leftOut).toEqual(['Line 2, Zoë Adams: “see Tim” isn’t yes, no, or a date.']);
  });

  test('that names no one here is refused with what a list needs', async () => {
    await ask({ requirements: checklist });
    desk.answers.openFile = path.join(desk.folder, 'empty.csv');
    writeFileSync(desk.answers.openFile, 'Room,Floor\r\nB2,1\r\nB3,1\r\n');
    const refused = await desk.refusal('requirements.readList', {
      cohortId: foxtrot.id,
      requirementId: 'pre-work',
    });
    expect(refused.sentence).toBe(
      '“empty.csv” doesn’t name anyone in this cohort. A list needs names or e-mail addresses, one on each line.',
    );
  });
});
