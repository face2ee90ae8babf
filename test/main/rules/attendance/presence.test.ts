import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePresence, eventsThatStand, hasExcuse, hoursOf } from '../../../../main/rules/attendance/presence.ts';
import type { AttendanceEvent, SessionPresence } from '../../../../shared/model/attendance.ts';
import { CivilDate, ClockTime, Instant } from '../../../../shared/model/dates.ts';
import { AttendanceEventId } from '../../../../shared/model/ids.ts';

const zone = 'America/Chicago';
const session = {
  heldOn: CivilDate.parse('2024-10-21'),
  startsAt: ClockTime.parse('08:00'),
  endsAt: ClockTime.parse('15:30'),
  hours: null,
};

type Seen = Parameters<typeof derivePresence>[1][number];
const idOf = (number: number) => AttendanceEventId.parse(`0190163d-0000-7000-8000-${String(number).padStart(12, '0')}`);
const event = (number: number, kind: AttendanceEvent['kind'], more: Partial<Seen> = {}): Seen => ({
  id: idOf(number),
  kind,
  annulsId: null,
  at: Instant.parse(`2024-10-21T13:${String(number % 60).padStart(2, '0')}:00.000Z`),
  clock: null,
  hours: null,
  reason: null,
  ...more,
});
const came = event(1, 'check-in');
const late = (time: string, number = 2) => event(number, 'late', { clock: ClockTime.parse(time) });
const left = (time: string, number = 3) => event(number, 'left', { clock: ClockTime.parse(time) });
const counts = (hours: number, number = 4) => event(number, 'hours', { hours, reason: 'Online in part' });
const excused = event(5, 'excused', { reason: 'Snow day' });
const annuls = (what: Seen, number = 9) => event(number, 'annulment', { annulsId: what.id });

describe('How someone stands at a session', () => {
  it.each<[string, readonly Seen[], SessionPresence['standing'], number]>([
    ['nothing noted', [], 'not-in', 0],
    ['checked in', [came], 'present', 7.5],
    ['checked in on two laptops', [came, event(6, 'check-in')], 'present', 7.5],
    ['checked in, undone', [came, annuls(came)], 'not-in', 0],
    ['checked in on two laptops, one undone', [came, event(6, 'check-in'), annuls(came)], 'present', 7.5],
    ['came late', [came, late('09:30')], 'partly', 6],
    ['left early', [came, left('14:00')], 'partly', 6],
    ['came late and left early', [came, late('09:30'), left('14:00')], 'partly', 4.5],
    ['came late, mended', [came, late('11:00'), late('09:30', 6)], 'partly', 6],
    ['late, undone', [came, late('09:30'), annuls(late('09:30'))], 'present', 7.5],
    ['late before the session began: nothing is cut off', [came, late('07:30')], 'present', 7.5],
    ['left after it was over', [came, left('17:00')], 'present', 7.5],
    ['left before they came', [came, late('14:00'), left('09:00')], 'partly', 0],
    ['hours entered', [came, counts(4.5)], 'partly', 4.5],
    ['hours go before the clock', [came, late('12:00'), counts(7)], 'partly', 7],
    ['more hours than there are', [came, counts(20)], 'present', 7.5],
    ['hours without a check-in', [counts(3)], 'partly', 3],
    ['no hours for someone who came', [came, counts(0)], 'partly', 0],
    ['no hours for someone who did not come', [counts(0)], 'not-in', 0],
    ['excused', [excused], 'excused', 0],
    ['excused and came anyway', [excused, came], 'present', 7.5],
    ['excused, undone', [excused, annuls(excused)], 'not-in', 0],
    ['an annulment of something that is not here', [came, annuls(event(8, 'check-in'))], 'present', 7.5],
  ])('%s', (_what, events, standing, hours) => {
    expect(derivePresence(session, events, zone)).toMatchObject({ standing, hours, ofHours: 7.5 });
  });

  it('scales to the hours that a session counts for', () => {
    const counted = { ...session, hours: 6 };
    expect(hoursOf(counted, zone)).toBe(6);
    expect(derivePresence(counted, [came, left('11:45')], zone)).toMatchObject({
      standing: 'partly',
      hours: 3,
      ofHours: 6,
    });
  });

  it('keeps an excuse beside what someone attended, until it is undone', () => {
    expect(hasExcuse(eventsThatStand([excused, came]))).toBe(true);
    expect(hasExcuse(eventsThatStand([excused, annuls(excused), came]))).toBe(false);
    expect(hasExcuse(eventsThatStand([came]))).toBe(false);
  });

  it('says when someone came and left, and why', () => {
    expect(derivePresence(session, [came, late('09:30'), left('14:00')], zone)).toMatchObject({
      cameAt: '09:30',
      leftAt: '14:00',
    });
    expect(derivePresence(session, [excused], zone).reason).toBe('Snow day');
    expect(derivePresence(session, [came, counts(4)], zone).reason).toBe('Online in part');
  });

  const anyEvents = fc
    .array(
      fc.record({
        kind: fc.constantFrom('check-in', 'late', 'left', 'hours', 'excused', 'annulment' as const),
        // Few moments, so that events of two laptops fall together.
        minute: fc.integer({ min: 0, max: 4 }),
        hour: fc.integer({ min: 6, max: 18 }),
        hours: fc.integer({ min: 0, max: 10 }),
        annuls: fc.integer({ min: 0, max: 11 }),
      }),
      { maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ kind, minute, hour, hours, annuls: annulled }, number): Seen => {
        const clock = ClockTime.parse(`${String(hour).padStart(2, '0')}:00`);
        return event(number, kind, {
          at: Instant.parse(`2024-10-21T13:0${minute}:00.000Z`),
          clock: kind === 'late' || kind === 'left' ? clock : null,
          hours: kind === 'hours' ? hours : null,
          annulsId: kind === 'annulment' ? idOf(annulled) : null,
        });
      }),
    );

  it('does not depend on the order in which events come together', () => {
    fc.assert(
      fc.property(
        anyEvents.chain((events) =>
          fc.record({
            events: fc.constant(events),
            shuffled: fc.shuffledSubarray(events, { minLength: events.length }),
          }),
        ),
        ({ events, shuffled }) => {
          expect(derivePresence(session, shuffled, zone)).toEqual(derivePresence(session, events, zone));
        },
      ),
    );
  });

  it('never counts less than nothing or more than the session, and counts none of who is not in', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { standing, hours, ofHours } = derivePresence(session, events, zone);
        expect(hours).toBeGreaterThanOrEqual(0);
        expect(hours).toBeLessThanOrEqual(ofHours);
        if (standing === 'not-in' || standing === 'excused') expect(hours).toBe(0);
        expect(standing === 'present').toBe(hours === ofHours);
      }),
    );
  });

  it('says the same whether an event that was undone is there or gone', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const annulled = new Set(events.map(({ annulsId }) => annulsId));
        const standing = events.filter(({ id, kind }) => kind !== 'annulment' && !annulled.has(id));
        // An annulment takes back whatever it names, an annulment too: that one was none of presence's business.
        expect(derivePresence(session, events, zone)).toEqual(derivePresence(session, standing, zone));
      }),
    );
  });
});

describe('On the night when clocks change, and past midnight', () => {
  const night = (heldOn: string, from: string, to: string) => ({
    heldOn: CivilDate.parse(heldOn),
    startsAt: ClockTime.parse(from),
    endsAt: ClockTime.parse(to),
    hours: null,
  });
  it.each([
    ['an hour that the clock skips counts for nobody', night('2024-03-10', '00:00', '04:00'), [came], 3, 3],
    ['who came after it missed an hour, not two', night('2024-03-10', '01:00', '04:00'), [came, late('03:00')], 1, 2],
    ['an hour that comes twice counts twice', night('2024-11-03', '00:00', '03:00'), [came], 4, 4],
    [
      'who left at one in the morning was there till then',
      night('2024-10-21', '20:00', '02:00'),
      [came, left('01:00')],
      5,
      6,
    ],
    [
      'who came after midnight missed the evening',
      night('2024-10-21', '22:00', '02:00'),
      [came, late('00:30')],
      1.5,
      4,
    ],
  ] as const)('%s', (_, session, events, hours, ofHours) => {
    expect(derivePresence(session, events, zone)).toMatchObject({ hours, ofHours });
    expect(hoursOf(session, zone)).toBe(ofHours);
  });
});
