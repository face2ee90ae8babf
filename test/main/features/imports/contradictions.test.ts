import { describe, expect, it, test } from 'vitest';
import { orderOfDays } from '../../../../main/features/imports/day-parts.ts';
import { parseDay, parseTimestamp } from '../../../../main/features/imports/times.ts';
import { openFoxtrot } from '../../foxtrot.ts';
import { Desk, outcomes, sheetOf } from './import-desk.ts';

describe('days of both orders in one column', () => {
  test.each([
    [['13/4/2024', '4/13/2024'], 'both'],
    [['13.4.2024 9:00', '4/5/2024', '4/30/2024 8:00'], 'both'],
    [['13/4/2024', '4/5/2024'], 'day-first'],
    [['4/13/2024', '4/5/2024'], 'month-first'],
    [['4/13/2024', '45/45/2024', '32/1/2024'], 'month-first'],
    [['4/5/2024', '2024-04-13', ''], 'unsaid'],
  ] as const)('%j have the order %s', (cells, order) => expect(orderOfDays(cells)).toBe(order));

  it('are read where they read one way only, and asked about elsewhere', () => {
    const zone = 'America/Chicago';
    expect(parseTimestamp('13/4/2024 09:00', zone, 'both')).toEqual({ value: '2024-04-13T14:00:00.000Z' });
    expect(parseTimestamp('4/13/2024 09:00', zone, 'both')).toEqual({ value: '2024-04-13T14:00:00.000Z' });
    expect(parseTimestamp('5/5/2024 09:00', zone, 'both')).toEqual({ value: '2024-05-05T14:00:00.000Z' });
    expect(parseTimestamp('4/5/2024 09:00', zone, 'both')).toEqual({
      value: null,
      note: expect.stringMatching(/day or the month first.*find out when it was sent/),
    });
    expect(parseDay('4/5/2024', 'both')).toMatchObject({ value: null, remark: '4/5/2024' });
  });

  it('leave no one a place by chance', async () => {
    const desk = await openFoxtrot();
    await desk.apply([
      { name: 'Ada Quill', sent: '13/4/2024 9:00' },
      { name: 'Bo Reed', sent: '4/14/2024 9:00' },
      { name: 'Cy Marrow', sent: '5/4/2024 9:00' },
    ]);
    expect(await desk.applicant('Cy Marrow')).toMatchObject({ verdict: 'needs-a-look', appliedDoubt: 'unreadable' });
    expect(await desk.applicant('Ada Quill')).toMatchObject({ place: 1, applied: '2024-04-13T14:00:00.000Z' });
    expect(await desk.applicant('Bo Reed')).toMatchObject({ place: 2, applied: '2024-04-14T14:00:00.000Z' });
  });
});

describe('two of one name behind one switchboard', () => {
  const jo = { name: 'Jo Blogs', phone: '2515550100' };
  it('stay two and need a look, where address, post and years differ', async () => {
    const desk = await openFoxtrot();
    const rows = [
      { ...jo, email: 'x@example.org', title: 'Technology Director', years: '12' },
      { ...jo, email: 'y@example.org', title: 'Network Technician', years: '4' },
    ];
    const reading = await desk.read(rows);
    const { cohortId } = desk;
    const asked = { readingId: reading.readingId, kind: reading.kind, mappings: [...reading.mappings], cohortId };
    const preview = await desk.call('imports.preview', asked);
    expect(preview.rows.map(({ outcome }) => outcome)).toEqual(['create', 'needs-a-look']);
    expect(preview.rows[1]?.notes.join()).toMatch(
      /name and the phone of Jo Blogs.*job title, years in education.*two people/,
    );
    await desk.apply(rows);
    expect((await desk.everyone()).map(({ email, years }) => [email, years])).toEqual([
      ['x@example.org', '12'],
      ['y@example.org', '4'],
    ]);
    const before = desk.hash();
    await desk.apply(rows).catch(() => null);
    expect(desk.hash()).toBe(before);
  });

  it('are one who changed the address, and looked at where one more fact differs', async () => {
    const desk = await openFoxtrot();
    await desk.apply([{ ...jo, email: 'x@example.org' }]);
    await desk.apply([{ ...jo, email: 'jo@example.org', sent: '2024/05/01 9:00' }], 'later.csv');
    expect((await desk.everyone()).map(({ email }) => email)).toEqual(['jo@example.org']);
    const { readingId, kind, mappings } = await desk.read(
      [{ ...jo, email: 'z@example.org', title: 'Principal', sent: '2024/05/02 9:00' }],
      'last.csv',
    );
    const asked = { readingId, kind, mappings: [...mappings], cohortId: desk.cohortId };
    const [row] = (await desk.call('imports.preview', asked)).rows;
    expect(row?.notes.join()).toMatch(/other job title\. Check whether they are one person/);
  });
});

describe('a cell that says nothing', () => {
  const header = [
    'Timestamp',
    'Email',
    'First',
    'Middle name',
    'Last',
    'Suffix',
    'System',
    'Title',
    'Highest position',
    'Membership',
    'Years',
    'Phone',
    'Dietary needs',
    'How will you pay?',
    'Name on certificate',
    'Shirt size',
  ];
  const full = [
    '4/5/2024 9:00',
    'ana@example.org',
    'Ana',
    'Maria',
    'Alvarez',
    'Jr.',
    'Lee County Schools',
    'Director',
    'Yes',
    'Delegate',
    '12',
    '2055550101',
    'Vegan',
    'Check',
    'Ana M. Alvarez',
    'L',
  ];
  const blanks = ['', ' ', '\u00a0', '\u200b', '-', '—', '?', 'N/A', '#N/A'];
  // A time that says nothing is a sending of its own, and a name or address that says so is looked at.
  const columns = header.flatMap((name, column) =>
    ['Timestamp', 'Dietary needs', 'Shirt size'].includes(name) ? [] : [[name, column] as const],
  );

  test.each(columns)('under %s wipes nothing, in the same or a later sending', (name, column) => {
    for (const blank of blanks) {
      // “N/A” is how some say that they are no members.
      if (name === 'Membership' && blank === 'N/A') continue;
      for (const sent of [full[0] ?? '', '4/9/2024 9:00']) {
        const desk = new Desk();
        desk.take(sheetOf([header, full]));
        const place = (line: string): string => line.replace(/"latestSubmittedAt":"[^"]*"/, '');
        const before = desk.facts().map(place);
        const row = full.map((cell, at) => (at === column ? blank : at === 0 ? sent : cell));
        desk.take(sheetOf([header, row]));
        expect([blank, desk.facts().map(place)]).toEqual([blank, before]);
      }
    }
  });

  it('keeps the answers that no column is taken for', () => {
    const desk = new Desk();
    desk.take(sheetOf([header, full]));
    desk.take(sheetOf([header, ['4/9/2024 9:00', ...full.slice(1, -1), '']]));
    expect([...desk.applications.values()][0]?.answers).toContain('"Shirt size":"L"');
  });

  it('takes nothing away in the rows of one file, and says what stays', () => {
    const desk = new Desk();
    const plan = desk.take(sheetOf([header, full, ['4/9/2024 9:00', ...full.slice(1, 9), '', '', ...full.slice(11)]]));
    expect(outcomes(plan)).toEqual({ create: 1, update: 1 });
    expect(plan.rows[1]?.notes).toEqual([
      'Left blank here; what is known stays: membership (ALET Delegate Member), years in education (12).',
    ]);
  });

  it('is no answer that replaces another: that one is shown', () => {
    const desk = new Desk();
    desk.take(sheetOf([header, full]));
    const later = ['4/9/2024 9:00', ...full.slice(1, 10), '13', ...full.slice(11)];
    expect(desk.take(sheetOf([header, later])).rows[0]?.differences).toEqual([
      { field: 'years in education', before: '12', after: '13' },
    ]);
  });
});
