import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../runs.ts';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const given = fc.constantFrom('Mei', 'RENÉE', 'Jean Luc', 'olivia', '', 'Zoë', '  Ada ', 'O’Marrow');
const family = fc.constantFrom('Lund', 'NÚÑEZ-LARK', 'Van der Meer', 'mcavoy', '', 'Quill, Ed.D.', 'Total');
const email = fc.constantFrom('mei@example.org', 'MEI@example.org', 'ada@example.org', 'no mail', '', 'x@y');
const system = fc.constantFrom('Lee County Schools', 'LEE CO. SCH.', 'Auburn University', '', 'Lee\nCounty');
const sent = fc.constantFrom('2024/04/01 9:00:00 AM CDT', '4/2/2024', '2024-05-06T10:00:00', 'yesterday', '45383');
const membership = fc.constantFrom('ALET General Member', 'general', 'Delegate', 'none', '', 'whatever');
const years = fc.constantFrom('5', '15+', 'less than 1', 'ten', '', '-3', '1999');
const post = fc.constantFrom('Yes', 'no', 'TRUE', '', 'maybe');
const phone = fc.constantFrom('(205) 555-0100', '2055550100', '', '12');

const applicationHeader =
  'Timestamp,Email,First Name,Last Name,School System,Do you hold the highest EdTech position?,ALET Membership,Years of experience in education,Phone';
const application = fc.tuple(sent, email, given, family, system, post, membership, years, phone);
const graduateHeader = 'First Name,Last Name,E-mail,School System,Cohort,Graduated,Re-cert docs received,Notes';
const graduate = fc.tuple(
  given,
  family,
  email,
  system,
  fc.constantFrom('Alpha', 'alpha', 'Cohort Beta', ''),
  fc.constantFrom('6/9/2017', '2018-06-10', 'spring', ''),
  fc.constantFrom('3/1/2022', 'pending', ''),
  fc.constantFrom('', 'moved', 'paid twice'),
);

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const fileOf = (header: string, rows: readonly (readonly string[])[]): string =>
  [header, ...rows.map((row) => row.map(cell).join(','))].join('\n');

const file = fc.oneof(
  fc.array(application, { minLength: 1, maxLength: 12 }).map((rows) => fileOf(applicationHeader, rows)),
  fc.array(graduate, { minLength: 1, maxLength: 12 }).map((rows) => fileOf(graduateHeader, rows)),
);

/** Imports a file as a lead who changes nothing would; null where it is refused. */
async function take(desk: Foxtrot, text: string) {
  desk.answers.openFile = path.join(desk.folder, 'random.csv');
  writeFileSync(desk.answers.openFile, text);
  const applied = await desk.ask('imports.apply', { cohortId: desk.cohortId });
  return applied.ok ? applied.value : null;
}

test('importing and taking it back is the identity, and importing twice writes nothing the second time', async () => {
  const desk = await openFoxtrot();
  await take(desk, fileOf(applicationHeader, [['2024/04/01 9:00:00 AM CDT', 'ada@example.org', 'Ada', 'Quill']]));
  let imported = 0;
  const property = fc.asyncProperty(file, async (text) => {
    const before = desk.hash();
    const commands = (await desk.call('history.list', {})).total;
    const first = await take(desk, text);
    const after = desk.hash();
    const second = await take(desk, text);
    expect(desk.hash()).toBe(after);
    if (second) expect(second.counts).toMatchObject({ create: 0, update: 0, 'needs-a-look': 0 });
    if (after === before) return;
    imported += 1;
    expect(first?.sentence).toMatch(/^(Imported|Updated) /);
    expect((await desk.call('history.list', {})).total).toBe(commands + 1);
    await desk.call('history.undo', {});
    expect(desk.hash()).toBe(before);
  });
  await fc.assert(property, { numRuns: runs(60) });
  expect(imported).toBeGreaterThan(runs(60) / 2);
});
