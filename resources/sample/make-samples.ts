// Writes the sample spreadsheets beside this file: `node resources/sample/make-samples.ts`. The same every time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { questions, sendings } from './applications.ts';
import type { Sending } from './oddities.ts';
import { familyNames, givenNames, systems } from './people.ts';

const write = (name: string, content: string | Uint8Array): void =>
  writeFileSync(join(import.meta.dirname, name), content);
const properties = { creator: 'Cohort Desk samples', created: new Date(0), modified: new Date(0) };

const answers = (sent: Sending): string[] => [
  sent.certificate,
  sent.system,
  sent.job,
  sent.highest,
  sent.membership,
  sent.years,
  sent.phone,
  sent.payment,
  sent.needs,
];

/** As a web form writes it: `2024/04/01 7:10:31 AM CDT`. */
function webStamp(at: string): string {
  const [date = '', time = ''] = at.split('T');
  const [hour = 0, ...rest] = time.split(':');
  const half = Number(hour) < 12 ? 'AM' : 'PM';
  return `${date.replaceAll('-', '/')} ${[Number(hour) % 12 || 12, ...rest].join(':')} ${half} CDT`;
}

function webForm(all: readonly Sending[]): string {
  const header = ['Timestamp', 'Email Address', 'First Name', 'Last Name', ...questions];
  const rows = all.map((sent) => [webStamp(sent.at), sent.email, sent.given, sent.family, ...answers(sent)]);
  return `\uFEFF${Papa.unparse([header, ...rows], { newline: '\r\n' })}\r\n`;
}

function officeForm(all: readonly Sending[]): Promise<Uint8Array> {
  const header = ['ID', 'Start time', 'Completion time', 'Email', 'Name', ...questions];
  const rows = all.map((sent, index): CellValue[] => {
    const completed = Date.parse(`${sent.at}Z`);
    const typed = answers(sent).map((answer) => (/^\d{1,2}$/.test(answer) ? Number(answer) : answer));
    const name = `${sent.given} ${sent.family}`.replace(/\s+/g, ' ').trim();
    return [index + 1, new Date(completed - 400_000), new Date(completed), sent.email, name, ...typed];
  });
  const stamp = { numFmt: 'm/d/yy h:mm:ss' };
  const form: WriteSheet = { name: 'Form1', columns: [{}, stamp, stamp], rows: [header, ...rows] };
  const note: WriteSheet = { name: 'Notes', rows: [['Exported for the program leads.']] };
  return writeXlsx({ sheets: [form, note], properties });
}

const cohorts = [
  { name: 'Alpha', count: 17, year: 2017, received: 2022 },
  { name: 'Beta', count: 21, year: 2018, received: 2022 },
  { name: 'Charlie', count: 24, year: 2019, received: 2022 },
  { name: 'Delta', count: 19, year: 2022, received: 2023 },
];
const remarks = ['pending', 'moved to Georgia', 'retired 2020'];

function graduates(): Promise<Uint8Array> {
  return writeXlsx({ sheets: cohorts.map((cohort, index) => graduatesOf(cohort, index * 31 + 5)), properties });
}

function graduatesOf(cohort: (typeof cohorts)[number], seed: number): WriteSheet {
  const day = { numFmt: 'mm/dd/yyyy' };
  const header = ['#', 'Last', 'First', 'System', 'E-mail', 'Graduated', 'Re-cert docs received', 'Notes'];
  const rows = Array.from({ length: cohort.count }, (_, index): CellValue[] => {
    const number = seed + index;
    const given = givenNames[(number * 13) % givenNames.length] ?? '';
    const family = familyNames[(number * 17 + index) % familyNames.length] ?? '';
    const plain = `${given}.${family}`
      .normalize('NFKD')
      .replace(/[^A-Za-z.]/g, '')
      .toLowerCase();
    const system = systems[(number * 7) % systems.length] ?? '';
    return [
      index + 1,
      family,
      given,
      number % 7 === 3
        ? system.toUpperCase()
        : number % 7 === 5
          ? system.replace('County Schools', 'Co Schools')
          : system,
      `${number % 6 === 2 ? ' ' : ''}${plain}${cohort.year + index}@example.org`,
      new Date(Date.UTC(cohort.year, 5, 8 + (number % 3))),
      receivedBy(number, cohort.received),
      number % 9 === 4 ? 'see e-mail' : null,
    ];
  });
  const last = rows.length + 3;
  const total: CellValue[] = [null, null, null, null, 'Total', cohort.count];
  const cells = new Map<string, Partial<Cell>>([
    [`${last + 1},5`, { value: cohort.count, formula: `COUNTA(B4:B${last})`, formulaResult: cohort.count, style: day }],
  ]);
  return {
    name: cohort.name,
    columns: [{}, {}, {}, {}, {}, day, day],
    rows: [[`AL-CTO graduates, ${cohort.name} cohort`], [], header, ...rows, [], total],
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 6 }],
    cells,
  };
}

/** A day from January to July of the year, a word of the leads, or nothing. */
function receivedBy(number: number, year: number): CellValue {
  if (number % 8 === 3) return remarks[number % 3] ?? null;
  return number % 8 < 5 ? new Date(Date.UTC(year, number % 7, 1 + ((number * 11) % 28))) : null;
}

/** Badges read at one door, some twice, two of no one on any list. */
function scans(all: readonly Sending[]): string {
  const codes = all.map((sent) => sent.email.trim().toLowerCase()).filter((email) => email.includes('@'));
  const read = codes.slice(0, 44).flatMap((code, index) => {
    const at = new Date(Date.UTC(2024, 9, 21, 12, 40, 12 + index * 19)).toISOString().replace('.000Z', 'Z');
    const strangers = index === 10 || index === 19 ? [[`nobody${index}@example.org`, at]] : [];
    return [[code, at], ...(index % 9 === 0 ? [[code, at]] : []), ...strangers];
  });
  return `${Papa.unparse([['code', 'scanned_at'], ...read], { newline: '\n' })}\n`;
}

const all = sendings();
write('applications-web-form.csv', webForm(all));
write('applications-office-form.xlsx', await officeForm(all));
write('graduates-alpha-to-delta.xlsx', await graduates());
write('session-scans.csv', scans(all));
