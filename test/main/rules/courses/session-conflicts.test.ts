import { describe, expect, it } from 'vitest';
import { instructorsIn, sessionConflicts } from '../../../../main/rules/courses/session-conflicts.ts';
import { CourseId } from '../../../../shared/model/ids.ts';
import type { BookedSession } from '../../../../shared/model/year-plan.ts';
import { clock, cohort, conference, day, session } from './a-year.ts';

const all = () => true;
const law: Partial<BookedSession> = { courseId: CourseId.parse('course-2'), title: 'Law, Ethics, and Policies' };
const golf: Partial<BookedSession> = { ...law, cohorts: [cohort('Golf')] };
const [fall, spring] = [conference('Fall', '2024-10-22').id, conference('Spring', '2024-10-22').id];

/** What a second session on Mon, Oct 21 has against the first, which is Foxtrot’s from 8:00 to 15:30. */
const against = (first: Partial<BookedSession>, second: Partial<BookedSession>) =>
  sessionConflicts([session('a', '2024-10-21', first), session('b', '2024-10-21', second)], all);

describe('two sessions of a day', () => {
  it.each<[string, Partial<BookedSession>, Partial<BookedSession>, readonly string[]]>([
    ['another cohort in another room', { room: 'A' }, { ...golf, room: 'B' }, []],
    ['the same cohort at the same time', {}, law, ['cohort-twice']],
    ['the same cohort, one after the other', { endsAt: clock('12:00') }, { ...law, startsAt: clock('12:00') }, []],
    [
      'the same course for the same cohort, later on',
      { endsAt: clock('10:00') },
      { startsAt: clock('13:00') },
      ['course-twice'],
    ],
    ['the same room', { room: 'Ballroom B' }, { ...golf, room: ' ballroom  b ' }, ['room-twice']],
    [
      'the same room later on',
      { room: 'B', endsAt: clock('11:00') },
      { ...golf, room: 'B', startsAt: clock('11:00') },
      [],
    ],
    [
      'rooms of one name at two conferences',
      { room: 'B', conferenceId: fall },
      { ...golf, room: 'B', conferenceId: spring },
      [],
    ],
    [
      'one instructor of several',
      { instructors: 'Dr. Birch and O. Tate' },
      { ...golf, instructors: 'o tate, M. Lindqvist' },
      ['instructor-twice'],
    ],
    ['instructors who share a word', { instructors: 'Dr. Birch' }, { ...golf, instructors: 'Dr. Birches' }, []],
    ['no room and no one said yet', { room: null }, { ...golf, room: null }, []],
    [
      'a shared session and one of its cohorts',
      { cohorts: [cohort('Foxtrot'), cohort('Golf')] },
      golf,
      ['cohort-twice'],
    ],
  ])('%s', (_, first, second, kinds) => {
    expect(against(first, second).map(({ kind }) => kind)).toEqual(kinds);
    expect(against(second, first).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('are in no one’s way on different days', () => {
    const days = [session('a', '2024-10-21', { room: 'B' }), session('b', '2024-10-22', { ...law, room: 'B' })];
    expect(sessionConflicts(days, all)).toEqual([]);
  });

  it('say who, where, when and what to do', () => {
    const [conflict] = against({ room: 'Ballroom B' }, { ...golf, room: 'Ballroom B', startsAt: clock('09:00') });
    expect(conflict?.sentence).toBe(
      'Ballroom B is used twice on Mon, Oct 21, 2024: CTO Roles and Responsibilities of Foxtrot from 8:00 AM to 3:30 PM, and Law, Ethics, and Policies of Golf from 9:00 AM to 3:30 PM. Choose another room or other hours.',
    );
    expect(conflict).toMatchObject({ about: ['a', 'b'], stops: false });
  });

  it('of the same course in one room may become one session', () => {
    const [conflict] = against({ room: 'B' }, { cohorts: [cohort('Golf')], room: 'B' });
    expect(conflict?.sentence).toContain('or let the cohorts share one session');
  });

  it('stop a plan only where a cohort can’t be at both', () => {
    const stops = [...against({}, law), ...against({ endsAt: clock('10:00') }, { startsAt: clock('13:00') })];
    expect(stops.map(({ stops }) => stops)).toEqual([true, true]);
  });
});

describe('a session by itself', () => {
  it.each<[string, Partial<BookedSession>, readonly string[]]>([
    ['a room that holds all', { capacity: 28 }, []],
    ['a room that is too small', { capacity: 27 }, ['over-capacity']],
    ['a room of which no one knows', { capacity: null, expected: 900 }, []],
    ['the first day of the cohort', { cohorts: [cohort('Foxtrot', { startsOn: day('2024-10-21') })] }, []],
    [
      'the day before the cohort begins',
      { cohorts: [cohort('Foxtrot', { startsOn: day('2024-10-22') })] },
      ['outside-cohort'],
    ],
    [
      'the day after the cohort ends',
      { cohorts: [cohort('Foxtrot', { endsOn: day('2024-10-20') })] },
      ['outside-cohort'],
    ],
    [
      'two cohorts, one of them over',
      { cohorts: [cohort('Foxtrot'), cohort('Golf', { endsOn: day('2024-10-20') })] },
      ['outside-cohort'],
    ],
  ])('%s', (_, facts, kinds) => {
    expect(sessionConflicts([session('a', '2024-10-21', facts)], all).map(({ kind }) => kind)).toEqual(kinds);
  });

  it('tells nothing of sessions that are not asked about', () => {
    const sessions = [session('a', '2024-10-21', { capacity: 1 }), session('b', '2024-10-21', law)];
    expect(sessionConflicts(sessions, () => false)).toEqual([]);
    expect(sessionConflicts(sessions, (key) => key === 'b').map(({ kind }) => kind)).toEqual(['cohort-twice']);
  });
});

describe('a line of instructors', () => {
  it.each([
    ['Dr. Ada Birch, Owen Tate and Mara Lindqvist', ['Dr. Ada Birch', 'Owen Tate', 'Mara Lindqvist']],
    ['Andy Anderson; Sandy Land', ['Andy Anderson', 'Sandy Land']],
    ['A & B / C', ['A', 'B', 'C']],
    ['  ', []],
    [null, []],
  ])('%s', (line, names) => {
    expect(instructorsIn(line)).toEqual(names);
  });
});
