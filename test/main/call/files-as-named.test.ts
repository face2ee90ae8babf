import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { api, type CallName, type InputOf } from '../../../shared/api.ts';
import type { CohortId, SessionId } from '../../../shared/model/ids.ts';
import { openTestDesk, type TestDesk } from '../open-desk.ts';
import { Seed } from '../seed-graduates.ts';

type Export = { [Name in CallName]: readonly [Name, () => InputOf<Name>] }[CallName];

let desk: TestDesk;
let cohortId: CohortId;
let sessionId: SessionId;

beforeEach(async () => {
  desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot');
  const [session] = seed.year(foxtrot, [
    '2023-10-16',
    '2023-10-19',
    '2024-02-05',
    '2024-02-08',
    '2024-05-20',
    '2024-05-23',
  ]);
  const zoe = seed.participant(foxtrot, 'Zoë Adams');
  if (!session) throw new Error('No session was planned.');
  seed.checkIn(session, zoe);
  seed.due(seed.graduate(seed.cohort('Alpha'), 'Ada Quill', '2020-05-01'), '2022-06-01');
  await seed.write(desk);
  cohortId = foxtrot.id;
  sessionId = session;
});

const applicantColumns: InputOf<'applicants.export'>['columns'] = ['name', 'status'];

const exports: readonly Export[] = [
  ['applicants.export', () => ({ cohortId, columns: applicantColumns })],
  ['cohorts.exportRoster', () => ({ cohortId })],
  ['attendance.exportSession', () => ({ sessionId })],
  ['attendance.exportCohort', () => ({ cohortId })],
  ['progress.export', () => ({ cohortId })],
  ['fees.export', () => ({ cohortId })],
  ['graduates.export', () => ({ cohortId })],
  ['recertification.export', () => ({})],
  ['published.export', () => ({})],
];

describe('a list is saved as the name that was chosen says, whatever was asked for', () => {
  test('in every call that saves a list', () => {
    const known = new Set<string>(exports.map(([name]) => name));
    // A key is no list.
    const saving = Object.keys(api).filter((name) => /\.export/.test(name) && name !== 'certificates.exportKey');
    expect(saving.filter((name) => !known.has(name))).toEqual([]);
  });

  test.each(exports)('%s', async (name, input) => {
    const saved = async (file: string, format: 'csv' | 'xlsx'): Promise<string> => {
      desk.answers.saveFile = path.join(desk.folder, file);
      await desk.call(name, { ...input(), format } as never);
      return readFileSync(desk.answers.saveFile, 'latin1');
    };
    const csv = await saved('list.csv', 'xlsx');
    expect(csv.startsWith('PK')).toBe(false);
    expect(csv).toMatch(/^[^\r\n]*,[^\r\n]*\r\n/);
    expect(await saved('LIST.CSV', 'xlsx')).toBe(csv);
    expect((await saved('list.xlsx', 'csv')).startsWith('PK')).toBe(true);
    // A name that says neither gets what was asked for.
    expect((await saved('list', 'csv')).startsWith('PK')).toBe(false);
    expect((await saved('other', 'xlsx')).startsWith('PK')).toBe(true);
  });
});
