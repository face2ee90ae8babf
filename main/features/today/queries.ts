import { addDays, clockOf, sayClock } from '../../../shared/model/dates.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import { done } from '../../../shared/model/result.ts';
import type { SessionRow } from '../../../shared/views/cohorts.ts';
import type { TodayView } from '../../../shared/views/desk.ts';
import type { Facts } from '../../call/facts.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { isInEffect } from '../../log/in-effect.ts';
import { newestFirst } from '../../log/order.ts';
import { sessionRow } from '../courses/sessions.ts';
import { nextSteps } from './steps.ts';

/** How many of the last commands Today shows. */
const mostRecent = 8;

const show: Query<'today.show'> = (facts) => {
  const session = sessionOfToday(facts);
  return done({
    today: facts.today,
    session: session && sayTodaysSession(session),
    steps: nextSteps(facts, session),
    recent: recentCommands(facts),
  });
};

/** The session that is on, or was on today; else the next one. */
function sessionOfToday(facts: Facts): SessionRow | null {
  const { database, today, now, zone } = facts;
  const first = (where: string, ...values: string[]): SessionId | undefined =>
    database.get<{ id: SessionId }>(`SELECT id FROM session WHERE ${where}, id LIMIT 1`, ...values)?.id;
  const id =
    first(
      'heldOn = ? AND endsAt < startsAt AND endsAt >= ? ORDER BY startsAt',
      addDays(today, -1),
      clockOf(now, zone),
    ) ??
    first('heldOn = ? AND (endsAt >= ? OR endsAt < startsAt) ORDER BY startsAt', today, clockOf(now, zone)) ??
    first('heldOn = ? ORDER BY endsAt DESC', today) ??
    first('heldOn > ? ORDER BY heldOn, startsAt', today);
  return id === undefined ? null : sessionRow(facts, id);
}

function sayTodaysSession(session: SessionRow): TodayView['session'] {
  const { id, title, heldOn, startsAt, endsAt, room, cohorts, expected, present, when } = session;
  return {
    id,
    title,
    heldOn,
    when: `${sayClock(startsAt)} – ${sayClock(endsAt)}`,
    room,
    cohorts: cohorts.map(({ name }) => name).join(', '),
    expected,
    present,
    isToday: when === 'today',
  };
}

/** The last things done that still stand, newest first. */
function recentCommands({ database }: Facts): TodayView['recent'] {
  const recent: TodayView['recent'][number][] = [];
  const commands = database.each<TodayView['recent'][number]>(
    `SELECT id AS commandId, label, at, who FROM logCommand WHERE undoes IS NULL ORDER BY ${newestFirst}`,
  );
  for (const command of commands) {
    if (isInEffect(database, command.commandId)) recent.push(command);
    if (recent.length === mostRecent) break;
  }
  return recent;
}

export const todayQueries: Pick<Handlers, 'today.show'> = { 'today.show': show };
