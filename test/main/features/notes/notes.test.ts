import { beforeEach, describe, expect, test } from 'vitest';
import type { NoteSubject } from '../../../../shared/model/notes.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

let desk: TestDesk;
let subjects: Readonly<Record<'person' | 'cohort' | 'session', NoteSubject>>;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { startsOn: day('2024-10-16') });
  const [session] = seed.year(foxtrot, ['2024-10-16']);
  const beau = seed.participant(foxtrot, 'Beau Miller');
  await seed.write(desk);
  if (!session) throw new Error('No session was planned.');
  subjects = {
    person: { personId: beau.personId },
    cohort: { cohortId: foxtrot.id },
    session: { sessionId: session },
  };
  await desk.call('desk.nameLead', { name: 'Mara Lindqvist' });
});

const texts = async (about: NoteSubject) => (await desk.call('notes.list', { about })).map(({ text }) => text);

describe.each(['person', 'cohort', 'session'] as const)('A note on a %s', (kind) => {
  test('says who wrote it and when, and who changed it last', async () => {
    const about = subjects[kind];
    const { noteId } = await desk.call('notes.add', { about, text: '  Called about the room.\r\n' });
    expect(await desk.call('notes.list', { about })).toEqual([
      { noteId, text: 'Called about the room.', at: '2024-06-03T14:00:00.000Z', who: 'Mara Lindqvist', changed: null },
    ]);
    desk.now = '2024-06-04T15:00:00.000Z';
    await desk.call('desk.nameLead', { name: 'Del Ortega' });
    await desk.call('notes.revise', { noteId, text: 'Called twice.' });
    expect(await desk.call('notes.list', { about })).toMatchObject([
      { text: 'Called twice.', who: 'Mara Lindqvist', changed: { at: '2024-06-04T15:00:00.000Z', who: 'Del Ortega' } },
    ]);
  });

  test('is deleted, and comes back with Undo in the hand of who wrote it', async () => {
    const about = subjects[kind];
    const { noteId } = await desk.call('notes.add', { about, text: 'Needs a ramp.' });
    await desk.call('notes.delete', { noteId });
    expect(await texts(about)).toEqual([]);
    await desk.call('history.undo', {});
    expect(await desk.call('notes.list', { about })).toMatchObject([{ who: 'Mara Lindqvist', changed: null }]);
    await desk.call('history.undo', {});
    expect(await texts(about)).toEqual([]);
  });

  test('that is empty or of a megabyte is refused with a sentence, and nothing is lost', async () => {
    const about = subjects[kind];
    const { noteId } = await desk.call('notes.add', { about, text: 'Keep me.' });
    for (const text of ['', ' \n\t ']) {
      expect((await desk.refusal('notes.add', { about, text })).sentence).toMatch(/^The note is empty\./);
      expect((await desk.refusal('notes.revise', { noteId, text })).sentence).toMatch(/^The note is empty\./);
    }
    const megabyte = 'a'.repeat(1_048_576);
    expect((await desk.refusal('notes.add', { about, text: megabyte })).sentence).toMatch(
      /^The note has 1,048,576 characters, and a note may have 20,000\./,
    );
    await desk.refusal('notes.revise', { noteId, text: megabyte });
    expect(await texts(about)).toEqual(['Keep me.']);
  });
});

test('A note that was deleted meanwhile can’t be changed, and says so', async () => {
  const { noteId } = await desk.call('notes.add', { about: subjects.person, text: 'Gone soon.' });
  await desk.call('notes.delete', { noteId });
  for (const problem of [
    await desk.refusal('notes.revise', { noteId, text: 'Still here.' }),
    await desk.refusal('notes.delete', { noteId }),
  ]) {
    expect(problem.sentence).toMatch(/^That note was deleted, or/);
  }
});

test('The notes of a session go with it off the schedule, and come back with it', async () => {
  const { session } = subjects;
  if (!('sessionId' in session)) throw new Error('Not a session.');
  await desk.call('notes.add', { about: session, text: 'Projector is broken.' });
  await desk.call('courses.removeSession', { sessionId: session.sessionId });
  expect(await texts(session)).toEqual([]);
  await desk.call('history.undo', {});
  expect(await texts(session)).toEqual(['Projector is broken.']);
});

test('History tells a note in a line, however long it is', async () => {
  await desk.call('notes.add', { about: subjects.person, text: `Word ${'word '.repeat(200)}` });
  const [row] = (await desk.call('history.list', {})).rows;
  expect(row?.label).toBe('Wrote a note on Beau Miller');
  const detail = row && (await desk.call('history.show', { commandId: row.commandId }));
  expect(detail?.sentences[0]).toMatch(/^Beau Miller: note “Word word .{40,80}…”$/);
});
