import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { update } from '../../../../main/log/change.ts';
import { seedChanges } from '../../seed.ts';
import { day } from '../../seed-graduates.ts';
import { openFoxtrot } from './a-foxtrot.ts';

type Foxtrot = Awaited<ReturnType<typeof openFoxtrot>>;
let desk: Foxtrot['desk'];
let seed: Foxtrot['seed'];
let foxtrot: Foxtrot['foxtrot'];
let sessions: Foxtrot['sessions'];
let attended: Foxtrot['attended'];
let graduating: Foxtrot['graduating'];

beforeEach(async () => {
  ({ desk, seed, foxtrot, sessions, attended, graduating } = await openFoxtrot());
});

describe('The decision that a certificate rests on', () => {
  test('is kept with its reasons, and comes out the same after the policy has changed', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    const program = await desk.call('program.show', {});
    if (!program) throw new Error('No program');
    const { policy } = program;
    await desk.call('program.revise', {
      policy: { ...policy, completion: { ...policy.completion, sessionsRequired: 2 } },
      // From before Foxtrot began: a correction of what it was promised.
      effectiveOn: day('2023-10-01'),
      note: 'Two sessions a course',
    });
    desk.now = '2024-06-04T14:00:00.000Z';
    const { decided, graduation } = await desk.call('graduates.show', { participantId: zoe.id });
    expect(graduation.missing).toHaveLength(6);
    expect(decided).toMatchObject({
      agrees: true,
      sentence: 'Decided on Mon, Jun 3, 2024 under version 1; the same rule gives the same answer today',
    });
    expect(decided?.reasons.map(({ outcome }) => outcome)).toEqual(Array(6).fill('met'));
  });

  test('stays as it was when a check-in is taken back afterwards', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    const [sessionId] = sessions;
    if (sessionId === undefined) throw new Error('No session');
    await desk.call('attendance.takeBack', { sessionId, personIds: [zoe.personId], reason: 'Was someone else' });
    const { decided, graduation } = await desk.call('graduates.show', { participantId: zoe.id });
    expect(graduation.missing).toHaveLength(1);
    expect(decided?.reasons[0]?.sentence).toBe('Attended CTO Roles and Responsibilities on Mon, Oct 16, 2023');
    expect(decided?.agrees).toBe(true);
  });

  test('says so wherever it shows when attendance is annulled afterwards, and stays', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    const said =
      'By what is on record now, CTO Roles and Responsibilities would be missing. The decision stays as it was made.';
    const shown = async () => (await desk.call('graduates.show', { participantId: zoe.id })).row;
    expect(await shown()).toMatchObject({ verdict: 'graduated', changedSince: '' });
    const [sessionId] = sessions;
    if (sessionId === undefined) throw new Error('No session');
    await desk.call('attendance.takeBack', { sessionId, personIds: [zoe.personId], reason: 'Was somebody else' });
    expect(await shown()).toMatchObject({
      verdict: 'graduated',
      certificate: 'AL-CTO-100014',
      changedSince: said,
    });
    const { rows } = await desk.call('graduates.list', { cohortId: foxtrot.id });
    expect(rows.map(({ changedSince }) => changedSince)).toEqual([said]);
    const roster = await desk.call('cohorts.participants', { cohortId: foxtrot.id });
    expect(roster.rows.map(({ changedSince }) => changedSince)).toEqual([said]);
    desk.answers.saveFile = path.join(desk.folder, 'graduates.csv');
    await desk.call('graduates.export', { cohortId: foxtrot.id, columns: ['name', 'verdict'], format: 'csv' });
    expect(readFileSync(desk.answers.saveFile, 'utf8')).toMatch(/Zoë Adams,"Graduated, facts changed since"/);
    expect((await desk.call('progress.list', { cohortId: foxtrot.id })).rows[0]?.sentence).toBe(`Graduated. ${said}`);
    desk.answers.saveFile = path.join(desk.folder, 'certificates.pdf');
    const printed = await desk.call('graduates.printCertificates', { cohortId: foxtrot.id });
    expect(printed?.notes).toContain(`AL-CTO-100014: ${said}`);
    await desk.call('history.undo', {});
    expect(await shown()).toMatchObject({ changedSince: '' });
  });

  test('of somebody let through without a course says when the course was completed since', async () => {
    const beau = attended('Beau Miller', 5);
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([beau], 'Taught the course in Golf'));
    const [sessionId] = sessions.slice(5);
    if (sessionId === undefined) throw new Error('No session');
    await desk.call('attendance.mark', { sessionId, personIds: [beau.personId] });
    expect((await desk.call('graduates.show', { participantId: beau.id })).row.changedSince).toBe(
      'Since then, Technology Planning was completed. The decision stays as it was made.',
    );
  });
});

describe('A lead who overrules the rule', () => {
  test('graduates someone with a course missing, with the reason wherever the decision shows', async () => {
    const beau = attended('Beau Miller', 5);
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([beau], 'Taught the course in Golf'));
    const { row, decided, history } = await desk.call('graduates.show', { participantId: beau.id });
    expect(row).toMatchObject({ verdict: 'graduated', overruled: true, certificate: 'AL-CTO-100014' });
    expect(decided).toMatchObject({ agrees: true });
    expect(decided?.reasons.map(({ outcome }) => outcome)).toEqual([
      'met',
      'met',
      'met',
      'met',
      'met',
      'unmet',
      'overruled',
    ]);
    expect(decided?.reasons.at(-1)?.sentence).toBe('A lead graduated them anyway: “Taught the course in Golf”');
    expect(history.map(({ sentence }) => sentence)).toContain(
      'Certificate AL-CTO-100014 issued to Beau Miller, overruling the rule: “Taught the course in Golf”',
    );
    const { rows } = await desk.call('history.list', {});
    expect(rows[0]?.label).toBe('Graduated Beau Miller of Foxtrot, overruling the rule; $75 of the fee is owed');
    await desk.call('history.undo', {});
    expect((await desk.call('graduates.show', { participantId: beau.id })).row).toMatchObject({
      verdict: 'courses-missing',
      overruled: false,
    });
  });

  test('overrules for those only who need it', async () => {
    const [zoe, beau] = [attended('Zoë Adams'), attended('Beau Miller', 5)];
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe, beau], 'Taught the course in Golf'));
    const { rows } = await desk.call('graduates.list', { cohortId: foxtrot.id });
    expect(rows.map(({ name, overruled }) => [name, overruled])).toEqual([
      ['Zoë Adams', false],
      ['Beau Miller', true],
    ]);
    expect((await desk.call('history.list', {})).rows[0]?.label).toBe(
      'Graduated 2 participants of Foxtrot, 1 of them overruling the rule; 2 of them owe $150',
    );
  });

  test('is told where there is nothing to overrule', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    const problem = await desk.refusal('graduates.graduate', graduating([zoe], 'To be safe'));
    expect(problem.sentence).toBe(
      'Zoë Adams can graduate by the rule. No reason is needed: nothing is being overruled.',
    );
  });

  test('can’t graduate whoever did already', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    const problem = await desk.refusal('graduates.graduate', graduating([zoe], 'Once more'));
    expect(problem.reasons).toEqual(['Zoë Adams: graduated already']);
  });

  test('can’t graduate someone who left the cohort', async () => {
    const ana = seed.participant(foxtrot, 'Ana Alvarez', { status: 'withdrawn' });
    await seed.write(desk);
    const problem = await desk.refusal('graduates.graduate', graduating([ana], 'She did the work'));
    expect(problem.reasons).toEqual([expect.stringMatching(/^Ana Alvarez: /)]);
  });
});

describe('Someone who has a certificate', () => {
  test('gets no second one on graduating again', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    await seedChanges(desk, [update('participant', zoe.id, { status: 'enrolled', graduatedOn: null })]);
    await desk.call('graduates.graduate', graduating([zoe]));
    const { rows } = await desk.call('graduates.list', { cohortId: foxtrot.id });
    expect(rows.map(({ certificate }) => certificate)).toEqual(['AL-CTO-100014']);
  });
});
