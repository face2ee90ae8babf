/** One sending of the form, as it was typed; `at` is the wall clock in the program's zone. */
export interface Sending {
  readonly at: string;
  readonly email: string;
  readonly given: string;
  readonly family: string;
  readonly certificate: string;
  readonly system: string;
  readonly job: string;
  readonly highest: string;
  readonly membership: string;
  readonly years: string;
  readonly phone: string;
  readonly payment: string;
  readonly needs: string;
}

const base = { certificate: '', highest: 'No', membership: 'General', years: '9', payment: 'Check', needs: '' };
/** Rows that need care: each is there for what its comment says. */
export const oddities: readonly Sending[] = [
  // One person with two addresses and one phone.
  {
    ...base,
    at: '2024-04-06T15:33:07',
    email: 'petra.lindqvale@example.org',
    given: 'Petra',
    family: 'Lindqvale-Moor',
    system: 'Montgomery Public Schools',
    job: 'Data Manager',
    phone: '334-555-0169',
  },
  {
    ...base,
    at: '2024-04-06T16:33:07',
    email: 'petra.lindqvale@mail.example.org',
    given: 'Petra ',
    family: 'Lindqvale-Moor',
    system: 'Montgomery Public Schools',
    job: 'Data Manager',
    phone: '334-555-0169',
  },
  // The years left open.
  {
    ...base,
    at: '2024-04-06T09:25:08',
    email: 'open.years@example.org',
    given: 'Tamsin',
    family: 'Hollowell',
    system: 'Sumter County School District',
    job: 'Technology Coordinator',
    years: '',
    phone: '334-555-0170',
  },
  // Years that no one can read, and a phone that is none.
  {
    ...base,
    at: '2024-04-11T12:05:40',
    email: 'riddle.years@example.org',
    given: 'Corwin',
    family: 'Ashby-Vale',
    system: 'Pike Road Schools',
    job: 'Systems Engineer',
    years: '??',
    phone: '334',
  },
  // An address that is none, years in a word, and text that looks like a formula.
  {
    ...base,
    at: '2024-05-10T08:51:48',
    email: 'not-an-address',
    given: 'Oriel',
    family: 'Dávenport',
    system: 'Lee County Schools',
    job: 'Technology Director',
    highest: 'Yes',
    membership: 'Delegate',
    years: 'twelve',
    phone: '',
    needs: '=HYPERLINK(A1,"click")',
  },
  // A membership that could be any.
  {
    ...base,
    at: '2024-04-23T10:11:12',
    email: 'some.member@example.org',
    given: 'Barnaby',
    family: 'Quickmire',
    system: 'Hoover City Schools',
    job: 'Network Administrator',
    membership: 'ALET member',
    phone: '205-555-0171',
  },
  // The highest position left open.
  {
    ...base,
    at: '2024-05-03T13:20:00',
    email: 'open.position@example.org',
    given: 'Sunniva',
    family: 'Marchbanks',
    system: 'Florence City Schools',
    job: 'CTO',
    highest: '',
    membership: 'Delegate',
    phone: '256-555-0172',
  },
  // Accents and a typographic apostrophe.
  {
    ...base,
    at: '2024-04-15T09:30:30',
    email: 'linh.nguyen@example.org',
    given: 'Linh',
    family: 'Nguyễn',
    certificate: 'Nguyễn Thị Linh',
    system: 'Mobile County Public Schools',
    job: 'Technology Director',
    highest: 'Yes',
    membership: 'Delegate',
    phone: '251-555-0173',
  },
  {
    ...base,
    at: '2024-04-18T11:45:00',
    email: 'siobhan.obrien@example.org',
    given: 'Siobhán',
    family: 'O’Brien',
    system: 'DeKalb County Sch.',
    job: 'Technology Director',
    highest: 'Y',
    membership: 'ALET Delegate Member',
    years: '15+',
    phone: '(256) 555-0174',
  },
  // A very long name.
  {
    ...base,
    at: '2024-05-07T14:02:02',
    email: 'maximiliana@example.org',
    given: 'Maximiliana Alexandrina',
    family: 'Featherstonehaugh-Cholmondeley-Montañez',
    certificate: 'Dr. Maximiliana Alexandrina Featherstonehaugh-Cholmondeley-Montañez, Ed.D., CETL',
    system: 'Tuscaloosa County School System',
    job: 'Instructional Technology Coach',
    years: '21',
    phone: '205-555-0175',
  },
  // Two first names; all in capitals.
  {
    ...base,
    at: '2024-04-26T08:15:15',
    email: 'marybeth.tolliver@example.org',
    given: 'Mary Beth',
    family: 'Tolliver-Finch',
    system: 'DeKalb County Sch.',
    job: 'Systems Engineer',
    highest: 'FALSE',
    phone: '2055550176',
  },
  {
    ...base,
    at: '2024-05-16T16:40:00',
    email: 'LORCAN.MCWHIRTLE@EXAMPLE.ORG',
    given: 'LORCAN',
    family: 'MCWHIRTLE',
    system: 'ETOWAH COUNTY SCHOOLS',
    job: 'DATA MANAGER',
    highest: 'no',
    years: '14 years',
    phone: '256.555.0177',
  },
  // No one: neither a name nor an address.
  {
    ...base,
    at: '2024-05-02T10:00:00',
    email: '',
    given: '',
    family: '',
    system: 'Baldwin County Schools',
    job: 'Library Media Specialist',
    phone: '938.555.0158',
  },
  // After the window has closed.
  {
    ...base,
    at: '2024-06-20T10:00:00',
    email: 'late.one@example.org',
    given: 'Ingram',
    family: 'Sallowby',
    certificate: 'Ingram Sallowby',
    system: 'Hale County Schools',
    job: 'Technology Director',
    highest: 'Yes',
    membership: 'Delegate',
    years: '21',
    phone: '',
  },
];
