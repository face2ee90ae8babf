import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarOwner, calendarEntries } from '../../../../main/rules/calendars/calendars.ts';
import { tellPlan } from '../../../../main/rules/calendars/plan-story.ts';
import type { CalendarEntry, PlanChange, PlanTable } from '../../../../shared/model/calendars.ts';
import { Instant } from '../../../../shared/model/dates.ts';
import type { CohortId, ParticipantId } from '../../../../shared/model/ids.ts';
import type { Tables } from '../../../../shared/model/tables.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** Rows that a log is written from, as the one writer does: only what changed, and nothing where nothing did. */
class Desk {
  readonly changes: PlanChange[] = [];
  readonly #rows = new Map<string, Row>();
  #command = 0;

  /** One command: rows that shall be so, null for those that shall go. */
  command(wanted: readonly (readonly [table: PlanTable, id: string, row: Row | null])[]): void {
    this.#command += 1;
    const at = Instant.parse(new Date(Date.UTC(2024, 5, 1) + this.#command * 60_000).toISOString());
    for (const [table, id, row] of wanted) {
      const before = this.#rows.get(id);
      const what = whatHappened(before, row);
      if (what === null) continue;
      // Rows of this table, as the test wrote them.
      this.changes.push({ table, id, what, command: this.#command, at } as PlanChange);
      if (row === null) this.#rows.delete(id);
      else this.#rows.set(id, row);
    }
  }
}

function whatHappened(before: Row | undefined, row: Row | null): unknown {
  if (!before) return row === null ? null : { kind: 'added', row };
  if (row === null) return { kind: 'removed', row: before };
  const fields = Object.fromEntries(Object.entries(row).filter(([key, value]) => before[key] !== value));
  return Object.keys(fields).length === 0 ? null : { kind: 'changed', fields };
}

const zone = 'America/Chicago';
// Ids of a small world, which no parser has to see.
const cohortA = 'cohort-a' as CohortId;
const zoe = 'participant-zoe' as ParticipantId;
const ofCohort: CalendarOwner = {
  cohorts: new Set([cohortA]),
  cohortsEver: new Set([cohortA]),
  participants: new Set(),
  touches: new Map(),
};
const ofZoe: CalendarOwner = { ...ofCohort, participants: new Set([zoe]) };

const entriesOf = (desk: Desk, owner: CalendarOwner): readonly CalendarEntry[] =>
  calendarEntries({ plan: tellPlan(desk.changes), owner, program: 'AL-CTO', zone, conferences: true });

const session = (id: string, more: Partial<Tables['session']> = {}): Row => ({
  id,
  courseId: 'law',
  conferenceId: null,
  heldOn: '2024-10-21',
  startsAt: '08:00',
  endsAt: '15:30',
  room: null,
  instructors: null,
  hours: null,
  capacity: null,
  ...more,
});
const conference = (id: string, place: string | null, endsOn = '2024-10-24'): Row => ({
  id,
  name: `Conference ${id}`,
  startsOn: '2024-10-22',
  endsOn,
  place,
});

function begun(): Desk {
  const desk = new Desk();
  desk.command([
    ['course', 'law', { id: 'law', number: 2, title: 'Law, Ethics, and Policies' }],
    ['course', 'data', { id: 'data', number: 3, title: 'Data' }],
    ['cohort', cohortA, { id: cohortA, name: 'Foxtrot', status: 'running' }],
    ['cohort', 'cohort-b', { id: 'cohort-b', name: 'Golf', status: 'running' }],
    ['conference', 'fall', conference('fall', 'Mobile')],
    ['conference', 'spring', conference('spring', null)],
  ]);
  return desk;
}

const link = (session: string, cohort: string): readonly ['sessionCohort', string, Row] => {
  const id = `${session} of ${cohort}`;
  return ['sessionCohort', id, { id, sessionId: session, cohortId: cohort }];
};
const off = (session: string, cohort: string): readonly ['sessionCohort', string, null] => [
  'sessionCohort',
  `${session} of ${cohort}`,
  null,
];

/** Whatever leads may do to a year, one command each. */
const deed = fc.oneof(
  fc
    .record({
      id: fc.constantFrom('s1', 's2'),
      courseId: fc.constantFrom('law', 'data'),
      conferenceId: fc.constantFrom('fall', 'spring', null),
      room: fc.constantFrom('Ballroom B', null),
      hours: fc.constantFrom(6, null),
      cohorts: fc.subarray(['cohort-a', 'cohort-b']),
    })
    .map(({ id, cohorts, ...facts }) => [
      ['session', id, { ...session(id), ...facts }] as const,
      ...['cohort-a', 'cohort-b'].map((cohort) => (cohorts.includes(cohort) ? link(id, cohort) : off(id, cohort))),
    ]),
  fc
    .constantFrom('s1', 's2')
    .map(
      (id) => [off(id, 'cohort-a'), off(id, 'cohort-b'), ['makeUp', `m ${id}`, null], ['session', id, null]] as const,
    ),
  fc
    .tuple(
      fc.constantFrom('fall', 'spring'),
      fc.constantFrom('Mobile', 'Huntsville', null),
      fc.constantFrom('2024-10-24', '2024-10-25'),
    )
    .map(([id, place, endsOn]) => [['conference', id, conference(id, place, endsOn)] as const]),
  fc
    .tuple(fc.constantFrom('law', 'data'), fc.constantFrom('Law', 'Data'))
    .map(([id, title]) => [['course', id, { id, number: 2, title }] as const]),
  fc
    .tuple(
      fc.constantFrom('cohort-a', 'cohort-b'),
      fc.constantFrom('Foxtrot', 'Golf'),
      fc.constantFrom('running', 'open'),
    )
    .map(([id, name, status]) => [['cohort', id, { id, name, status }] as const]),
  fc
    .tuple(fc.constantFrom('s1', 's2'), fc.boolean())
    .map(([id, stands]) => [
      [
        'makeUp',
        `m ${id}`,
        stands ? { id: `m ${id}`, participantId: zoe, courseId: 'law', sessionId: id } : null,
      ] as const,
    ]),
);

test.each([
  ['a cohort', ofCohort],
  ['a person', ofZoe],
])('a later file of %s replaces every entry that changed, and loses none', (_, owner) => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 25 }), (deeds) => {
      const desk = begun();
      let before = new Map<string, CalendarEntry>();
      for (const wanted of deeds) {
        desk.command(wanted);
        const after = new Map(entriesOf(desk, owner).map((entry) => [entry.uid, entry]));
        for (const [uid, was] of before) {
          const is = after.get(uid);
          expect(is, `${uid} is lost`).toBeDefined();
          if (!is) continue;
          const { sequence, changedAt, ...shows } = is;
          const { sequence: earlier, changedAt: earlierAt, ...showed } = was;
          expect(sequence).toBeGreaterThanOrEqual(earlier);
          expect(changedAt >= earlierAt).toBe(true);
          if (JSON.stringify(shows) !== JSON.stringify(showed)) expect(sequence).toBeGreaterThan(earlier);
        }
        before = after;
      }
    }),
    { numRuns: 300 },
  );
});

test('a change that no calendar shows leaves an entry as it was', () => {
  const desk = begun();
  desk.command([['session', 's1', session('s1')], link('s1', cohortA)]);
  const before = entriesOf(desk, ofCohort);
  expect(before).toMatchObject([{ sequence: 0, canceled: false, title: 'AL-CTO: Law, Ethics, and Policies' }]);
  desk.command([['session', 's1', session('s1', { hours: 6, capacity: 40 })]]);
  desk.command([['cohort', cohortA, { id: cohortA, name: 'Foxtrot', status: 'finished' }]]);
  expect(entriesOf(desk, ofCohort)).toEqual(before);
});

test('a session is where its conference is, and says with whom, by whom and what', () => {
  const desk = begun();
  const facts = { conferenceId: 'fall', room: 'Ballroom B', instructors: 'Renée Núñez' } as Partial<Tables['session']>;
  desk.command([['session', 's1', session('s1', facts)], link('s1', cohortA), link('s1', 'cohort-b')]);
  expect(entriesOf(desk, ofCohort)).toMatchObject([
    {
      when: { kind: 'hours', startsAt: '2024-10-21T13:00:00.000Z', endsAt: '2024-10-21T20:30:00.000Z' },
      location: 'Ballroom B, Mobile',
      description:
        'Course 2 of AL-CTO\nInstructors: Renée Núñez\nFor Foxtrot and Golf\nAround Conference fall, Oct 22, 2024 to Oct 24, 2024',
    },
    { when: { kind: 'days', startsOn: '2024-10-22', endsOn: '2024-10-24' }, title: 'Conference fall' },
  ]);
});

test('a make-up stands in the person’s calendar alone, and leaves it as canceled', () => {
  const desk = begun();
  desk.command([['session', 's1', session('s1')], link('s1', 'cohort-b')]);
  desk.command([['makeUp', 'm', { id: 'm', participantId: zoe, courseId: 'law', sessionId: 's1' }]]);
  expect(entriesOf(desk, ofCohort)).toEqual([]);
  const [made] = entriesOf(desk, ofZoe);
  expect(made).toMatchObject({ sequence: 1, canceled: false });
  expect(made?.description).toContain('You make this course up with Golf');
  desk.command([['makeUp', 'm', null]]);
  expect(entriesOf(desk, ofZoe)).toMatchObject([{ uid: made?.uid, sequence: 2, canceled: true }]);
});

test('a conference that is held is never canceled because a cohort’s sessions leave it', () => {
  const desk = begun();
  desk.command([['session', 's1', session('s1', { conferenceId: 'fall' as never })], link('s1', cohortA)]);
  desk.command([['session', 's1', session('s1', { conferenceId: null })]]);
  const conferenceIn = () => entriesOf(desk, ofCohort).find(({ when }) => when.kind === 'days');
  expect(conferenceIn()).toMatchObject({ title: 'Conference fall', canceled: false });
  desk.command([off('s1', cohortA)]);
  expect(conferenceIn()).toMatchObject({ canceled: false });
  desk.command([['conference', 'fall', null]]);
  expect(conferenceIn()).toMatchObject({ canceled: true, isTheirs: true });
});

test('a session that is held for others goes from a calendar without being called canceled', () => {
  const desk = begun();
  desk.command([['session', 's1', session('s1')], link('s1', cohortA), link('s1', 'cohort-b')]);
  desk.command([off('s1', cohortA)]);
  expect(entriesOf(desk, ofCohort)).toMatchObject([{ canceled: true, isTheirs: false }]);
  desk.command([off('s1', 'cohort-b'), ['session', 's1', null]]);
  expect(entriesOf(desk, ofCohort)).toMatchObject([{ canceled: true, isTheirs: true }]);
});

test.each([
  ['past midnight', { startsAt: '20:00', endsAt: '01:00' }, '2024-10-22T01:00:00.000Z', '2024-10-22T06:00:00.000Z'],
  [
    'by the night when clocks go forward',
    { heldOn: '2024-03-10', startsAt: '01:00', endsAt: '04:00' },
    '2024-03-10T07:00:00.000Z',
    '2024-03-10T09:00:00.000Z',
  ],
])('a session lasts its true hours %s', (_, hours, startsAt, endsAt) => {
  const desk = begun();
  desk.command([['session', 's1', session('s1', hours as never)], link('s1', cohortA)]);
  expect(entriesOf(desk, ofCohort)[0]?.when).toEqual({ kind: 'hours', startsAt, endsAt });
});
