import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { Desk, outcomes, sheetOf, tempFile } from './import-desk.ts';

/** Six people as a careful form has them: sent, e-mail, first, last, certificate, system, post, membership, years, phone. */
const people = [
  '2024-04-01T07:10:31|ada.lund@example.org|Ada|Lund||Baldwin County Schools|No|None|5|9385550158',
  '2024-04-01T08:12:41|renee@example.org|Renée|O’Brien|Renée O’Brien, Ed.D.|Gadsden City Schools|Yes|Delegate|16|2565550112',
  '2024-04-22T16:33:42|zoe@example.org|Zoë|De la Cruz||Troy University|No|Higher Ed|1|2055550101',
  '2024-05-07T09:02:50|marybeth@example.org|Mary Beth|Dozier||DeKalb County Schools|No|General|9|',
  '2024-05-13T12:36:32|patrice@example.org|Patrice|Van der Meer||Mobile County Public Schools|No|General|2|2515550144',
  '2024-05-28T23:55:00|jeanluc@example.org|Jean-Luc|Smith-Jones|J.-L. Smith-Jones|St. Clair County Schools|No|None|12|2515550146',
].map((line) => line.split('|'));

const oneOf = (...names: readonly string[]) => fc.constantFrom(...names);
/** What other forms call the columns. */
const titles = fc.tuple(
  oneOf('Timestamp', 'Completion time', 'Submit Date', 'Response Date', 'Date/Time', 'submitted_at', 'Recorded Date'),
  oneOf('Email Address *', 'E-mail', 'Work Email', 'Your e-mail address', 'E-Mail Address (required)'),
  oneOf('First Name', 'First', 'First name', 'first_name', 'FNAME'),
  oneOf('Last Name', 'Last', 'Surname', 'LastName', 'LNAME'),
  oneOf('Name as it should appear on your certificate', 'Certificate Name', 'Name for the certificate (with degrees)'),
  oneOf(
    'School System / Organization',
    'District/School System',
    'System/Org',
    'LEA',
    'Where do you work?',
    'Employer',
  ),
  oneOf('Do you hold the highest EdTech position?', 'Are you the technology director?', 'Top Tech Leader?'),
  oneOf('ALET Membership', 'Member Type', 'Are you an ALET member? If so, which kind?'),
  oneOf('Years in education', '# Years in Education', 'Yrs in Ed', 'Years Exp.', 'Educational experience (years)'),
  oneOf('Phone', 'Cell', 'Best phone number', 'Phone #', 'Contact Number'),
);
const twelve = (hour: number): string => `${hour % 12 || 12}`;
const half = (hour: number): string => (hour < 12 ? 'AM' : 'PM');
/** How other programs write a moment of the spring of 2024. */
const clocks: readonly ((sent: string) => string)[] = [
  (sent) => `${sent}-05:00`,
  (sent) => sent.replace('T', ' '),
  (sent) => new Date(`${sent}-05:00`).toISOString(),
  (sent) => {
    const [, year, month, day, hour, rest] = /^(\d+)-(\d+)-(\d+)T(\d+):(.*)$/.exec(sent) ?? [];
    return `${Number(month)}/${Number(day)}/${year} ${twelve(Number(hour))}:${rest} ${half(Number(hour))}`;
  },
  (sent) => {
    const [, year, month, day, hour, rest] = /^(\d+)-(\d+)-(\d+)T(\d+):(.*)$/.exec(sent) ?? [];
    return `${year}/${month}/${day} ${twelve(Number(hour))}:${rest} ${half(Number(hour))} CDT`;
  },
];
const phones: readonly ((phone: string) => string)[] = [
  (phone) => phone,
  (phone) => phone.replace(/(...)(...)(....)/, '($1) $2-$3'),
  (phone) => phone.replace(/(...)(...)(....)/, '+1 $1.$2.$3'),
];
/** Columns that no one asked for, which must not be taken for one of the others. */
const strangers = [
  ['ID', '17'],
  ['Superintendent Email', 'boss@example.org'],
  ['Years in current position', '1'],
  ['CoSN member?', 'Yes'],
  ['Number of students in your system', '4200'],
  ['Comments', 'Looking forward, thanks; "really"'],
] as const;

const dress = fc.record({
  titles,
  clock: fc.constantFrom(...clocks),
  phone: fc.constantFrom(...phones),
  yes: fc.constantFrom(['Yes', 'No'], ['TRUE', 'FALSE'], ['Y', 'N'], ['1', '0'], ['yes ', ' no']),
  years: fc.constantFrom('', ' years', ' yrs.', '.0'),
  strangers: fc.subarray([...strangers]),
  order: fc.shuffledSubarray(
    Array.from({ length: 16 }, (_, at) => at),
    { minLength: 16 },
  ),
  titled: fc.boolean(),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  newline: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf16le', 'windows-1252'),
  shouted: fc.boolean(),
});
type Dress = typeof dress extends fc.Arbitrary<infer Value> ? Value : never;

/** The people as such a form would have them, header first. */
function tableOf({
  titles: names,
  clock,
  phone,
  yes,
  years,
  strangers: others,
  order,
  titled,
  shouted,
}: Dress): string[][] {
  const rows = people.map((cells) =>
    cells.map((cell, at) => {
      if (at === 0) return clock(cell);
      if (at === 1) return shouted ? ` ${cell.toUpperCase()}` : cell;
      if (at === 6) return (cell === 'Yes' ? yes[0] : yes[1]) ?? '';
      if (at === 8) return `${cell}${years}`;
      return at === 9 ? phone(cell) : cell;
    }),
  );
  const whole = [
    [...names, ...others.map(([name]) => name)],
    ...rows.map((row) => [...row, ...others.map(([, cell]) => cell)]),
  ];
  const columns = order.filter((at) => at < names.length + others.length);
  const table = whole.map((row) => columns.map((at) => row[at] ?? ''));
  return titled ? [['AL-CTO applications'], [], ...table] : table;
}

const quoted = (cell: string, delimiter: string): string =>
  cell.includes(delimiter) || /["\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** The same people under the plainest names, as they come in. */
function plainFacts(): readonly string[] {
  const header = ['Timestamp', 'Email', 'First', 'Last', 'Certificate name', 'System', 'Highest position'];
  const desk = new Desk();
  desk.take(sheetOf([[...header, 'Membership', 'Years', 'Phone'], ...people]));
  return desk.facts();
}

test('a list in any dress is the same people with the same facts, as a CSV and as a workbook', async () => {
  const facts = plainFacts();
  expect(facts.filter((line) => line.includes('renee@'))).toEqual([
    JSON.stringify({
      givenName: 'Renée',
      familyName: 'O’Brien',
      email: 'renee@example.org',
      phone: '2565550112',
      certificateName: 'Renée O’Brien, Ed.D.',
      jobTitle: null,
      place: 'Gadsden City Schools',
      membership: 'delegate',
      highestPost: 'yes',
      yearsInEducation: 16,
      firstSubmittedAt: '2024-04-01T13:12:41.000Z',
      latestSubmittedAt: '2024-04-01T13:12:41.000Z',
      needs: null,
    }),
  ]);
  const property = fc.asyncProperty(dress, async (worn) => {
    const table = tableOf(worn);
    const { delimiter, newline, encoding } = worn;
    const text = table.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter)).join(newline);
    const csv = new Desk();
    const plan = await csv.takeFile(tempFile('list.csv', iconv.encode(text, encoding, { addBOM: true })));
    expect(outcomes(plan)).toEqual({ create: people.length });
    expect(csv.facts()).toEqual(facts);
    const cells = table.map((row) => row.map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)));
    const book = new Desk();
    await book.takeFile(tempFile('list.xlsx', await writeXlsx({ sheets: [{ name: 'Form1', rows: cells }] })));
    expect(book.facts()).toEqual(facts);
  });
  await fc.assert(property, { numRuns: 30 });
});
