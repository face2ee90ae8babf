import { done } from '../../../shared/model/result.ts';
import type { Handlers, Query } from '../../call/handler.ts';
import { waitsUntil } from '../../rules/kiosk/kiosk.ts';
import { sessionRow } from '../courses/sessions.ts';
import { kioskNote } from './lock.ts';

const state: Query<'kiosk.state'> = (facts) => {
  const note = kioskNote(facts.database);
  if (note === null) return done(null);
  const waitUntil = waitsUntil(note, facts.now);
  const session = sessionRow(facts, note.sessionId);
  // Another laptop's undo may have taken the session off the schedule: the kiosk stays one, and lets no one in.
  if (!session) return done({ session: null, open: false, waitUntil });
  const { title, heldOn, startsAt, endsAt, room, when } = session;
  return done({ session: { title, heldOn, startsAt, endsAt, room }, open: when === 'today', waitUntil });
};

export const kioskQueries: Pick<Handlers, 'kiosk.state'> = { 'kiosk.state': state };
