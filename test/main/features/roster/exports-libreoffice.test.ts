import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { openTestDesk, type TestDesk } from '../../open-desk.ts';
import { has, output } from '../../papers/tools.ts';
import { Seed } from '../../seed-graduates.ts';

const names = [
  '=SUM(A1)',
  '+1 256',
  '-2',
  '@home',
  '00123',
  '1e5',
  '3/4',
  'Nguyễn “Zoë”',
  "O'Neal, Jr.",
  'TRUE',
  '12:30',
];

/** A desk with everything that a spreadsheet might take for something else. */
async function awkward(test: TestDesk): Promise<{ readonly cohortId: string; readonly sessionId: string }> {
  await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot', { startsOn: CivilDate.parse('2024-06-01') });
  const alpha = seed.cohort('Alpha', { status: 'finished', fee: Cents.parse(0) });
  const sessionId = seed.session(foxtrot, 'data-governance', '2024-06-03');
  for (const [at, name] of names.entries()) {
    const person = seed.person(`Ann ${name}`, {
      organization: name,
      phone: at % 2 === 0 ? '0044 1' : '+12565550112',
      jobTitle: at === 0 ? 'two\nlines, "quoted"' : name,
      email: `ann${at}@example.org`,
    });
    const applicationId = seed.application(foxtrot, person, `2024-04-0${(at % 9) + 1}T21:33:3${at % 10}.250Z`);
    const participant = seed.participant(foxtrot, person, { applicationId });
    if (at % 3 === 0) seed.checkIn(sessionId, participant, `2024-06-03T13:0${at % 10}:31.250Z`);
    seed.due(seed.graduate(alpha, seed.person(`Yolanda ${name}`, { organization: name })), '2022-06-01', null, name);
  }
  await seed.write(test);
  const { rows } = await test.call('cohorts.participants', { cohortId: foxtrot.id });
  const payer = rows[0];
  if (!payer) throw new Error('No one is enrolled.');
  await test.call('fees.receive', {
    shares: { split: 'owed', participantIds: [payer.participantId] },
    method: 'check',
    reference: '00142',
    payer: '=Lee County',
    receivedOn: CivilDate.parse('2024-06-03'),
  });
  await test.call('attendance.note', {
    sessionId,
    personIds: [payer.personId],
    what: { kind: 'hours', hours: 3.25, reason: '=left at noon' },
  });
  return { cohortId: foxtrot.id, sessionId };
}

/** Every cell by what it holds; empty ones at a row's end are no cells. */
async function cellsOf(file: string): Promise<unknown[][]> {
  const rows = (await readXlsx(await readFile(file))).sheets[0]?.rows ?? [];
  return rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null && cell !== '') + 1));
}

test.skipIf(!has('soffice'))(
  'LibreOffice (soffice) takes every workbook to CSV and back without a changed cell',
  async () => {
    const test = openTestDesk();
    const { cohortId, sessionId } = await awkward(test);
    const at = (name: string): string => path.join(test.folder, name);
    const written: string[] = [];
    const into = (name: string): void => {
      test.answers.saveFile = at(`${name}.xlsx`);
      written.push(name);
    };
    into('roster');
    const columns = [
      'name',
      'organization',
      'jobTitle',
      'phone',
      'years',
      'tier',
      'attended',
      'courses',
      'fee',
    ] as const;
    await test.call('cohorts.exportRoster', { cohortId, columns: [...columns] });
    into('attendance');
    await test.call('attendance.exportSession', { sessionId });
    into('attendance-of-the-year');
    await test.call('attendance.exportCohort', { cohortId });
    into('progress');
    await test.call('progress.export', { cohortId, columns: ['name', 'courses', 'attended', 'missing', 'sentence'] });
    into('overdue');
    await test.call('recertification.export', { show: 'overdue' });
    into('fees');
    await test.call('fees.export', { cohortId });

    const profile = `-env:UserInstallation=file://${test.folder}/profile`;
    // Comma, quotes, UTF-8, American English; texts in quotes are texts, everything else is what it looks like.
    const csv = 'Text - txt - csv (StarCalc):44,34,76,1,,1033,true,true,false';
    const convert = (...args: string[]) => output('soffice', profile, '--headless', ...args);
    convert('--convert-to', `csv:${csv}`, '--outdir', at('out'), ...written.map((name) => at(`${name}.xlsx`)));
    const csvs = written.map((name) => path.join(at('out'), `${name}.csv`));
    convert(`--infilter=${csv}`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', at('back'), ...csvs);
    for (const name of written) {
      const before = await cellsOf(at(`${name}.xlsx`));
      expect(before.length, name).toBeGreaterThan(names.length);
      expect(await cellsOf(path.join(at('back'), `${name}.xlsx`)), name).toEqual(before);
    }
  },
);
