import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import type { SessionId } from '../../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';
import { unzip } from '../../spreadsheets/unzip.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

const withoutKey =
  'The program has no key for its certificates yet. Make one in Settings; until then the code holds only the number.';

let desk: TestDesk;
let seed: Seed;
let foxtrot: Cohort;
let sessions: SessionId[];

/** A participant of Foxtrot who attended so many of the six courses. */
function attended(name: string, courses = 6, certificateName: string | null = null): Participant {
  const participant = seed.participant(foxtrot, seed.person(name, { certificateName }));
  for (const session of sessions.slice(0, courses)) seed.checkIn(session, participant);
  return participant;
}

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16') });
  sessions = seed.year(foxtrot, year);
});

const graduates = () => desk.call('graduates.list', { cohortId: foxtrot.id });

describe('graduating', () => {
  test.each(['withdrawn', 'deferred', 'graduated'] as const)(
    'no lead can overrule the rule for someone who is %s',
    async (status) => {
      const gone = seed.participant(foxtrot, 'Omar Reed', { status });
      await seed.write(desk);
      const { sentence, reasons } = await desk.refusal('graduates.graduate', {
        cohortId: foxtrot.id,
        participantIds: [gone.id],
        graduatedOn: day('2024-05-23'),
        overruleReason: 'The board decided',
      });
      expect(`${sentence} ${reasons.join(' ')}`).toContain('Omar Reed');
      expect((await desk.call('graduates.show', { participantId: gone.id })).row.certificate).toBeNull();
    },
  );

  test('overruling it for someone who lacks a course does not graduate who has withdrawn along with them', async () => {
    const short = attended('Beau Miller', 5);
    const gone = seed.participant(foxtrot, 'Omar Reed', { status: 'withdrawn' });
    await seed.write(desk);
    const { reasons } = await desk.refusal('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [short.id, gone.id],
      graduatedOn: day('2024-05-23'),
      overruleReason: 'The board decided',
    });
    expect(reasons.join(' ')).toContain('Omar Reed');
    expect((await graduates()).rows).toEqual([]);
  });

  test('gives everyone who can graduate a certificate, numbered in the order of last names', async () => {
    attended('Zoë Adams');
    attended('Amy Zimmer', 6, 'Amy Zimmer, Ed.D.');
    attended('Beau Miller', 5);
    await seed.write(desk);
    const done = await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: 'all-who-may',
      graduatedOn: day('2024-05-23'),
    });
    expect(done).toEqual({ graduated: 2 });
    const page = await graduates();
    expect(page.rows.map(({ name, certificate, graduatedOn }) => [name, certificate, graduatedOn])).toEqual([
      ['Zoë Adams', 'AL-CTO-100014', '2024-05-23'],
      ['Amy Zimmer', 'AL-CTO-100023', '2024-05-23'],
    ]);
    expect(page.counts).toMatchObject({ graduates: 2, 'may-graduate': 0, 'courses-missing': 1 });
    const history = await desk.call('history.list', {});
    expect(history.rows[0]?.label).toBe('Graduated 2 participants of Foxtrot; 2 of them owe $150');
  });

  test('says of those who owe the course fee that they do, before and after', async () => {
    const zoe = attended('Zoë Adams');
    attended('Amy Zimmer');
    await seed.write(desk);
    await desk.call('fees.waive', { participantIds: [zoe.id], reason: 'Speaks at the conference' });
    const all = { cohortId: foxtrot.id, participantIds: 'all-who-may' } as const;
    expect((await desk.call('graduates.preview', all)).owing).toEqual(['Amy Zimmer still owes $75.']);
    await desk.call('graduates.graduate', { ...all, graduatedOn: day('2024-05-23') });
    const history = await desk.call('history.list', {});
    expect(history.rows[0]?.label).toBe('Graduated 2 participants of Foxtrot; 1 of them owes $75');
  });

  test('refuses a certificate with a course missing, and tells each person’s missing courses', async () => {
    const ready = attended('Zoë Adams');
    const short = attended('Beau Miller', 4);
    await seed.write(desk);
    const problem = await desk.refusal('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [ready.id, short.id],
      graduatedOn: day('2024-05-23'),
    });
    expect(problem.sentence).toMatch(/^1 of these 2 can’t graduate: a certificate needs every course\./);
    expect(problem.reasons).toEqual([
      'Beau Miller: Missed IT Management on Mon, May 20, 2024; Missed Technology Planning on Thu, May 23, 2024',
    ]);
    expect((await graduates()).counts.graduates).toBe(0);
  });

  test('refuses whoever graduated already, and whoever is of another cohort', async () => {
    const ready = attended('Zoë Adams');
    const golf = seed.cohort('Golf');
    const other = seed.participant(golf, 'Gus Golf');
    await seed.write(desk);
    const input = { cohortId: foxtrot.id, participantIds: [ready.id], graduatedOn: day('2024-05-23') };
    await desk.call('graduates.graduate', input);
    expect((await desk.refusal('graduates.graduate', input)).reasons).toEqual(['Zoë Adams: graduated already']);
    const elsewhere = await desk.refusal('graduates.graduate', { ...input, participantIds: [other.id] });
    expect(elsewhere.sentence).toMatch(/not in Foxtrot/);
  });

  test('says where the others stand when no one can graduate', async () => {
    attended('Beau Miller', 4);
    await seed.write(desk);
    const problem = await desk.refusal('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: 'all-who-may',
      graduatedOn: day('2024-05-23'),
    });
    expect(problem).toEqual({
      sentence: 'No one in Foxtrot can graduate yet.',
      reasons: ['1 can’t finish with this cohort.'],
    });
  });

  test('numbers go on after the highest that was used', async () => {
    const first = attended('Zoë Adams');
    const second = attended('Abe Adams');
    await seed.write(desk);
    for (const { id } of [first, second]) {
      await desk.call('graduates.graduate', {
        cohortId: foxtrot.id,
        participantIds: [id],
        graduatedOn: day('2024-05-23'),
      });
    }
    const rows = (await graduates()).rows.map(({ name, certificate }) => [name, certificate]);
    expect(rows).toEqual([
      ['Abe Adams', 'AL-CTO-100023'],
      ['Zoë Adams', 'AL-CTO-100014'],
    ]);
  });

  test('is taken back by one Undo, certificates and all, and brought back by Redo', async () => {
    const ready = attended('Zoë Adams');
    await seed.write(desk);
    const input = { cohortId: foxtrot.id, participantIds: [ready.id], graduatedOn: day('2024-05-23') };
    await desk.call('graduates.graduate', input);
    await desk.call('history.undo', {});
    expect((await graduates()).counts).toMatchObject({ graduates: 0, 'may-graduate': 1 });
    await desk.call('history.redo', {});
    expect((await graduates()).rows[0]?.certificate).toBe('AL-CTO-100014');
  });

  test('sets a due date for re-certification where the policy has one', async () => {
    const view = await desk.call('program.show', {});
    if (!view) throw new Error('No program');
    const { policy } = view;
    await desk.call('program.revise', {
      policy: { ...policy, recertification: { ...policy.recertification, laterCohortsYears: 3 } },
      effectiveOn: day('2024-06-04'),
      note: 'Three years for later cohorts',
    });
    desk.now = '2024-06-04T14:00:00.000Z';
    const ready = attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [ready.id],
      graduatedOn: day('2024-05-23'),
    });
    const shown = await desk.call('graduates.show', { participantId: ready.id });
    expect(shown.recertification).toMatch(/^Documents due on May 23, 2027/);
    expect(shown.history.map(({ sentence }) => sentence)).toEqual(
      expect.arrayContaining([
        'Status enrolled → graduated; graduated on May 23, 2024',
        'Certificate AL-CTO-100014 issued to Zoë Adams',
        'Documents due May 23, 2027',
      ]),
    );
  });
});

describe('certificates', () => {
  test('are printed for graduates only; a name that no font covers is told and left out', async () => {
    attended('Zoë Adams');
    attended('Lin 林', 6, '林美玲');
    attended('Beau Miller', 3);
    await seed.write(desk);
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: 'all-who-may',
      graduatedOn: day('2024-05-23'),
    });
    desk.answers.saveFile = path.join(desk.folder, 'certificates.pdf');
    const written = await desk.call('graduates.printCertificates', { cohortId: foxtrot.id });
    expect(written).toMatchObject({ file: desk.answers.saveFile, holds: '1 certificate' });
    expect(written?.notes).toEqual([expect.stringMatching(/林美玲.*no font/), withoutKey]);
    expect(readFileSync(desk.answers.saveFile).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await desk.ask('desk.showFile', { file: desk.answers.saveFile })).ok).toBe(true);
  });

  test('keep the name that they were issued to; a correction since is told', async () => {
    const ready = attended('Zoe Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [ready.id],
      graduatedOn: day('2024-05-23'),
    });
    await desk.call('people.revise', { personId: ready.personId, givenName: 'Zoë' });
    desk.answers.saveFile = path.join(desk.folder, 'certificates.pdf');
    const written = await desk.call('graduates.printCertificates', { cohortId: foxtrot.id });
    expect(written?.notes).toEqual([
      'AL-CTO-100014 was issued to “Zoe Adams”; the record says “Zoë Adams” now. Reissue it under that name if that is right.',
      withoutKey,
    ]);
  });

  test('are refused while no one has one', async () => {
    attended('Zoë Adams');
    await seed.write(desk);
    const problem = await desk.refusal('graduates.printCertificates', { cohortId: foxtrot.id });
    expect(problem.sentence).toMatch(/No certificate of Foxtrot was issued yet/);
  });

  test('are not written when the person cancels', async () => {
    attended('Zoë Adams');
    await seed.write(desk);
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: 'all-who-may',
      graduatedOn: day('2024-05-23'),
    });
    expect(await desk.call('graduates.printCertificates', { cohortId: foxtrot.id })).toBeNull();
  });
});

test('the list on the screen is the list in the workbook', async () => {
  attended('Zoë Adams');
  attended('Beau Miller', 5);
  await seed.write(desk);
  desk.answers.saveFile = path.join(desk.folder, 'list.xlsx');
  const written = await desk.call('graduates.export', { cohortId: foxtrot.id, show: 'courses-missing' });
  expect(written).toMatchObject({ holds: '1 row' });
  const sheet = unzip(readFileSync(desk.answers.saveFile)).get('xl/worksheets/sheet1.xml') ?? '';
  expect(sheet).toContain('Beau Miller');
  expect(sheet).toContain('Technology Planning');
  expect(sheet).not.toContain('Zoë Adams');
});
