import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Cohort, Participant } from '../../../../shared/model/cohorts.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { pdfPages } from '../../papers/pdf-text.ts';
import { has, output } from '../../papers/tools.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let foxtrot: Cohort;
let zoe: Participant;
let other: Participant;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  seed.graduate(seed.cohort('Alpha', { status: 'finished', endsOn: day('2019-06-30') }), 'Ben Cobb', '2019-06-30');
  foxtrot = seed.cohort('Foxtrot', { startsOn: day('2023-10-16'), endsOn: day('2024-05-31') });
  const sessions = seed.year(foxtrot, [
    '2023-10-16',
    '2023-10-19',
    '2024-02-05',
    '2024-02-08',
    '2024-05-20',
    '2024-05-23',
  ]);
  const person = seed.person('Zoë Adams', { organization: 'Lee County Schools' });
  zoe = seed.participant(foxtrot, person);
  other = seed.participant(foxtrot, 'Zoe Adams');
  for (const session of sessions) seed.checkIn(session, zoe);
  await seed.write(desk);
  await desk.call('desk.nameLead', { name: 'Mara Lindqvist' });
});

const show = (personId: PersonId = zoe.personId) => desk.call('person.show', { personId });

describe('A person’s page', () => {
  test('has courses and hours, the fee and what was paid, the certificate, letters, notes, tags, and one timeline', async () => {
    const { personId } = zoe;
    await desk.call('fees.receive', {
      shares: { split: 'owed', participantIds: [zoe.id] },
      method: 'check',
      reference: '1042',
      payer: 'Lee County Schools',
      receivedOn: day('2024-05-30'),
    });
    await desk.call('graduates.graduate', {
      cohortId: foxtrot.id,
      participantIds: [zoe.id],
      graduatedOn: day('2024-05-31'),
    });
    await desk.call('notes.add', { about: { personId }, text: 'Speaks in June.' });
    await desk.call('tags.give', { personIds: [personId], name: 'Speaker' });
    const page = await show();
    expect(page).toMatchObject({
      person: { name: 'Zoë Adams', organization: 'Lee County Schools' },
      isMerged: false,
      tags: [{ name: 'Speaker' }],
      notes: [{ text: 'Speaks in June.', who: 'Mara Lindqvist' }],
      places: [
        {
          cohort: 'Foxtrot',
          status: 'graduated',
          graduatedOn: '2024-05-31',
          fee: { state: 'paid', owes: 0 },
          payments: ['$75 paid by check 1042, May 30, 2024'],
        },
      ],
    });
    const [place] = page.places;
    expect(place?.courses.every(({ standing, hours }) => standing === 'attended' && hours > 0)).toBe(true);
    expect(place?.certificates).toMatchObject([{ name: 'Zoë Adams', ended: null }]);
    const said = page.timeline.map(({ sentence }) => sentence);
    expect(said).toEqual(
      expect.arrayContaining([
        'Note “Speaks in June.”',
        'Tagged “Speaker”',
        'Graduated from Foxtrot',
        '$75 received by check 1042 from Lee County Schools, May 30, 2024',
      ]),
    );
    expect(said.filter((sentence) => sentence.startsWith('Checked in to'))).toHaveLength(6);
    const days = page.timeline.map(({ on }) => on);
    expect(days).toEqual(days.toSorted().reverse());
  });

  test('has every application with who decided, and the forms on the days on which they were sent', async () => {
    const test = await openFoxtrot();
    await test.call('desk.nameLead', { name: 'Mara Lindqvist' });
    await test.apply([{ name: 'Ana Sims', sent: '2024/04/02 9:00:00 AM CDT' }]);
    await test.apply([{ name: 'Ana Sims', sent: '2024/04/05 9:00:00 AM CDT', years: '7' }]);
    const { applicationId, personId } = await test.applicant('Ana Sims');
    await test.call('applicants.accept', { cohortId: test.cohortId, applicationIds: [applicationId] });
    const page = await test.call('person.show', { personId });
    expect(page.applications).toMatchObject([{ cohort: 'Foxtrot', status: 'accepted', forms: 2 }]);
    expect(page.applications[0]?.statusSaid).toMatch(/^Accepted by Mara Lindqvist on /);
    expect(page.applications[0]?.decided).toMatch(/^Within seats, tier \d, place 1 of 3 seats, under version 1/);
    expect(page.timeline.map(({ at, sentence }) => [at, sentence])).toEqual(
      expect.arrayContaining([
        ['Apr 2, 2024, 9:00 AM', 'Applied to Foxtrot by form'],
        ['Apr 5, 2024, 9:00 AM', 'Sent the form for Foxtrot again'],
      ]),
    );
    expect(page.timeline.some(({ sentence }) => /^Foxtrot: Status .*accepted/.test(sentence))).toBe(true);
  });

  test('has the letters that were written to them, and none of a step that was undone', async () => {
    const test = await openFoxtrot();
    await test.apply([{ name: 'Ana Sims', sent: '2024/04/02 9:00:00 AM CDT' }]);
    const { applicationId, personId } = await test.applicant('Ana Sims');
    await test.call('applicants.accept', { cohortId: test.cohortId, applicationIds: [applicationId] });
    test.answers.saveFile = path.join(test.folder, 'letters.csv');
    await test.call('letters.write', {
      kind: 'accepted',
      cohortId: test.cohortId,
      personIds: [personId],
      channel: 'mail-merge',
      replyBy: day('2024-06-17'),
    });
    const { letters, timeline } = await test.call('person.show', { personId });
    expect(letters).toMatchObject([
      { cohort: 'Foxtrot', kind: 'Accepted, mail merge', writtenAt: '2024-06-03T14:00:00.000Z' },
    ]);
    expect(letters[0]?.subject).toContain('Foxtrot');
    expect(timeline.some(({ sentence }) => /letter/i.test(sentence))).toBe(true);
    await test.call('history.undo', {});
    expect((await test.call('person.show', { personId })).letters).toEqual([]);
  });

  test('of a graduate from before these records says nothing of the courses, and on which day they graduated', async () => {
    const [ben] = (await desk.call('graduates.list', { search: 'cobb' })).rows;
    const page = ben && (await show(ben.personId));
    expect(page?.places).toMatchObject([{ cohort: 'Alpha', status: 'graduated', courses: [], fee: null }]);
    expect(page?.timeline.at(-1)).toMatchObject({ at: 'Jun 30, 2019', sentence: 'Graduated from Alpha' });
  });

  test('follows what changes, and what is undone', async () => {
    const { personId } = zoe;
    await desk.call('people.revise', { personId, email: 'zoe@example.org' });
    expect((await show()).person.email).toBe('zoe@example.org');
    await desk.call('history.undo', {});
    const page = await show();
    expect(page.person.email).toBeNull();
    expect(page.timeline[0]?.sentence).toMatch(/by Undo$/);
  });

  test('opens by the id of someone who was merged into them, and has their notes and tags, each tag once', async () => {
    const [kept, gone] = [zoe.personId, other.personId];
    await desk.call('notes.add', { about: { personId: gone }, text: 'From the other record.' });
    await desk.call('notes.add', { about: { personId: kept }, text: 'From this record.' });
    await desk.call('tags.give', { personIds: [kept, gone], name: 'Speaker' });
    await desk.call('tags.give', { personIds: [gone], name: 'Mentor' });
    await desk.call('duplicates.merge', { keptId: kept, goneId: gone });
    const page = await show(gone);
    expect(page).toMatchObject({ person: { personId: kept }, isMerged: true });
    expect(page.notes.map(({ text }) => text).sort()).toEqual(['From the other record.', 'From this record.']);
    expect(page.tags.map(({ name }) => name)).toEqual(['Mentor', 'Speaker']);
    await desk.call('history.undo', {});
    expect(await show(gone)).toMatchObject({ isMerged: false, notes: [{ text: 'From the other record.' }] });
  });

  test('of someone who is no longer on record says so', async () => {
    const problem = await desk.refusal('person.show', {
      personId: PersonId.parse('00000000-0000-7000-8000-000000000001'),
    });
    expect(problem.sentence).toMatch(/no longer on record/);
  });
});

describe('A person’s page on paper', () => {
  const print = async () => {
    desk.answers.saveFile = path.join(desk.folder, 'person.pdf');
    const written = await desk.call('person.print', { personId: zoe.personId });
    return { written, file: desk.answers.saveFile, pages: pdfPages(readFileSync(desk.answers.saveFile)) };
  };

  test('is one page with what the screen has', async () => {
    await desk.call('notes.add', { about: { personId: zoe.personId }, text: 'Speaks in June.' });
    const { written, pages } = await print();
    expect(written).toMatchObject({ holds: '1 page', notes: [] });
    expect(pages).toHaveLength(1);
    expect(pages[0]).toEqual(
      expect.arrayContaining(['Zoë Adams', 'Lee County Schools', 'Foxtrot', 'Notes', 'Timeline', 'Page 1 of 1']),
    );
    expect(pages[0]?.join('\n')).toContain('Speaks in June.');
  });

  test('goes on over pages with a long note, and loses no line of it', async () => {
    const lines = Array.from({ length: 150 }, (_, at) => `Line ${at + 1} of the note.`);
    await desk.call('notes.add', { about: { personId: zoe.personId }, text: lines.join('\n') });
    const { pages } = await print();
    expect(pages.length).toBeGreaterThan(1);
    const all = pages.flat().join('\n');
    for (const line of lines) expect(all).toContain(line);
  });

  test.skipIf(!has('pdfinfo'))('is tagged', async () => {
    const { file } = await print();
    expect(output('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
  });
});
