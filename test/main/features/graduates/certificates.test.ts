import { beforeEach, describe, expect, test } from 'vitest';
import { update } from '../../../../main/log/change.ts';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import type { SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { seedChanges } from '../../seed.ts';
import { day, Seed } from '../../seed-graduates.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

let desk: TestDesk;
let seed: Seed;
let foxtrot: Cohort;
let sessions: SessionId[];

/** A participant of Foxtrot who attended so many of the six courses. */
function attended(name: string, courses = 6): Participant {
  const participant = seed.participant(foxtrot, seed.person(name));
  for (const session of sessions.slice(0, courses)) seed.checkIn(session, participant);
  return participant;
}

const graduating = (people: readonly Participant[], overruleReason: string | null = null) => ({
  cohortId: foxtrot.id,
  participantIds: people.map(({ id }) => id),
  graduatedOn: day('2024-05-23'),
  overruleReason,
});

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto' });
  seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  sessions = seed.year(foxtrot, year);
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
      effectiveOn: day('2024-06-04'),
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

describe('A certificate with a wrong name', () => {
  test('is replaced by one with the name on record, a number of its own, and the same day', async () => {
    const zoe = attended('Zoe Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    await desk.call('people.revise', { personId: zoe.personId, certificateName: 'Zoë Adams, Ed.D.' });
    const shown = () => desk.call('graduates.show', { participantId: zoe.id });
    expect((await shown()).issuedTo).toBe('Zoe Adams');
    await desk.call('graduates.reissue', { participantIds: [zoe.id] });
    const { issuedTo, row, history } = await shown();
    expect({ issuedTo, number: row.certificate }).toEqual({
      issuedTo: 'Zoë Adams, Ed.D.',
      number: 'AL-CTO-100023',
    });
    expect(row.graduatedOn).toBe('2024-05-23');
    expect(history.map(({ sentence }) => sentence)).toContain(
      'Certificate replaced by a new one: “Reissued to Zoë Adams, Ed.D.”',
    );
    expect((await desk.call('history.list', {})).rows[0]?.label).toBe('Reissued AL-CTO-100014 to “Zoë Adams, Ed.D.”');
    await desk.call('history.undo', {});
    expect((await shown()).issuedTo).toBe('Zoe Adams');
  });

  test('is not reissued where it says what the record says, or where there is none', async () => {
    const [zoe, beau] = [attended('Zoë Adams'), attended('Beau Miller', 5)];
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    expect((await desk.refusal('graduates.reissue', { participantIds: [zoe.id] })).sentence).toBe(
      'AL-CTO-100014 says “Zoë Adams”, as the record does. Correct the name there first.',
    );
    expect((await desk.refusal('graduates.reissue', { participantIds: [beau.id] })).sentence).toMatch(
      /^This person has no certificate\./,
    );
  });
});
