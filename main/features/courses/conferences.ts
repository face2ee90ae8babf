import { countOf, wordFor } from '../../../shared/model/counts.ts';
import type { Conference } from '../../../shared/model/courses.ts';
import { addDays, sayDate, sayDay } from '../../../shared/model/dates.ts';
import { ConferenceId } from '../../../shared/model/ids.ts';
import { foldName } from '../../../shared/model/people.ts';
import { type Problem, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { insert, remove, update } from '../../log/change.ts';
import { datesReversed } from '../../rules/dates/date-order.ts';
import { courseOfSession, whyNot } from './checks.ts';
import { sessionsBeside } from './sessions.ts';

type Refusal = { readonly ok: false; readonly problem: Problem };
type Facets = Omit<Conference, 'id'>;

/** Notes a conference. That its days overlap another's is shown, not refused: two may well be held at once. */
export const addConference: Command<'courses.addConference'> = (facts, facets) => {
  const refusal = whyNoConference(facts, facets, null);
  if (refusal) return refusal;
  const id = ConferenceId.parse(facts.newId());
  return {
    ok: true,
    label: `Added conference ${facets.name}`,
    changes: [insert('conference', { id, ...facets })],
    value: { conferenceId: id },
  };
};

function whyNoConference({ database }: Facts, facets: Facets, self: ConferenceId | null): Refusal | null {
  const { name, startsOn, endsOn } = facets;
  const [reversed] = datesReversed([{ pair: 'conference starts, ends', days: [startsOn, endsOn] }]);
  if (reversed !== undefined) return refuse(`${name}: ${reversed}`);
  const known = database
    .all<Conference>('SELECT * FROM conference WHERE startsOn <= ? AND endsOn >= ?', endsOn, startsOn)
    .find((conference) => conference.id !== self && foldName(conference.name) === foldName(name));
  if (known) {
    return refuse(
      `${known.name} on ${sayDay(known.startsOn)} is already listed. Schedule its sessions on a cohort’s Schedule.`,
    );
  }
  return null;
}

const conferenceOf = ({ database }: Facts, id: ConferenceId): Conference | undefined =>
  database.get<Conference>('SELECT * FROM conference WHERE id = ?', id);
const noSuchConference = 'That conference no longer exists. It may have been deleted in another window.';

export const reviseConference: Command<'courses.reviseConference'> = (
  facts,
  { conferenceId, moveSessions, ...given },
) => {
  const before = conferenceOf(facts, conferenceId);
  if (!before) return refuse(noSuchConference);
  const facets: Facets = {
    name: given.name ?? before.name,
    startsOn: given.startsOn ?? before.startsOn,
    endsOn: given.endsOn ?? before.endsOn,
    place: given.place === undefined ? before.place : given.place,
  };
  const refusal = whyNoConference(facts, facets, conferenceId);
  if (refusal) return refusal;
  const moved = moveSessions ? movedAlong(facts, before, facets) : [];
  for (const { session, heldOn } of moved) {
    const plan = { ...session, heldOn, cohortIds: session.cohorts.map(({ id }) => id) };
    const cannot = whyNot(
      facts,
      plan,
      courseOfSession(facts, plan),
      moved.map(({ session: { id } }) => id),
    );
    if (cannot) return cannot;
  }
  const sameDays = facets.startsOn === before.startsOn && facets.endsOn === before.endsOn;
  const along = moved.length === 0 ? '' : ` and ${moved.length === 1 ? 'its session' : `its ${moved.length} sessions`}`;
  return {
    ok: true,
    label: sameDays
      ? `Changed the conference ${facets.name}`
      : `Moved the conference ${facets.name}${along} to ${sayDay(facets.startsOn)}`,
    changes: [
      update('conference', conferenceId, facets),
      ...moved.map(({ session, heldOn }) => update('session', session.id, { heldOn })),
    ],
    value: null,
  };
};

/** The coming sessions on the day before or after a conference, with the days that they have when it moves. */
function movedAlong(facts: Facts, before: Conference, after: Facets) {
  const days = new Map([
    [addDays(before.startsOn, -1), addDays(after.startsOn, -1)],
    [addDays(before.endsOn, 1), addDays(after.endsOn, 1)],
  ]);
  return sessionsBeside(facts, before.id).flatMap((session) => {
    const heldOn = days.get(session.heldOn);
    const stays = heldOn === undefined || heldOn === session.heldOn || session.when === 'past' || session.present > 0;
    return stays ? [] : [{ session, heldOn }];
  });
}

export const removeConference: Command<'courses.removeConference'> = (facts, { conferenceId }) => {
  const conference = conferenceOf(facts, conferenceId);
  if (!conference) return refuse(noSuchConference);
  const { name, startsOn } = conference;
  const sessions = sessionsBeside(facts, conferenceId);
  if (sessions.length > 0) {
    const count = sessions.length === 1 ? 'One session is' : countOf(sessions.length, 'session is', 'sessions are');
    const each = wordFor(sessions.length, 'it', 'each');
    return refuse(
      `${count} planned at ${name}. Give ${each} another conference or none, or take ${each} off the schedule first.`,
      sessions.map(
        ({ title, heldOn, cohorts }) =>
          `${title}, ${sayDay(heldOn)}: ${cohorts.map((cohort) => cohort.name).join(', ')}`,
      ),
    );
  }
  return {
    ok: true,
    label: `Took the conference ${name} of ${sayDate(startsOn)} off the list`,
    changes: [remove('conference', conferenceId)],
    value: null,
  };
};
