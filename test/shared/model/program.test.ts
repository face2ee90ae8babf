import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { foldName } from '../../../shared/model/people.ts';
import { namedClauses } from '../../../shared/model/policy-references.ts';
import { Policy } from '../../../shared/model/program.ts';
import { policy } from '../../main/rules/al-cto.ts';

const page = readFileSync(new URL('./program-page.txt', import.meta.url), 'utf8');
const headings = [
  'AL-CTO',
  'Purpose',
  'Benefits',
  'Recognition',
  'Participation',
  'Courses',
  'Schedule',
  'Schedule for the ECHO Cohort',
  'Cost',
  'Apply',
  'Re-Certification',
  'Contacts',
  'AL CTO Graduates',
];
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const sentences = page
  .split('\n')
  .map((line) => plain(line.replace('•', '')))
  .filter((line) => line !== '' && !headings.includes(line))
  .flatMap((line) => line.split(/(?<=[.:]) (?=[A-Z])/))
  .filter((sentence) => sentence !== '');
// “Dr. Connie Bain” is the one full stop of the page that ends no sentence.
const quoted = sentences.map((sentence) => sentence.replace(/^VP of Professional Learning – Dr\.$/, 'Dr.'));
const clausesOf = (source: 'page' | 'silent') => policy.clauses.filter((clause) => clause.source === source);

describe('The default program', () => {
  it.each(quoted)('quotes the page: %s', (sentence) => {
    expect(clausesOf('page').some((clause) => plain(clause.text).includes(sentence))).toBe(true);
  });

  it('adds nothing to the page that the page does not say', () => {
    const whole = plain(page.replaceAll('•', ' '));
    for (const clause of clausesOf('page'))
      for (const part of clause.text.split(/; (?=[A-Z])/)) expect(whole).toContain(plain(part));
  });

  it.each([
    ['silent-higher-ed', 'HigherEd'],
    ['silent-delegate', 'highest position'],
    ['silent-years', 'years'],
    ['silent-within-tier', 'earlier'],
    ['silent-seats', '30'],
    ['silent-past-last-seat', 'wait'],
    ['silent-window', 'first and the last day'],
    ['silent-late', 'lead'],
    ['silent-completion', 'six courses'],
    ['silent-course-measure', 'One session of a course completes it'],
    ['silent-least-share', 'Three quarters'],
    ['silent-parts-of-sessions', 'do not add up'],
    ['silent-excused', 'must be made up'],
    ['silent-make-up', 'another cohort'],
    ['silent-make-up-assignment', 'whether or not a lead assigned it'],
    ['silent-make-up-deadline', 'no last day'],
    ['silent-conferences', 'conferences'],
    ['silent-course-days', 'day'],
    ['silent-cohort-names', 'Foxtrot'],
    ['silent-fee-payment', 'paid'],
    ['silent-fee-refunds', 'refunds'],
    ['silent-certificate', 'certificate'],
    ['silent-documents', 'documentation'],
    ['silent-later-cohorts', 'none until the leads set one'],
    ['silent-grace', '0 days'],
    ['silent-lapse', 'reinstatement'],
    ['silent-reminder', '90 days'],
  ])('says openly where the page is silent: %s', (id, word) => {
    const clause = policy.clauses.find((each) => each.id === id);
    expect(clause?.source).toBe('silent');
    expect(clause?.text).toContain(word);
  });

  it('has a setting with a value for every point on which the page is silent', () => {
    const named = new Set(namedClauses(policy));
    const bare = clausesOf('silent').filter(({ id }) => !named.has(id));
    // Both are settings of their own: the certificate’s words and signatories, and the names of the cohorts.
    expect(bare.map(({ id }) => id)).toEqual(['silent-cohort-names', 'silent-certificate']);
    expect(policy.admission).toMatchObject({ countingYears: 'as-given', windowDays: null });
    expect(policy.fee).toMatchObject({ paymentDays: null, refunds: 'with-reason' });
    expect(policy.schedule.courseDays).toBe('in-order');
    expect(policy.schedule.conferenceNames).toHaveLength(3);
    expect(policy.recertification).toMatchObject({ documents: [], lapseDays: null });
    // What was stored before these settings existed has the same values, and is silent on them in the same words.
    const { schedule: _, ...before } = policy;
    expect(Policy.parse(before).schedule).toEqual(policy.schedule);
  });

  it('is read with its silent points also where it was stored before they existed', () => {
    const { courses, clause, otherCohortsSessions, otherCohortsClause } = policy.completion;
    const later = /^silent-(course-measure|least-share|parts-of-sessions|excused|make-up-(assignment|deadline))$/;
    const stored = {
      ...policy,
      clauses: policy.clauses.filter(({ id }) => !later.test(id)),
      completion: { courses, clause, otherCohortsSessions, otherCohortsClause },
    };
    const read = Policy.parse(stored);
    expect(read.completion).toEqual(policy.completion);
    const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);
    expect(read.clauses.toSorted(byId)).toEqual(policy.clauses.toSorted(byId));
    // Read once, it is not silent twice.
    expect(Policy.parse(read).clauses).toEqual(read.clauses);
  });

  it('names each clause once', () => {
    expect(new Set(policy.clauses.map((clause) => clause.id)).size).toBe(policy.clauses.length);
  });

  it('has the figures that its own clauses state', () => {
    expect(policy.admission.seats).toBe(30);
    expect(policy.fee.amount).toBe(7_500);
    expect(policy.courses.map((course) => course.number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(policy.completion.courses).toEqual(policy.courses.map((course) => course.id));
    expect(policy.recertification.graceDays).toBe(0);
    expect(policy.recertification.laterCohortsYears).toBeNull();
    expect(policy.recertification.remindDays).toBe(90);
    expect(policy.program.zone).toBe('America/Chicago');
  });

  it('titles the courses as the page does', () => {
    const listed = policy.courses.map((course) => course.title.toUpperCase());
    const onPage = sentences.filter((sentence) => /^[A-Z ,]+$/.test(sentence));
    expect(listed).toEqual(onPage);
  });

  it('goes on from Echo with Foxtrot, up to Zulu', () => {
    expect(policy.cohortNames.slice(0, 7)).toEqual(['Alpha', 'Beta', 'Charlie', 'Delta', 'Echo', 'Foxtrot', 'Golf']);
    expect(policy.cohortNames).toHaveLength(26);
    expect(policy.cohortNames.at(-1)).toBe('Zulu');
  });

  it.each([
    ['delegate', ['ALET Delegate Member', 'Delegate', 'delegate member', 'Delegate Member ']],
    ['general', ['General', 'ALET General Member', 'general member']],
    ['higher-ed', ['ALET HigherEd Member', 'Higher Ed', 'higher-ed', 'Higher Education']],
    ['non-member', ['Non-member', 'Not an ALET member', 'None', 'not a member', 'nonmember', 'Non ALET']],
  ])('understands what people type for %s', (id, typed) => {
    for (const words of typed) {
      const meant = policy.memberships.filter((each) =>
        each.spokenAs.some((spoken) => foldName(spoken) === foldName(words)),
      );
      expect(meant.map((each) => each.id)).toEqual([id]);
    }
  });

  it('lets no word mean two memberships', () => {
    const spoken = policy.memberships.flatMap((each) => each.spokenAs.map(foldName));
    expect(spoken.filter((word, index) => spoken.indexOf(word) !== index)).toEqual([]);
  });

  it('has the two program leads and the vice president sign', () => {
    expect(policy.certificate.signatories).toEqual([
      { name: 'Stacy Royster', role: 'Program Lead' },
      { name: 'Tim Brothers', role: 'Program Lead' },
      { name: 'Dr. Connie Bain', role: 'VP of Professional Learning' },
    ]);
    for (const field of ['{name}', '{program}', '{cohort}', '{date}'])
      expect(policy.certificate.statement).toContain(field);
  });
});
