const givenNames =
  'Ada Amelia Andre Beatriz Caleb Camille Carla Chloé Darnell Deborah DeShawn Elena Elijah Fatima Grace Hannah Ifeoma Isaac Jamal Jasmine Jean-Luc José Kayla Keisha Kendrick LaToya Laura Linh Marcus María Mary-Beth Mei Micah Nadia Nolan Olivia Omar Patrice Quinn Rashad Renée Rosa Samuel Shanice Siobhán Tamika Terrence Uma Victor Wanda Xavier Yolanda Zoë'.split(
    ' ',
  );
const familyNames =
  'Abernathy Adeyemi Baker Barnett Booker Brasher Calloway Chandler Cobb Colvin Davila Dozier Eubanks Faulk Fitzgerald Gaines García Garrett Goodwin Hargrove Holloway Ingram Jernigan Kilgore Lambert Ledbetter Lovelace McAllister McCoy Müller Nabors Nguyễn Núñez O’Brien Okafor Parrish Pettus Prescott Quarles Ragland Rutledge Sandlin Sims Stallworth Tidwell Underwood Vaughn Weatherly Whatley Yarbrough Zeigler'.split(
    ' ',
  );
const towns =
  'Auburn Baldwin Cullman Dallas DeKalb Dothan Elmore Etowah Florence Gadsden Hale Hoover Huntsville Jefferson Lee Limestone Madison Marengo Mobile Montgomery Morgan Opelika Pike Saraland Shelby Sumter Talladega Troy Tuscaloosa Wilcox'.split(
    ' ',
  );
const memberships = ['Delegate', 'ALET General Member', 'Higher Ed', 'Non-member'];

/** The columns of the web form that the bench makes. */
export const header = [
  'Timestamp',
  'Email Address',
  'First Name',
  'Last Name',
  'Name as it should appear on your certificate',
  'School System / Organization',
  'Job Title',
  'Do you hold your system’s highest educational technology leadership position?',
  'ALET Membership',
  'Years of experience in education',
  'Phone',
  'How will the course fee be paid?',
  'Dietary or accessibility needs',
];

/** One invented applicant of the form, the same for the same number every time; no two numbers share an address. */
export function applicantRow(number: number): string[] {
  const roll = dice(number);
  const given = pick(givenNames, roll());
  const family = pick(familyNames, roll());
  const day = new Date(Date.UTC(2024, 3, 1, 12) + number * 20_000);
  const membership = pick(memberships, roll());
  return [
    `${day.getUTCFullYear()}/${String(day.getUTCMonth() + 1).padStart(2, '0')}/${String(day.getUTCDate()).padStart(2, '0')} ${day.toISOString().slice(11, 19)}`,
    `${given}.${family}${number}@example.org`
      .normalize('NFKD')
      .replace(/[^\w.@-]/g, '')
      .toLowerCase(),
    given,
    family,
    roll() < 0.3 ? `${given} ${family}, Ed.D.` : '',
    `${pick(towns, roll())} ${roll() < 0.5 ? 'County' : 'City'} Schools`,
    pick(['Technology Director', 'CTO', 'Systems Engineer', 'Data Manager'], roll()),
    roll() < 0.3 ? 'Yes' : 'No',
    membership,
    String(Math.floor(roll() * 30)),
    `256555${String(number % 10_000).padStart(4, '0')}`,
    pick(['Check', 'Credit card', 'My system will pay by purchase order'], roll()),
    roll() < 0.1 ? 'Gluten free' : '',
  ];
}

/** The web form's file with so many rows. */
export const applicationsCsv = (count: number): string =>
  csvOf(Array.from({ length: count }, (_, number) => applicantRow(number)));

/** The web form's file with these rows. */
export function csvOf(rows: readonly string[][]): string {
  const quoted = (cell: string) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return [header, ...rows].map((cells) => cells.map(quoted).join(',')).join('\r\n');
}

const pick = <Value>(values: readonly Value[], roll: number): Value => {
  const value = values[Math.floor(roll * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from.');
  return value;
};

/** Numbers from 0 to 1 that follow from a seed (mulberry32): the same people in every run. */
function dice(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
