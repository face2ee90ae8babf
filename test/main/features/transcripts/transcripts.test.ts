import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { writeTranscripts } from '../../../../main/features/transcripts/paper.ts';
import type { Transcript } from '../../../../main/features/transcripts/transcript.ts';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { folder, has, output } from '../../papers/tools.ts';
import { day, Seed } from '../../seed-graduates.ts';

const year = ['2023-10-16', '2023-10-19', '2024-02-05', '2024-02-08', '2024-05-20', '2024-05-23'];

let desk: TestDesk;
let foxtrot: Cohort;
let zoe: Participant;
let beau: Participant;
let alpha: Cohort;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16'), endsOn: day('2024-05-31') });
  const golf = seed.cohort('Golf', { startsOn: day('2023-10-17') });
  alpha = seed.cohort('Alpha', { status: 'finished' });
  seed.graduate(alpha, 'Ana Alvarez', '2019-06-30');
  const sessions = seed.year(foxtrot, year);
  const others = seed.year(golf, ['2023-10-17', '2023-10-20', '2024-02-06', '2024-02-09', '2024-05-21', '2024-05-24']);
  zoe = seed.participant(foxtrot, seed.person('Zoë Adams', { organization: 'Lee County Schools' }));
  beau = seed.participant(foxtrot, 'Beau Miller');
  // Zoë makes the last course up with Golf; Beau misses it.
  for (const session of sessions.slice(0, 5)) for (const who of [zoe, beau]) seed.checkIn(session, who);
  const [makeUp] = others.slice(5);
  if (makeUp) seed.checkIn(makeUp, zoe);
  await seed.write(desk);
});

async function print(participantIds: 'all' | readonly Participant[], cohort: Cohort = foxtrot) {
  desk.answers.saveFile = path.join(desk.folder, 'transcripts.pdf');
  const written = await desk.call('transcripts.print', {
    cohortId: cohort.id,
    participantIds: participantIds === 'all' ? 'all' : participantIds.map(({ id }) => id),
  });
  return { written, pages: pdfPages(readFileSync(desk.answers.saveFile)) };
}

describe('A transcript', () => {
  test('has the courses with dates, hours and make-ups, the cohort and the certificate, on one page', async () => {
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [zoe.id],
      graduatedOn: day('2024-05-31'),
    });
    const { written, pages } = await print([zoe]);
    expect(written).toMatchObject({ holds: '1 transcript', notes: [] });
    expect(pages).toHaveLength(1);
    const [lines = []] = pages;
    expect(lines).toEqual(
      expect.arrayContaining([
        'Transcript',
        'Zoë Adams',
        'Foxtrot',
        'Lee County Schools',
        'Oct 16, 2023 to May 31, 2024',
        'May 31, 2024',
        'AL-CTO-100014',
        'CTO Roles and Responsibilities',
        'Oct 16, 2023',
        'May 24, 2024, made up with Golf',
        '7.5',
        '45',
        'Completed',
      ]),
    );
  });

  test('says what someone who is still enrolled lacks, and of a revoked certificate that it is', async () => {
    const [lines = []] = (await print([beau])).pages;
    expect(lines).toEqual(expect.arrayContaining(['Enrolled', 'Not completed', '37.5']));
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [beau.id],
      graduatedOn: day('2024-05-31'),
      overruleReason: 'Taught it in Golf',
    });
    expect((await print([beau])).pages[0]).toContain('Graduated by decision of the program leads.');
    await desk.call('graduates.withdraw', { participantIds: [beau.id], reason: 'By mistake' });
    const after = (await print([beau])).pages[0] ?? [];
    expect(after).toContain('Certificate AL-CTO-100014 was revoked on Jun 3, 2024.');
    expect(after).toContain('Enrolled');
  });

  test('of a graduate from before these records says that their hours are not in them', async () => {
    const [lines = []] = (await print('all', alpha)).pages;
    expect(lines.join(' ')).toContain('The courses were completed before these records began');
    expect(lines).toContain('Ana Alvarez');
  });

  test('of a cohort are one file in the order of last names; who has left has none', async () => {
    const { written, pages } = await print('all');
    expect(written).toMatchObject({ holds: '2 transcripts' });
    expect(pages.map((lines) => lines.find((line) => /Adams|Miller/.test(line)))).toEqual(['Zoë Adams', 'Beau Miller']);
    await desk.call('cohorts.withdrawParticipants', { participantIds: [beau.id], reason: 'Moved away' });
    const refused = await desk.refusal('transcripts.print', { cohortId: foxtrot.id, participantIds: [beau.id] });
    expect(refused.sentence).toMatch(/neither enrolled in the cohort nor graduates of it/);
  });
});

describe('The paper', () => {
  const transcript = (courses: number): Transcript => ({
    organization: 'ALET',
    program: 'AL-CTO',
    title: 'Alabama Chief Technology Officer Certification',
    contact: 'leads@example.org',
    name: 'Maximiliana Konstantina-Alexandra von Hohenstein-Oettingen-Wallerstein, Ed.D.',
    facts: [
      ['Cohort', 'Foxtrot'],
      ['School system', 'Alabama Institute for Deaf and Blind and the Tuscaloosa County Board'],
    ],
    courses: Array.from({ length: courses }, (_, at) => ({
      number: String(at + 1),
      title: at === 1 ? 'Law, Ethics, and Policies for Leaders of Technology in Alabama’s Schools' : 'Data',
      dates: at === 2 ? ['Oct 16, 2023', 'Feb 8, 2024, made up with Golf and Hotel'] : ['Oct 16, 2023'],
      hours: '7.5',
      result: 'Completed',
    })),
    totalHours: '45',
    notes: [],
    signatory: { name: 'Dana Whitlow', role: 'Program lead' },
    madeOn: 'Jun 3, 2024',
  });

  test.each([
    [1, 1],
    [10, 1],
    [40, 3],
  ])('of %d courses takes %d page(s), each course on one of them', async (courses, expected) => {
    const file = path.join(await folder(), 'transcript.pdf');
    expect(await writeTranscripts(file, [transcript(courses)])).toEqual({ ok: true, value: { pages: expected } });
    const lines = pdfPages(readFileSync(file)).flat();
    expect(lines.filter((line) => line === 'Completed')).toHaveLength(courses);
    expect(lines.filter((line) => line === 'Hours in all')).toHaveLength(1);
  });

  test.skipIf(!has('qpdf'))('is a PDF that qpdf finds nothing wrong with', async () => {
    const file = path.join(await folder(), 'transcript.pdf');
    await writeTranscripts(file, [transcript(6)]);
    expect(output('qpdf', '--check', file)).toMatch(/No syntax or stream encoding errors/);
  });
});
