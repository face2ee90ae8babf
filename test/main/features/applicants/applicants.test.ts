import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const places = async (desk: Foxtrot) =>
  (await desk.everyone()).map(({ name, place, status, verdict }) => [name, place, status, verdict]);
const labels = async (desk: Foxtrot) => (await desk.call('history.list', {})).rows.map(({ label }) => label);

const five = [
  { name: 'Ada One' },
  { name: 'Ben Two' },
  { name: 'Cleo Three' },
  { name: 'Dan Four' },
  { name: 'Eve Blank', years: '' },
];

async function withFive(): Promise<Foxtrot> {
  const desk = await openFoxtrot({ seats: 3 });
  await desk.apply(five);
  return desk;
}

const ids = async (desk: Foxtrot, ...names: string[]) =>
  Promise.all(names.map(async (name) => (await desk.applicant(name)).applicationId));

test('accepting everyone within the seats enrols each, keeps the decision, and says how many', async () => {
  const desk = await withFive();
  const { cohortId } = desk;
  expect(await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' })).toEqual({ accepted: 3 });
  expect((await labels(desk))[0]).toBe('Accepted 3 applicants to Foxtrot');
  expect(await places(desk)).toEqual([
    ['Ada One', 1, 'accepted', 'within-seats'],
    ['Ben Two', 2, 'accepted', 'within-seats'],
    ['Cleo Three', 3, 'accepted', 'within-seats'],
    ['Dan Four', 4, 'submitted', 'waiting'],
    ['Eve Blank', null, 'submitted', 'needs-a-look'],
  ]);
  const [applicationId = ''] = await ids(desk, 'Ben Two');
  const { decided } = await desk.call('applicants.show', { applicationId });
  expect(decided).toBe('Within seats, tier 2, place 2 of 3 seats, under version 1 of the policy, Jun 3, 2024, 9:00 AM');
  expect((await desk.call('applicants.list', { cohortId })).acceptable).toBe(0);
});

test('accepting and undoing it leaves every row as it was', async () => {
  const desk = await withFive();
  const before = desk.hash();
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  expect(desk.hash()).not.toBe(before);
  await desk.call('history.undo', {});
  expect(desk.hash()).toBe(before);
});

test('whoever waits, needs a look or is not eligible is refused with the reason, and no one is accepted', async () => {
  const desk = await withFive();
  await desk.apply([{ name: 'Flo New', years: '1' }], 'more.csv');
  const before = desk.hash();
  const applicationIds = await ids(desk, 'Ada One', 'Dan Four', 'Eve Blank', 'Flo New');
  const problem = await desk.refusal('applicants.accept', { cohortId: desk.cohortId, applicationIds });
  expect(problem.sentence).toBe('3 of 4 can’t be accepted to Foxtrot as things stand, so no one was.');
  expect(problem.reasons).toEqual([
    'Dan Four: waiting. 1st on the waiting list: place 4, past the last of 3 seats.',
    expect.stringMatching(/^Eve Blank: needs a look\. Years in education not given/),
    expect.stringMatching(/^Flo New: not eligible\. 1 year in education, 3 required/),
  ]);
  expect(desk.hash()).toBe(before);
});

test('a lead’s overruling opens a seat in its tier, also past the last one, and its reason stays', async () => {
  const desk = await withFive();
  const { cohortId } = desk;
  const [applicationId = ''] = await ids(desk, 'Eve Blank');
  await desk.call('applicants.overrule', { applicationId, overrule: { tier: 2, reason: 'Showed her service record' } });
  expect((await desk.applicant('Eve Blank')).verdict).toBe('waiting');
  await desk.call('applicants.accept', { cohortId, applicationIds: [applicationId] });
  expect((await labels(desk))[0]).toBe('Accepted Eve Blank to Foxtrot, overruling the rule');
  const shown = await desk.call('applicants.show', { applicationId });
  expect(shown.ranking.reasons[0]?.sentence).toContain('Showed her service record');
  expect(shown.decided).toContain('overruled by a lead');
  const notEligible = { tier: null, reason: 'Left the school system' };
  const [other = ''] = await ids(desk, 'Ada One');
  await desk.call('applicants.overrule', { applicationId: other, overrule: notEligible });
  const problem = await desk.refusal('applicants.accept', { cohortId, applicationIds: [other] });
  expect(problem.reasons[0]).toMatch(/^Ada One: not eligible/);
});

test('who is accepted already is not accepted again, and the refusal says who, or that all are', async () => {
  const desk = await withFive();
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const before = desk.hash();
  const again = async (...names: string[]) => {
    const applicationIds = await ids(desk, ...names);
    return (await desk.refusal('applicants.accept', { cohortId, applicationIds })).sentence;
  };
  const { rows } = await desk.call('applicants.list', { cohortId, show: 'accepted' });
  const [one, other] = rows.map(({ name }) => name);
  if (!one || !other) throw new Error('Three were accepted.');
  expect(await again(one)).toBe(`${one} is accepted to Foxtrot already.`);
  expect(await again(one, other)).toBe('All of them are accepted to Foxtrot already.');
  expect(desk.hash()).toBe(before);
});

test('an accepted applicant keeps the seat when someone of a higher tier applies later', async () => {
  const desk = await withFive();
  await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' });
  await desk.apply([{ name: 'Gus Chief', membership: 'Delegate', post: 'Yes' }], 'later.csv');
  expect(await places(desk)).toEqual([
    ['Ada One', 1, 'accepted', 'within-seats'],
    ['Ben Two', 2, 'accepted', 'within-seats'],
    ['Cleo Three', 3, 'accepted', 'within-seats'],
    ['Gus Chief', 4, 'submitted', 'waiting'],
    ['Dan Four', 5, 'submitted', 'waiting'],
    ['Eve Blank', null, 'submitted', 'needs-a-look'],
  ]);
});

test('withdrawing an accepted applicant frees the seat for the next in order, and coming back ranks again', async () => {
  const desk = await withFive();
  const { cohortId } = desk;
  const program = await desk.call('program.show', {});
  if (!program) throw new Error('The desk has a program.');
  // The place that they had, as a policy may say; by default the day of the return counts.
  const policy = { ...program.policy, admission: { ...program.policy.admission, returning: 'old-place' as const } };
  await desk.call('program.revise', { policy, effectiveOn: CivilDate.parse('2024-06-03'), note: 'Old places' });
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  const [ben = ''] = await ids(desk, 'Ben Two');
  const before = desk.hash();
  await desk.call('applicants.setStatus', { applicationIds: [ben], status: 'withdrawn', reason: 'Moved to Georgia' });
  expect((await labels(desk))[0]).toBe('Withdrew Ben Two');
  expect((await places(desk)).slice(0, 3)).toEqual([
    ['Ada One', 1, 'accepted', 'within-seats'],
    ['Cleo Three', 2, 'accepted', 'within-seats'],
    ['Dan Four', 3, 'submitted', 'within-seats'],
  ]);
  expect(await participants(desk)).toEqual(['Ada One enrolled', 'Ben Two withdrawn', 'Cleo Three enrolled']);
  await desk.call('applicants.setStatus', { applicationIds: [ben], status: 'submitted' });
  expect((await places(desk)).map(([name]) => name).slice(0, 4)).toEqual([
    'Ada One',
    'Ben Two',
    'Cleo Three',
    'Dan Four',
  ]);
  await desk.call('applicants.accept', { cohortId, applicationIds: [ben] });
  expect(await participants(desk)).toEqual(['Ada One enrolled', 'Ben Two enrolled', 'Cleo Three enrolled']);
  for (let step = 0; step < 3; step += 1) await desk.call('history.undo', {});
  expect(desk.hash()).toBe(before);
});

test('a status that stands already is no change, and a missing application is refused', async () => {
  const desk = await withFive();
  const [ada = ''] = await ids(desk, 'Ada One');
  await desk.call('applicants.setStatus', { applicationIds: [ada], status: 'declined', reason: 'Applied by mistake' });
  expect((await labels(desk))[0]).toBe('Declined Ada One');
  const again = await desk.refusal('applicants.setStatus', { applicationIds: [ada], status: 'declined' });
  expect(again.sentence).toBe('Ada One is declined already.');
  const accept = { cohortId: desk.cohortId, applicationIds: [ada] };
  expect((await desk.refusal('applicants.accept', accept)).reasons).toEqual([
    'Ada One is declined. Reconsider the application first.',
  ]);
  await desk.call('history.undo', {});
  await desk.call('history.undo', {});
  const missing = await desk.refusal('applicants.setStatus', { applicationIds: [ada], status: 'waiting' });
  expect(missing.sentence).toContain('no longer exists');
});

test('settling what a form left open ranks the applicant, and the form keeps what was typed', async () => {
  const desk = await openFoxtrot({ seats: 3 });
  await desk.apply([{ name: 'Eve Blank', years: 'a while', membership: 'General' }]);
  const [applicationId = ''] = await ids(desk, 'Eve Blank');
  expect((await desk.applicant('Eve Blank')).years).toBe('?');
  await desk.call('applicants.answer', { applicationId, yearsInEducation: 4 });
  expect((await labels(desk))[0]).toBe('Set the years (4) of Eve Blank');
  const shown = await desk.call('applicants.show', { applicationId });
  expect(shown.row).toMatchObject({ place: 1, tier: 2, years: '4', verdict: 'within-seats' });
  expect(shown.ranking.reasons.map(({ seen }) => seen).join()).not.toContain('a while');
  expect(shown.submissions[0]?.answers).toContainEqual({
    question: 'Years in education',
    answer: 'a while',
    understood: '',
  });
  expect(shown.history.at(-1)?.sentence).toBe('Years not known → 4');
  // The same file again is the same sending: what the lead settled stands.
  const again = await desk.apply([{ name: 'Eve Blank', years: 'a while', membership: 'General' }]);
  expect(again).toContain('nothing was saved');
  const unknown = await desk.refusal('applicants.answer', { applicationId, membership: 'platinum' });
  expect(unknown.reasons).toContain('ALET General Member');
});

/** `Ada One enrolled`, by name. */
async function participants(desk: Foxtrot): Promise<string[]> {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(desk.databaseFile, { readonly: true });
  const rows = database
    .prepare<[], { said: string }>(
      `SELECT givenName || ' ' || familyName || ' ' || status AS said FROM participant
       JOIN person ON person.id = personId ORDER BY said`,
    )
    .all();
  database.close();
  return rows.map(({ said }) => said);
}
