import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openForReading } from '../../../../main/database/open.ts';
import { update } from '../../../../main/log/change.ts';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import type { CertificateId, SessionId } from '../../../../shared/model/ids.ts';
import type { Policy } from '../../../../shared/model/program.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
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
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
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

describe('A certificate printed again', () => {
  /** The texts of the pages, as the file has them. */
  async function printed(): Promise<string[]> {
    desk.answers.saveFile = path.join(desk.folder, 'certificates.pdf');
    const { file } = (await desk.call('graduates.printCertificates', { cohortId: foxtrot.id })) ?? {};
    if (file === undefined) throw new Error('Nothing was printed.');
    return pdfPages(readFileSync(file)).map((lines) => lines.map((line) => line.trim()).join(' '));
  }

  async function change(part: Partial<Policy>, effectiveOn: string): Promise<void> {
    const program = await desk.call('program.show', {});
    if (!program) throw new Error('No program');
    const policy = { ...program.policy, ...part };
    await desk.call('program.revise', { policy, effectiveOn: day(effectiveOn), note: 'The board decided' });
  }

  const otherWords = {
    address: '',
    title: 'Diploma',
    statement: '{name} is a diplomate of {program}.',
    overruledStatement: '{name} was let through.',
    signatories: [{ name: 'Somebody Else', role: 'President' }],
  };

  test('says what it said, whatever became of the words, the signatories, the program’s and the cohort’s name', async () => {
    attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', { ...graduating([]), participantIds: 'all-who-may' });
    const first = await printed();
    expect(first[0]).toContain('has completed the six courses of the AL-CTO program with the Foxtrot Cohort');
    expect(first[0]).toContain('Stacy Royster Program Lead');
    const program = await desk.call('program.show', {});
    if (!program) throw new Error('No program');
    await change(
      {
        certificate: otherWords,
        program: { ...program.policy.program, name: 'TX-CTO', organization: 'TALET' },
      },
      '2024-06-03',
    );
    await desk.call('cohorts.revise', { cohortId: foxtrot.id, name: 'Foxtrot II' });
    desk.now = '2031-06-04T14:00:00.000Z';
    expect(await printed()).toEqual(first);
  });

  test('says so of one from before papers were kept: the version that it was issued under has its words', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe]));
    const first = await printed();
    const database = openForReading(desk.databaseFile);
    const certificate = database.get<{ id: CertificateId }>('SELECT id FROM certificate');
    database.close();
    if (!certificate) throw new Error('No certificate');
    await seedChanges(desk, [update('certificate', certificate.id, { paper: null })]);
    await change({ certificate: otherWords }, '2024-06-03');
    expect(await printed()).toEqual(first);
  });

  test('does not say that all courses were completed by somebody who was graduated against the rule', async () => {
    const [zoe, beau] = [attended('Zoë Adams'), attended('Beau Miller', 5)];
    await seed.write(desk);
    await desk.call('graduates.graduate', graduating([zoe, beau], 'Taught the course in Golf'));
    const [ofZoe, ofBeau] = await printed();
    expect(ofZoe).toContain('Zoë Adams has completed the six courses');
    expect(ofBeau).toContain('Beau Miller is a graduate of the AL-CTO program');
    expect(ofBeau).toContain('by decision of the program leads');
    expect(ofBeau).not.toContain('completed');
  });

  test('and one issued after the change has the new words', async () => {
    const zoe = attended('Zoë Adams');
    await seed.write(desk);
    await change({ certificate: otherWords }, '2024-06-03');
    await desk.call('graduates.graduate', graduating([zoe]));
    expect((await printed())[0]).toContain('Zoë Adams is a diplomate of AL-CTO.');
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
