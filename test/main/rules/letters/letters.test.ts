import { describe, expect, test } from 'vitest';
import { type LetterFacts, letterValues } from '../../../../main/rules/letters/letter-fields.ts';
import {
  isToGet,
  type LetterStanding,
  occasionOf,
  renderLetter,
  templateProblems,
} from '../../../../main/rules/letters/letters.ts';
import { rankApplications } from '../../../../main/rules/selection/ranking.ts';
import type { Ranking } from '../../../../shared/model/applicants.ts';
import { type LetterKind, letterKinds } from '../../../../shared/model/letters.ts';
import { isMailable } from '../../../../shared/model/mail-address.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { admitting, applicant, day, policy } from '../al-cto.ts';

const nothing: LetterStanding = {
  status: null,
  verdict: null,
  participant: null,
  owed: null,
  documents: null,
  isOffered: false,
};
const selected = { selected: true, remindDays: 90 };

/** The kinds of letters that someone is to get. */
const gets = (standing: Partial<LetterStanding>, setting = selected): readonly LetterKind[] =>
  letterKinds.filter((kind) => isToGet(kind, { ...nothing, ...standing }, setting));

describe('Who is to get which letter', () => {
  test('the accepted, until they have graduated', () => {
    expect(gets({ status: 'accepted', verdict: 'within-seats', participant: 'enrolled' })).toEqual(['accepted']);
    expect(gets({ status: 'accepted', verdict: 'within-seats', participant: 'graduated' })).toEqual([]);
  });

  test('whom a lead put on the waiting list, and past the last seat once the cohort is selected', () => {
    expect(gets({ status: 'waiting', verdict: 'waiting' }, { ...selected, selected: false })).toEqual(['waiting']);
    expect(gets({ status: 'submitted', verdict: 'waiting' })).toEqual(['waiting']);
    expect(gets({ status: 'submitted', verdict: 'waiting' }, { ...selected, selected: false })).toEqual([]);
    expect(gets({ status: 'withdrawn', verdict: 'waiting' })).toEqual([]);
  });

  test('whoever is offered a seat gets the offer and no waiting letter', () => {
    expect(gets({ status: 'waiting', verdict: 'waiting', isOffered: true })).toEqual(['seat-offered']);
    expect(gets({ status: 'waiting', verdict: 'within-seats' })).toEqual([]);
  });

  test('the declined, and no one who withdrew', () => {
    expect(gets({ status: 'declined', verdict: 'not-eligible' })).toEqual(['declined']);
    expect(gets({ status: 'deferred' })).toEqual([]);
  });

  test('whoever owes some of the fee', () => {
    const enrolled = { status: 'accepted', verdict: 'within-seats', participant: 'enrolled' } as const;
    expect(gets({ ...enrolled, owed: Cents.parse(2_500) })).toEqual(['accepted', 'fee-reminder']);
    expect(gets({ ...enrolled, owed: Cents.parse(0) })).toEqual(['accepted']);
  });

  test('graduates whose documents are due within the reminder, in grace or overdue', () => {
    const owing = (state: 'due' | 'in-grace' | 'overdue' | 'received', daysLeft: number) =>
      gets({ participant: 'graduated', documents: { state, daysLeft } });
    expect(owing('due', 90)).toEqual(['recertification-reminder']);
    expect(owing('due', 91)).toEqual([]);
    expect(owing('in-grace', -3)).toEqual(['recertification-reminder']);
    expect(owing('overdue', -400)).toEqual(['recertification-reminder']);
    expect(owing('received', 20)).toEqual([]);
  });

  test('an offer and a due date are occasions of their own', () => {
    const about = { offerId: 'offer', dueOn: '2026-06-01' };
    expect(letterKinds.map((kind) => occasionOf(kind, about))).toEqual(['', '', 'offer', '', '', '2026-06-01']);
  });
});

describe('A template', () => {
  const render = (subject: string, body: string, values = {}) => renderLetter({ subject, body }, values);

  test('takes its values, and the subject stays one line', () => {
    const values = { givenName: 'Renée', cohort: 'Foxtrot\n' };
    expect(render('To {cohort},\u00a0 {givenName}', 'Dear {givenName},\n\n{cohort} {cohort}', values)).toEqual({
      subject: 'To Foxtrot, Renée',
      body: 'Dear Renée,\n\nFoxtrot Foxtrot',
      missing: [],
    });
  });

  test('names what is missing, once, and leaves no blank', () => {
    const values = { schoolSystem: ' ' };
    expect(render('{name}', '{schoolSystem}, {schoolSystem}', values)).toEqual({
      subject: '{name}',
      body: '{schoolSystem}, {schoolSystem}',
      missing: ['name', 'schoolSystem'],
    });
  });

  test('does not read a value as a template', () => {
    expect(render('a', '{name}', { name: '{fee}' })).toMatchObject({ body: '{fee}', missing: [] });
  });

  const problems = (subject: string, body: string, kind: LetterKind = 'accepted') =>
    templateProblems(kind, { subject, body });

  test('is sound', () => {
    expect(problems('{cohort}', 'Dear {givenName}, reply by {replyBy}.\n{leads}')).toEqual([]);
  });

  test.each([
    ['{givenname}', 'There is no field {givenname}. Perhaps {givenName}.'],
    ['{given name}', 'There is no field {given name}. Perhaps {givenName}.'],
    ['{schoolSytem}', 'There is no field {schoolSytem}. Perhaps {schoolSystem}.'],
    ['{chort}', 'There is no field {chort}. Perhaps {cohort}.'],
    ['{cohrot}', 'There is no field {cohrot}. Perhaps {cohort}.'],
    ['{birthday}', 'There is no field {birthday}.'],
    ['{}', 'There is no field {}.'],
    ['{reasons}', '{reasons} is not known in this letter.'],
    ['{givenName and more', 'The brace before “givenName and more” has no match.'],
  ])('refuses %s and lists the fields', (text, sentence) => {
    const [first, last, ...more] = problems('A subject', text);
    expect(first).toContain(sentence);
    expect(last).toMatch(/^The fields of this letter are \{givenName\} \{name\}/);
    expect(more).toEqual([]);
  });

  test('keeps what takes several lines out of the subject', () => {
    expect(problems('{leads}', 'x')[0]).toMatch(/^\{leads\} takes several lines/);
  });
});

describe('The values of the fields', () => {
  const facts = (more: Partial<LetterFacts> = {}): LetterFacts => ({
    policy,
    cohort: { name: 'Foxtrot', seats: 30, fee: Cents.parse(7_500), startsOn: day('2024-10-20') },
    firstSessionOn: day('2024-10-21'),
    nextCohort: 'Golf',
    person: { givenName: 'Renée', familyName: 'McAllister' },
    organization: 'Lee County Schools',
    place: 31,
    decision: null,
    statusReason: null,
    owed: Cents.parse(2_550),
    dueOn: day('2026-06-01'),
    replyBy: day('2024-06-17'),
    ...more,
  });
  const ranked = (one: Partial<Parameters<typeof applicant>[0]>, seats = 30, of = policy): Ranking => {
    const facts = applicant({ ...one, applicationId: 'b' });
    const first = applicant({ applicationId: 'a', firstSubmittedAt: applicant().firstSubmittedAt });
    const ranking = rankApplications(of, seats, [first, facts]).rankings.get('b');
    if (!ranking) throw new Error('Not ranked.');
    return ranking;
  };

  test('read as people here write them', () => {
    expect(letterValues(facts())).toMatchObject({
      givenName: 'Renée',
      name: 'Renée McAllister',
      place: '31st',
      seats: '30',
      fee: '$75',
      owed: '$25.50',
      startsOn: 'Mon, Oct 21, 2024',
      replyBy: 'Mon, Jun 17, 2024',
      dueOn: 'Jun 1, 2026',
      contact: 'profdev@go-alet.org',
      leads: 'Stacy Royster, Program Lead\nTim Brothers, Program Lead\nDr. Connie Bain, VP of Professional Learning',
    });
  });

  test('someone with one name is addressed by it', () => {
    expect(letterValues(facts({ person: { givenName: '', familyName: 'Björk' } }))).toMatchObject({
      givenName: 'Björk',
      name: 'Björk',
    });
  });

  test('a decline for too few years says the years, and when to apply again', () => {
    const values = letterValues(facts({ decision: ranked({ yearsInEducation: 1 }) }));
    expect(values.reasons).toBe('– 1 year in education, 3 required.');
    expect(values.applyAgain).toBe(
      'You are welcome to apply again to AL-CTO as soon as you have 3 years in education.',
    );
  });

  test('a decline past the last seat says the place, and names the next cohort', () => {
    const of = admitting({ pastLastSeat: 'decline' });
    const values = letterValues(facts({ decision: ranked({}, 1, of) }));
    expect(values.reasons).toMatch(/^– Place 2, .*seat.*\.$/);
    expect(values.reasons).not.toMatch(/no seat is left|waits/);
    expect(values.applyAgain).toBe(
      'You are welcome to apply again to AL-CTO when applications open for the next cohort, Golf.',
    );
  });

  test('a decline by a lead gives the lead’s reason, and without one it is missing', () => {
    const decision = ranked({});
    expect(letterValues(facts({ decision, statusReason: 'Two of your system are in already' })).reasons).toBe(
      'Two of your system are in already',
    );
    expect(letterValues(facts({ decision })).reasons).toBe('');
  });
});

describe('An address that mail can go to', () => {
  test.each(['ann@example.org', "o'brien+alet@k12.example.org", 'a.b@x-y.example'])('%s', (address) => {
    expect(isMailable(address)).toBe(true);
  });
  test.each([
    '',
    'ann',
    'ann@local',
    'a b@example.org',
    'ann@example.org, bob@example.org',
    'ann@example.org\r\nBcc: bob@example.org',
  ])('not “%s”', (address) => {
    expect(isMailable(address)).toBe(false);
  });
});
