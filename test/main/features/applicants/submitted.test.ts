import { describe, expect, it } from 'vitest';
import { CivilDate, ClockTime } from '../../../../shared/model/dates.ts';
import { type FormRow, type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const day = CivilDate.parse('2024-04-03');
const time = ClockTime.parse('16:33');
const reason = 'Her mail of that afternoon';
const sure: FormRow = { name: 'Bea Sure', sent: '2024/04/05 9:00:00 AM CDT' };

/** What the list says of someone: verdict, place, doubt. */
async function stands(desk: Foxtrot, name: string) {
  const { verdict, place, appliedDoubt } = await desk.applicant(name);
  return [verdict, place, appliedDoubt];
}

describe('an application of which no one knows when it was sent', () => {
  it.each([
    ['', 'missing'],
    ['last week', 'unreadable'],
    ['2042/04/03 9:00:00 AM CDT', 'implausible'],
    ['1924/04/03 9:00:00 AM CDT', 'implausible'],
  ])('“%s” needs a look, and is in the way of no one', async (sent, doubt) => {
    const desk = await openFoxtrot();
    await desk.apply([{ name: 'Ada Quill', sent }, sure]);
    expect(await stands(desk, 'Ada Quill')).toEqual(['needs-a-look', null, doubt]);
    expect(await stands(desk, 'Bea Sure')).toEqual(['within-seats', 1, null]);
    // The same file again has nothing to do.
    const before = desk.hash();
    await desk.apply([{ name: 'Ada Quill', sent }, sure]);
    expect(desk.hash()).toBe(before);
  });

  it('is not accepted before it is settled, and the refusal says what to do', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ name: 'Ada Quill', sent: '' }, sure]);
    const { applicationId } = await desk.applicant('Ada Quill');
    const { reasons } = await desk.refusal('applicants.accept', {
      cohortId: desk.cohortId,
      applicationIds: [applicationId],
    });
    expect(reasons).toEqual([
      'Ada Quill: needs a look. The time of submission is missing; find out when it was sent, and set the day and time.',
    ]);
    // Everyone within the seats is everyone but her.
    expect(await desk.call('applicants.accept', { cohortId: desk.cohortId, applicationIds: 'within-seats' })).toEqual({
      accepted: 1,
    });
  });

  it('is settled by a lead, with a reason, takes its place, and can be put back in doubt', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ name: 'Ada Quill', sent: 'last week' }, sure]);
    const { applicationId } = await desk.applicant('Ada Quill');
    const before = desk.hash();
    await desk.call('applicants.setSubmitted', { applicationIds: [applicationId], day, time, reason });
    expect(await stands(desk, 'Ada Quill')).toEqual(['within-seats', 1, null]);
    expect((await desk.applicant('Ada Quill')).applied).toBe('2024-04-03T21:33:00.000Z');
    const shown = await desk.call('applicants.show', { applicationId });
    expect(shown.history.at(-1)?.sentence).toBe(
      `Set the time of submission for Ada Quill to Apr 3, 2024, 4:33 PM: “${reason}”`,
    );
    expect(shown.appliedTyped).toBe('last week');
    await desk.call('history.undo', {});
    expect(desk.hash()).toBe(before);
  });

  it('is settled by a later file that has the time, and by nothing less', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ name: 'Ada Quill', sent: '' }, sure]);
    const mended = [{ name: 'Ada Quill', sent: '2024/04/03 9:00:00 AM CDT' }, sure];
    const reading = await desk.read(mended);
    const { rows } = await desk.call('imports.preview', { readingId: reading.readingId, cohortId: desk.cohortId });
    expect(rows[0]).toMatchObject({
      outcome: 'update',
      differences: [{ field: 'time of submission', before: 'missing', after: 'Apr 3, 2024, 9:00 AM' }],
    });
    await desk.apply(mended);
    expect(await stands(desk, 'Ada Quill')).toEqual(['within-seats', 1, null]);
    const before = desk.hash();
    await desk.apply([{ name: 'Ada Quill', sent: '' }, sure]);
    expect(desk.hash()).toBe(before);
  });

  it('keeps the time of an earlier sending that can be relied on, and the dry run says so', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ name: 'Ada Quill', sent: '2024/04/03 9:00:00 AM CDT', years: '4' }]);
    const again = [{ name: 'Ada Quill', sent: 'soon', years: '7' }];
    const reading = await desk.read(again);
    const { rows } = await desk.call('imports.preview', { readingId: reading.readingId, cohortId: desk.cohortId });
    expect(rows[0]?.notes.at(-1)).toBe('The time of the earlier submission, Apr 3, 2024, 9:00 AM, is kept.');
    await desk.apply(again);
    expect(await stands(desk, 'Ada Quill')).toEqual(['within-seats', 1, null]);
    expect((await desk.applicant('Ada Quill')).years).toBe('7');
  });

  it('takes no time to come, none of another century, no empty reason, and not the same again', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ name: 'Ada Quill', sent: '' }]);
    const { applicationId } = await desk.applicant('Ada Quill');
    const set = (on: string, why = reason) =>
      desk.refusal('applicants.setSubmitted', {
        applicationIds: [applicationId],
        day: CivilDate.parse(on),
        time,
        reason: why,
      });
    expect((await set('2024-06-04')).sentence).toContain('is in the future');
    expect((await set('1924-04-03')).sentence).toContain('is too long ago');
    expect((await set('2024-04-03', ' ')).reasons[0]).toContain('a reason of three letters or more');
    await desk.call('applicants.setSubmitted', { applicationIds: [applicationId], day, time, reason });
    expect((await set('2024-04-03')).sentence).toBe('Nothing would change for Ada Quill.');
  });

  it('is settled too where it turns out to be one person with an application whose time is known', async () => {
    const desk = await openFoxtrot();
    await desk.apply([
      { name: 'Robert Cobb', sent: '', email: 'robert@example.org' },
      { name: 'Bob Cobb', sent: '2024/04/05 9:00:00 AM CDT', email: 'bob@example.org' },
    ]);
    const [bob, robert] = [await desk.applicant('Bob Cobb'), await desk.applicant('Robert Cobb')];
    await desk.call('duplicates.merge', { keptId: robert.personId, goneId: bob.personId });
    expect(await stands(desk, 'Robert Cobb')).toEqual(['within-seats', 1, null]);
    expect((await desk.applicant('Robert Cobb')).applied).toBe('2024-04-05T14:00:00.000Z');
  });

  it('is settled for several at once, who then stand at one moment', async () => {
    const desk = await openFoxtrot();
    await desk.apply([
      { name: 'Ada Quill', sent: '' },
      { name: 'Cy Marrow', sent: '' },
    ]);
    const applicationIds = (await desk.everyone()).map((row) => row.applicationId);
    expect(await desk.call('applicants.setSubmitted', { applicationIds, day, time, reason })).toEqual({ changed: 2 });
    expect((await desk.everyone()).map(({ place }) => place)).toEqual([1, 2]);
  });
});
