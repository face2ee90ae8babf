import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePresence, eventsThatStand, hasExcuse } from '../../../../main/rules/attendance/presence.ts';
import { decideGraduation, replayGraduation } from '../../../../main/rules/graduates/graduation.ts';
import { CivilDate, ClockTime, Instant } from '../../../../shared/model/dates.ts';
import {
  type Graduation,
  type GraduationFacts,
  type SeenSession,
  StoredGraduation,
} from '../../../../shared/model/graduates.ts';
import { AttendanceEventId, SessionId } from '../../../../shared/model/ids.ts';
import { fromJson, toJson } from '../../../../shared/model/json.ts';
import { Policy } from '../../../../shared/model/program.ts';
import { day, policy } from '../al-cto.ts';

const today = day('2025-03-01');
const courses = policy.completion.courses.slice(0, 3);
const idOf = (at: number): string => `0190163d-0000-7000-8000-${String(at).padStart(12, '0')}`;

/** Policies of every kind that Settings allows. */
const policies = fc
  .record({
    measure: fc.constantFrom('sessions', 'hours'),
    sessionsRequired: fc.integer({ min: 1, max: 3 }),
    hoursRequired: fc.integer({ min: 1, max: 20 }),
    leastShare: fc.integer({ min: 1, max: 100 }),
    partsOfSessions: fc.constantFrom('add-up', 'stand-alone'),
    excused: fc.constantFrom('counts', 'made-up'),
    otherCohortsSessions: fc.constantFrom('count', 'do-not-count'),
    makeUpAssignment: fc.constantFrom('needed', 'not-needed'),
    makeUpDays: fc.option(fc.integer({ min: 0, max: 60 })),
  })
  .map((changes) => Policy.parse({ ...policy, completion: { ...policy.completion, ...changes, courses } }));

/** How much of a session someone attended, in tenths. */
const attended = fc.integer({ min: 0, max: 10 });
const days = fc
  .constantFrom('2024-10-21', '2024-12-03', '2025-02-11', '2025-03-01', '2025-03-20', '2025-06-10')
  .map(day);

function seen(session: Omit<SeenSession, 'standing' | 'hours'>, tenths: number): SeenSession {
  const absent = session.excused ? 'excused' : 'not-in';
  const standing = tenths === 0 ? absent : tenths === 10 ? 'present' : 'partly';
  return { ...session, standing, hours: (session.ofHours * tenths) / 10 };
}

const sessions = fc
  .array(
    fc.record({
      courseId: fc.constantFrom(...courses),
      heldOn: days,
      own: fc.boolean(),
      assigned: fc.boolean(),
      excused: fc.boolean(),
      ofHours: fc.constantFrom(3, 6, 7.5),
      tenths: attended,
    }),
    { maxLength: 9 },
  )
  .map((drawn) =>
    drawn.map(({ tenths, assigned, own, ...rest }, at) =>
      seen({ ...rest, own, assigned: assigned && !own, sessionId: SessionId.parse(idOf(at)) }, tenths),
    ),
  );
const facts: fc.Arbitrary<GraduationFacts> = fc.record({
  status: fc.constant('enrolled' as const),
  endsOn: fc.option(fc.constantFrom('2025-01-31', '2025-03-01', '2025-06-30').map((text) => CivilDate.parse(text))),
  sessions,
});

const rank: Record<Graduation['verdict'], number> = {
  'courses-missing': 0,
  'on-the-way': 1,
  'requirements-missing': 2,
  'may-graduate': 2,
  graduated: 3,
  'not-enrolled': 3,
};

describe('The decision on graduation', () => {
  it('is never made worse by more attendance', () => {
    fc.assert(
      fc.property(policies, facts, fc.nat(), fc.integer({ min: 0, max: 10 }), (rules, known, which, tenths) => {
        const at = known.sessions.length === 0 ? 0 : which % known.sessions.length;
        const session = known.sessions[at];
        if (!session) return;
        const more = seen(session, Math.max(tenths, Math.round((session.hours / session.ofHours) * 10)));
        const before = decideGraduation(rules, known, today);
        const after = decideGraduation(rules, { ...known, sessions: known.sessions.with(at, more) }, today);
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
        expect(after.attended.length).toBeGreaterThanOrEqual(before.attended.length);
      }),
    );
  });

  it('is never made worse by a make-up that is assigned', () => {
    fc.assert(
      fc.property(policies, facts, (rules, known) => {
        const assigned = known.sessions.map((session) => ({ ...session, assigned: !session.own }));
        const before = decideGraduation(rules, known, today);
        const after = decideGraduation(rules, { ...known, sessions: assigned }, today);
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
      }),
    );
  });

  it('does not depend on the order of the sessions', () => {
    fc.assert(
      fc.property(policies, facts, fc.array(fc.nat(), { minLength: 9, maxLength: 9 }), (rules, known, keys) => {
        const mixed = known.sessions
          .map((session, at) => ({ session, key: keys[at] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ session }) => session);
        expect(decideGraduation(rules, { ...known, sessions: mixed }, today)).toEqual(
          decideGraduation(rules, known, today),
        );
      }),
    );
  });

  it('is made of a verdict on each course, a reason at least for each, and a sentence', () => {
    fc.assert(
      fc.property(policies, facts, (rules, known) => {
        const {
          verdict,
          attended: done,
          missing,
          courses: progress,
          reasons,
          sentence,
        } = decideGraduation(rules, known, today);
        expect([...done, ...missing].toSorted()).toEqual([...courses].toSorted());
        expect(reasons.length).toBeGreaterThanOrEqual(courses.length);
        expect(reasons.every(({ clause }) => rules.clauses.some(({ id }) => id === clause))).toBe(true);
        expect(sentence).not.toBe('');
        expect(verdict === 'may-graduate').toBe(missing.length === 0);
        const open = progress.filter(({ required, outlook }) => required && outlook === 'closed');
        expect(verdict === 'courses-missing').toBe(open.length > 0);
        for (const { courseId, outlook, done: have, needed } of progress) {
          expect(outlook === 'completed').toBe(have >= needed - 1e-6);
          if (done.includes(courseId)) expect(outlook).toBe('completed');
        }
      }),
    );
  });

  it('comes out the same when it is made again from what was kept of it', () => {
    fc.assert(
      fc.property(policies, facts, (rules, known) => {
        const graduation = decideGraduation(rules, known, today);
        const { missing, reasons } = graduation;
        const kept = toJson({ facts: known, decidedOn: today, missing: [...missing], reasons: [...reasons] });
        const stored = fromJson(StoredGraduation, kept);
        expect(replayGraduation(rules, stored)).toEqual({ agrees: true, graduation });
        const other = { ...stored, missing: missing.length > 0 ? [] : courses.slice(0, 1) };
        expect(replayGraduation(rules, other).agrees).toBe(false);
      }),
    );
  });

  it('takes a check-in that was annulled as if it had never been', () => {
    const at = (hour: number) => Instant.parse(`2024-10-21T${String(hour).padStart(2, '0')}:00:00.000Z`);
    const morning = {
      heldOn: CivilDate.parse('2024-10-21'),
      startsAt: ClockTime.parse('08:00'),
      endsAt: ClockTime.parse('15:30'),
      hours: null,
    };
    const clock = ClockTime.parse('11:00');
    const event = fc.record({
      kind: fc.constantFrom('check-in', 'late', 'left', 'hours', 'excused'),
      hour: fc.integer({ min: 8, max: 20 }),
      annulled: fc.boolean(),
    });
    fc.assert(
      fc.property(policies, fc.array(event, { maxLength: 6 }), (rules, drawn) => {
        const events = drawn.map(({ kind, hour, annulled }, index) => ({
          annulled,
          event: {
            id: AttendanceEventId.parse(idOf(index)),
            kind,
            at: at(hour),
            annulsId: null,
            reason: null,
            clock: kind === 'late' || kind === 'left' ? clock : null,
            hours: kind === 'hours' ? 2 : null,
          } as const,
        }));
        const annulments = events
          .filter(({ annulled }) => annulled)
          .map(({ event: { id } }, index) => ({
            id: AttendanceEventId.parse(idOf(100 + index)),
            kind: 'annulment' as const,
            at: at(21),
            annulsId: id,
            reason: 'Scanned by mistake',
            clock: null,
            hours: null,
          }));
        const stands = (given: Parameters<typeof derivePresence>[1]) => {
          const { standing, hours, ofHours } = derivePresence(morning, given, 'America/Chicago');
          const excused = hasExcuse(eventsThatStand(given));
          const session = {
            sessionId: SessionId.parse(idOf(1)),
            heldOn: day('2024-10-21'),
            own: true,
            assigned: false,
          };
          const [courseId] = courses;
          if (courseId === undefined) throw new Error('The default program has six courses.');
          const known = { status: 'enrolled', endsOn: null } as const;
          return decideGraduation(
            rules,
            { ...known, sessions: [{ ...session, courseId, standing, excused, hours, ofHours }] },
            today,
          );
        };
        expect(stands([...events.map(({ event: each }) => each), ...annulments])).toEqual(
          stands(events.filter(({ annulled }) => !annulled).map(({ event: each }) => each)),
        );
      }),
    );
  });
});
