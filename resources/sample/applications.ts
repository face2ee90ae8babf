import { oddities, type Sending } from './oddities.ts';
import { colleges, familyNames, givenNames, jobs, needs, payments, systems, topJobs } from './people.ts';

export const questions = [
  'Name as it should appear on your certificate',
  'School System / Organization',
  'Job Title',
  "Do you hold your system's highest educational technology leadership position?",
  'ALET Membership',
  'Years of experience in education',
  'Phone',
  'How will the $75 course fee be paid?',
  'Dietary or accessibility needs',
] as const;

const pick = (list: readonly string[], index: number): string => list[index % list.length] ?? '';
const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

/** How many sent the form, group by group: what they answer to membership, to the highest position, and years. */
const groups = [
  {
    count: 15,
    membership: ['ALET Delegate Member', 'Delegate', 'delegate member', 'Delegate Member '],
    highest: ['Yes', 'yes', 'Y', 'TRUE', 'Yes '],
    least: 1,
  },
  {
    count: 22,
    membership: ['ALET General Member', 'General', 'general member'],
    highest: ['No', 'no', 'FALSE', 'N'],
    least: 3,
  },
  { count: 5, membership: ['ALET HigherEd Member', 'Higher Ed'], highest: ['No', 'N'], least: 3 },
  {
    count: 8,
    membership: ['Non-member', 'None', 'Not an ALET member', 'not a member'],
    highest: ['No', 'no'],
    least: 3,
  },
  { count: 4, membership: ['ALET General Member', 'General'], highest: ['No'], least: -1 },
  { count: 4, membership: ['Non-member', 'None'], highest: ['no'], least: -1 },
] as const;

/** Everyone who sent the form once and was understood, spread over the window. */
function plain(): Sending[] {
  const sendings: Sending[] = [];
  for (const [group, { count, membership, highest, least }] of groups.entries()) {
    for (let index = 0; index < count; index += 1) {
      const number = sendings.length;
      const given = pick(givenNames, number * 7 + group);
      const family = pick(familyNames, number * 11 + group * 3);
      const years =
        least < 0 ? (['less than 1', '0', '1', '2'][index % 4] ?? '0') : String(least + ((number * 5) % 23));
      sendings.push({
        at: stamp(number),
        email:
          `${pick(['', ' '], number)}${number % 6 === 5 ? given : folded(given)}.${folded(family)}${number}@example.org`
            .normalize('NFKD')
            .replace(/\p{M}/gu, ''),
        given,
        family,
        certificate: certificate(number, given, family),
        system: shown(number, group === 2 ? pick(colleges, number) : pick(systems, number * 5)),
        job:
          group === 0
            ? pick(topJobs, number)
            : group === 2
              ? 'Associate Professor of Educational Technology'
              : pick(jobs, number),
        highest: pick(highest, index),
        membership: pick(membership, index),
        years: least < 0 ? years : worded(number, years),
        phone: phone(number),
        payment: pick(payments, number * 3),
        needs: pick(needs, number * 3),
      });
    }
  }
  return sendings;
}

/** A moment of April or May 2024, in the hours when forms are filled in. */
function stamp(number: number): string {
  const day = 1 + ((number * 37) % 58);
  const date = day <= 30 ? `2024-04-${String(day).padStart(2, '0')}` : `2024-05-${String(day - 30).padStart(2, '0')}`;
  const [hour, minute, second] = [7 + ((number * 5) % 11), (number * 17) % 60, (number * 29) % 60];
  return `${date}T${[hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')}`;
}

function certificate(number: number, given: string, family: string): string {
  if (number % 5 === 1) return `${given} ${'ARJM'[number % 4]}. ${family}, Ed.D.`;
  return number % 5 === 3 ? `${given} ${family}` : '';
}

function shown(number: number, system: string): string {
  if (number % 9 === 4) return system.toUpperCase();
  if (number % 9 === 6) return `  ${system} `;
  if (number % 9 === 7) return system.replace(' Schools', ' Sch.');
  return number % 9 === 8 ? system.replace('County Schools', 'Co Schools') : system;
}

function worded(number: number, years: string): string {
  if (number % 8 === 2) return `${years} years`;
  return number % 8 === 5 ? `${years}+` : years;
}

/** Numbers from the range that is kept for fiction. */
function phone(number: number): string {
  const [area, line] = [['205', '251', '256', '334', '938'][number % 5], `01${String(number % 100).padStart(2, '0')}`];
  const shapes = [
    `(${area}) 555-${line}`,
    `${area}-555-${line}`,
    `${area}.555.${line}`,
    `${area}555${line}`,
    `+1 ${area} 555 ${line}`,
  ];
  return shapes[number % 5] ?? '';
}

/** Three who sent the form a second time, days later: the address in capitals, a year more. */
function again(sendings: readonly Sending[]): Sending[] {
  return [3, 18, 40].flatMap((index) => {
    const first = sendings[index];
    if (!first) return [];
    const day = first.at.slice(0, 10) < '2024-05-20' ? '2024-05-21' : '2024-05-30';
    const years = String(Number.parseInt(first.years, 10) + 1);
    return [{ ...first, at: `${day}${first.at.slice(10)}`, email: first.email.trim().toUpperCase(), years }];
  });
}

/** All sendings in the order in which they came in. */
export function sendings(): Sending[] {
  const once = plain();
  return [...once, ...again(once), ...oddities].sort((a, b) => (a.at < b.at ? -1 : 1));
}
