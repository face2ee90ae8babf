import { describe, expect, it } from 'vitest';
import { Desk, outcomes, sample } from './import-desk.ts';

describe('the sample list', () => {
  it('comes in once: from the web form, again, and as the office’s workbook', async () => {
    const desk = new Desk();
    const first = await desk.takeFile(sample('applications-web-form.csv'));
    expect(outcomes(first)).toEqual({ create: 65, 'needs-a-look': 5, update: 4, 'cannot-be-used': 1 });
    expect([desk.people.size, desk.applications.size, desk.submissions.size]).toEqual([70, 70, 74]);
    for (const file of ['applications-web-form.csv', 'applications-office-form.xlsx']) {
      const again = await desk.takeFile(sample(file));
      expect(outcomes(again)).toEqual({ same: 74, 'cannot-be-used': 1 });
      expect(again.writes).toEqual([]);
    }
  });

  it('tells the same of everyone, whichever form it came from', async () => {
    const [web, office] = [new Desk(), new Desk()];
    await web.takeFile(sample('applications-web-form.csv'));
    await office.takeFile(sample('applications-office-form.xlsx'));
    expect(office.facts()).toEqual(web.facts());
    expect(outcomes(await office.takeFile(sample('applications-web-form.csv')))).toEqual({
      same: 74,
      'cannot-be-used': 1,
    });
  });

  it('keeps accents, long names and text that looks like a formula', async () => {
    const desk = new Desk();
    await desk.takeFile(sample('applications-web-form.csv'));
    expect(desk.called('Nguyễn')).toMatchObject({ givenName: 'Linh', certificateName: 'Nguyễn Thị Linh' });
    expect(desk.called('O’Brien')).toMatchObject({ givenName: 'Siobhán', phone: '2565550174' });
    expect(desk.called('McWhirtle')).toMatchObject({ givenName: 'Lorcan', email: 'lorcan.mcwhirtle@example.org' });
    expect(desk.called('Featherstonehaugh-Cholmondeley-Montañez').givenName).toBe('Maximiliana Alexandrina');
    expect(desk.applicationOf(desk.called('Dávenport'))).toMatchObject({
      needs: '=HYPERLINK(A1,"click")',
      yearsInEducation: 12,
      membership: 'delegate',
      highestPost: 'yes',
    });
  });

  it('has enough for thirty seats and a waiting list, and one who was late', async () => {
    const desk = new Desk();
    await desk.takeFile(sample('applications-web-form.csv'));
    const all = [...desk.applications.values()];
    const inTime = all.filter((one) => one.firstSubmittedAt < '2024-06-01T05:00:00.000Z');
    const ranked = inTime.filter(
      (one) => (one.membership === 'delegate' && one.highestPost === 'yes') || (one.yearsInEducation ?? 0) >= 3,
    );
    expect(ranked.length).toBeGreaterThanOrEqual(40);
    expect(all.length - inTime.length).toBe(1);
  });

  it('says what is wrong with each doubtful row', async () => {
    const plan = await new Desk().takeFile(sample('applications-web-form.csv'));
    const notes = plan.rows.filter((one) => one.outcome === 'needs-a-look').flatMap((one) => one.notes);
    expect(notes).toContain(
      '“??” in “Years of experience in education” isn’t a number of years; ask, and set the years.',
    );
    expect(notes).toContain(
      '“ALET member” in “ALET Membership” isn’t one of the program’s memberships; ask, and set the membership.',
    );
    expect(notes).toContain('“not-an-address” in “Email Address” isn’t an e-mail address; ask, and correct it.');
    expect(notes).toContain('“Years of experience in education” is empty; ask, and set the years.');
  });
});
