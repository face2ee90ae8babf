import { describe, expect, test } from 'vitest';
import { readSpreadsheet } from '../../../../main/spreadsheets/read/read-spreadsheet.ts';
import { accepted, Desk, outcomes, sheetOf, tempFile } from './import-desk.ts';

/** What a list's rows say of everyone, by the facts that a tier is decided by. */
function told(rows: readonly (readonly string[])[]) {
  const desk = new Desk();
  const plan = desk.take(sheetOf(rows));
  const people = [...desk.applications.values()].map((application) => {
    const { givenName, familyName, email, phone, organizationId } = desk.person(application.personId);
    const place = organizationId && desk.organizations.get(organizationId)?.name;
    const { membership, highestPost, yearsInEducation, firstSubmittedAt } = application;
    return {
      name: `${givenName} ${familyName}`,
      email,
      phone,
      place,
      membership,
      highestPost,
      yearsInEducation,
      firstSubmittedAt,
    };
  });
  return { people, notes: plan.rows.map(({ notes }) => notes.join(' ')), plan, desk };
}

describe('forms in other languages', () => {
  const answers = ['Lee County Schools', 'Director', 'Delegate Member', '12', '205-555-0101'];
  const [place = '', post = '', membership = '', years = '', phone = ''] = answers;

  test.each([
    [
      'German',
      'Zeitstempel;Vorname;Nachname;E-Mail-Adresse;Schulbezirk;Stellenbezeichnung;Höchste EdTech-Position im Bezirk?;ALET-Mitgliedschaft;Jahre im Bildungswesen;Telefon',
      'Ja',
    ],
    [
      'Spanish',
      'Marca temporal;Nombre;Apellidos;Correo electrónico;Distrito escolar;Puesto;¿Ocupa el puesto más alto de tecnología educativa?;Membresía de ALET;Años de experiencia en educación;Teléfono',
      'Sí',
    ],
    [
      'French',
      'Horodateur;Prénom;Nom de famille;Adresse e-mail;District scolaire;Fonction;Occupez-vous le poste le plus élevé ?;Adhésion à ALET;Années d’expérience dans l’éducation;Téléphone',
      'Oui',
    ],
  ])('%s headers, days and answers are understood', (_language, header, yes) => {
    const { people } = told([
      header.split(';'),
      ['15.04.2024 08:10', 'Jürgen', 'Müller', 'juergen@example.org', place, post, yes, membership, years, phone],
    ]);
    expect(people).toEqual([
      {
        name: 'Jürgen Müller',
        email: 'juergen@example.org',
        phone: '2055550101',
        place: 'Lee County Schools',
        membership: 'delegate',
        highestPost: 'yes',
        yearsInEducation: 12,
        firstSubmittedAt: '2024-04-15T13:10:00.000Z',
      },
    ]);
  });

  test('a German office form’s own columns are those of an English one', () => {
    const { people } = told([
      [
        'ID',
        'Startzeit',
        'Fertigstellungszeit',
        'E-Mail',
        'Name',
        'Vorname',
        'Nachname',
        'Schulbezirk',
        'Mitgliedschaft',
        'Dienstjahre',
        'Höchste Position?',
      ],
      [
        '1',
        '15.04.2024 08:00',
        '15.04.2024 08:10',
        'anonym',
        '',
        'Mei',
        'Lund',
        'Lee County Schools',
        'General',
        '5',
        'Nein',
      ],
    ]);
    expect(people).toMatchObject([
      {
        name: 'Mei Lund',
        email: null,
        membership: 'general',
        highestPost: 'no',
        firstSubmittedAt: '2024-04-15T13:10:00.000Z',
      },
    ]);
  });
});

describe('an office form that people answer without signing in', () => {
  const header = [
    'Completion time',
    'Email',
    'Name',
    'Your name',
    'School system',
    'Membership',
    'Years in education',
    'Highest position?',
  ];
  const answersOf = (email: string, name: string) => [
    '4/15/2024 8:10',
    email,
    '',
    name,
    'Lee County Schools',
    'General',
    '5',
    'No',
  ];

  test('“anonymous” is no address: the cell counts as empty', () => {
    const { people, notes } = told([header, answersOf('anonymous', 'Mei Lund')]);
    expect(people).toMatchObject([{ name: 'Mei Lund', email: null }]);
    expect(notes).toEqual([expect.stringContaining('“Email” is empty; ask for an e-mail address.')]);
  });

  test('the address that the form asks for counts, also where others signed in', () => {
    const withOwn = [...header, 'Your e-mail address'];
    const { people } = told([
      withOwn,
      [...answersOf('anonymous', 'Mei Lund'), 'mei@example.org'],
      [...answersOf('bo.reed@example.org', 'Bo Reed'), 'bo@example.org'],
    ]);
    expect(people).toMatchObject([{ email: 'mei@example.org' }, { email: 'bo@example.org' }]);
  });

  test('it takes a known address away from no one', () => {
    const { desk } = told([header, answersOf('mei@example.org', 'Mei Lund')]);
    const plan = desk.take(sheetOf([header, answersOf('anonymous', 'Mei Lund')]));
    expect(outcomes(plan)).not.toHaveProperty('create');
    expect(desk.called('Lund').email).toBe('mei@example.org');
  });
});

describe('a question with a column for each choice', () => {
  const header = (name: (choice: string) => string) => [
    'Timestamp',
    'Email',
    'Full name',
    'School system',
    'Highest position?',
    name('Delegate Member'),
    name('General Member'),
    name('None'),
    'Years in education',
  ];
  const people = (ticks: readonly (readonly [string, string, string])[]) =>
    ticks.map((each, at) => [
      '4/15/2024 8:10',
      `p${at}@example.org`,
      `Person P${'abc'[at]}`,
      'Lee County Schools',
      'No',
      ...each,
      '5',
    ]);

  test.each([
    ['in brackets, ticked with Yes', (choice: string) => `ALET Membership [${choice}]`, 'Yes', ''],
    ['as “choice=”, checked or unchecked', (choice: string) => `Membership (choice=${choice})`, 'Checked', 'Unchecked'],
    ['in brackets, with 1 and 0', (choice: string) => `Membership [${choice}]`, '1', '0'],
  ])('%s, is one answer', (_what, name, yes, no) => {
    const { people: found, plan } = told([
      header(name),
      ...people([
        [yes, no, no],
        [no, yes, no],
        [no, no, yes],
      ]),
    ]);
    expect(found.map((person) => person.membership)).toEqual(['delegate', 'general', 'non-member']);
    expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['create', 'create', 'create']);
  });

  test('says what it took the columns for, and doubts who ticked two', () => {
    const { notes, desk } = told([header((choice) => `Membership [${choice}]`), ...people([['x', 'x', '']])]);
    expect(notes.join()).toMatch(/Two columns are taken for the membership, and both are filled/);
    expect(desk.applications.size).toBe(1);
  });

  test('the choice itself as the answer is that choice', () => {
    const { people: found } = told([
      header((choice) => `What is your membership? [${choice}]`),
      ...people([['', 'General Member', '']]),
    ]);
    expect(found).toMatchObject([{ membership: 'general' }]);
  });

  test('one column alone with words in brackets is a question like any other', () => {
    const { people: found } = told([
      [
        'Timestamp',
        'Email',
        'Full name',
        'School system [as on your badge]',
        'Highest position?',
        'Membership',
        'Years in education',
      ],
      ['4/15/2024 8:10', 'mei@example.org', 'Mei Lund', 'Lee County Schools', 'No', 'General', '5'],
    ]);
    expect(found).toMatchObject([{ place: 'Lee County Schools', membership: 'general' }]);
  });
});

test.each([
  'Note: applications close March 31',
  '* late',
  'Exported: 4/30/2024',
  'Page 1 of 1',
  'Last updated April 30',
])('a line under the table that says “%s” is no one', (note) => {
  const header = [
    'Last Name',
    'First Name',
    'E-mail',
    'Phone',
    'System',
    'Top EdTech leader?',
    'Member type',
    'Yrs in Ed',
    'Date submitted',
  ];
  const ana = [
    'Alvarez',
    'Ana',
    'ana@example.org',
    '(205) 555-0101 x12',
    'Lee County Schools',
    'Y',
    'Delegate',
    '12',
    '4/5/24',
  ];
  const { people, plan } = told([['ALET applications, spring 2024'], [], header, ana, ['Total', '1'], [], [note]]);
  expect(people).toMatchObject([{ name: 'Ana Alvarez', phone: '(205) 555-0101 x12' }]);
  expect(plan.skipped.map(({ reason }) => reason)).toContain('The row is a note under the table, not a person.');
});

test('a list that a German spreadsheet saved reads as it was meant: semicolons, Latin letters, days with dots', async () => {
  const text = [
    'Vorname;Nachname;E-Mail;Schulbezirk;Höchste Position;Mitgliedschaft;Jahre im Bildungswesen;Eingangsdatum',
    'Käthe;Weiß;kaethe@example.org;Lee County Schools;Nein;General;5,5;15.04.24',
  ].join('\r\n');
  const desk = new Desk();
  const plan = desk.take(accepted(await readSpreadsheet(tempFile('liste.csv', Buffer.from(text, 'latin1')))));
  expect(outcomes(plan)).toEqual({ create: 1 });
  expect(desk.applicationOf(desk.called('Weiß'))).toMatchObject({ yearsInEducation: 5.5, highestPost: 'no' });
});
