import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layYear, yearConflicts, yearSlots } from '../../../../main/rules/courses/year-plan.ts';
import type { Conference } from '../../../../shared/model/courses.ts';
import { addDays } from '../../../../shared/model/dates.ts';
import { ConferenceId, CourseId } from '../../../../shared/model/ids.ts';
import type { BookedSession, YearFacts } from '../../../../shared/model/year-plan.ts';
import { aYear, clock, cohort, courses, day, session } from './a-year.ts';

const today = day('2024-06-03');
const ahead = (days: number) => addDays(today, days);
const [foxtrot, golf] = [cohort('Foxtrot'), cohort('Golf')];

const conferences = fc
  .array(fc.record({ from: fc.integer({ min: -60, max: 360 }), lasts: fc.integer({ min: 0, max: 4 }) }), {
    maxLength: 5,
  })
  .map((all) =>
    all.map(
      ({ from, lasts }, index): Conference => ({
        id: ConferenceId.parse(`0190163d-0002-7000-8000-00000000000${index}`),
        name: `Conference ${index}`,
        startsOn: ahead(from),
        endsOn: ahead(from + lasts),
        place: null,
      }),
    ),
  );

const sessions = fc
  .array(
    fc.record({
      course: fc.integer({ min: 1, max: 6 }),
      on: fc.integer({ min: -60, max: 360 }),
      hour: fc.integer({ min: 8, max: 14 }),
      cohorts: fc.constantFrom([foxtrot], [golf], [foxtrot, golf]),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(
      ({ course, on, hour, cohorts }, index): BookedSession =>
        session(`session ${index}`, ahead(on), {
          courseId: CourseId.parse(`course-${course}`),
          startsAt: clock(`${String(hour).padStart(2, '0')}:00`),
          endsAt: clock(`${hour + 2}:00`),
          cohorts,
          room: 'Ballroom B',
        }),
    ),
  );

const year = fc.record({
  conferences,
  sessions,
  cohorts: fc.constantFrom([foxtrot], [golf], [foxtrot, golf]),
  starts: fc.option(fc.integer({ min: -30, max: 200 })),
});
type Drawn = typeof year extends fc.Arbitrary<infer Value> ? Value : never;

const factsOf = ({ conferences, sessions, cohorts, starts }: Drawn): YearFacts =>
  aYear({
    today,
    conferences,
    sessions,
    cohorts: cohorts.map((each) => ({ ...each, startsOn: starts === null ? null : ahead(starts) })),
  });

describe('a year as it is laid', () => {
  it('has every course for every cohort once: planned, laid, or unscheduled', () => {
    fc.assert(
      fc.property(year, (drawn) => {
        const facts = factsOf(drawn);
        const laid = layYear(facts);
        for (const { id } of courses) {
          for (const { id: cohortId } of facts.cohorts) {
            const planned = facts.sessions.some(
              (each) => each.courseId === id && each.cohorts.some((held) => held.id === cohortId),
            );
            const times = laid.filter((each) => each.courseId === id && each.cohortIds.includes(cohortId)).length;
            expect(times).toBe(planned ? 0 : 1);
          }
        }
      }),
    );
  });

  it('goes from course to course and from day to day, on free days around the conferences that lie ahead', () => {
    fc.assert(
      fc.property(year, (drawn) => {
        const facts = factsOf(drawn);
        const days = layYear(facts).flatMap(({ heldOn }) => heldOn ?? []);
        expect(days).toEqual([...new Set(days)].sort());
        const slots = yearSlots(facts.conferences).map((slot) => slot.day);
        for (const each of days) expect(slots.includes(each) && each >= today).toBe(true);
      }),
    );
  });

  it('has nothing against it that would stop it, and no room twice', () => {
    fc.assert(
      fc.property(year, (drawn) => {
        const facts = factsOf(drawn);
        const conflicts = yearConflicts(facts, layYear(facts));
        expect(conflicts.filter(({ stops, kind }) => stops || kind === 'room-twice')).toEqual([]);
      }),
    );
  });

  it('puts a course aside only where no day is left', () => {
    fc.assert(
      fc.property(year, (drawn) => {
        const facts = factsOf(drawn);
        const conflict = yearConflicts(facts, layYear(facts)).find(({ kind }) => kind === 'no-day-yet');
        expect(conflict?.sentence ?? 'No day around').toContain('No day around');
      }),
    );
  });

  it('does not depend on the order in which anything is given', () => {
    fc.assert(
      fc.property(year, (drawn) => {
        const facts = factsOf(drawn);
        const turned: YearFacts = {
          ...facts,
          courses: facts.courses.toReversed(),
          conferences: facts.conferences.toReversed(),
          sessions: facts.sessions.toReversed(),
        };
        expect(layYear(turned)).toEqual(layYear(facts));
        expect(yearConflicts(turned, layYear(turned))).toEqual(yearConflicts(facts, layYear(facts)));
      }),
    );
  });
});
