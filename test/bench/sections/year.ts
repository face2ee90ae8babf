import Database from 'better-sqlite3';
import { v7 } from 'uuid';
import { deviceIn } from '../../../main/database/device.ts';
import { openDatabase } from '../../../main/database/open.ts';
import { type Change, insert } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { addDays, CivilDate, ClockTime, Instant } from '../../../shared/model/dates.ts';
import * as ids from '../../../shared/model/ids.ts';
import { somebody, someCohort } from '../../main/database-for-test.ts';
import { settingsBeside } from '../../main/settings-beside.ts';
import { openBenchDesk } from '../bench-desk.ts';
import { median, type Report, timed } from '../measure.ts';

const COHORTS = 40;
const PEOPLE = 50;

/**
 * The year with 40 cohorts of six sessions and 2,000 participants, half of whom have attended all: a cohort's year and
 * a proposal at their first look, and after a change. Beside the bare rows of the sessions.
 */
export async function year(report: Report): Promise<void> {
  const desk = openBenchDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const { courses } = await desk.call('courses.year', {
    cohortId: (await desk.call('cohorts.create', { name: 'First' })).cohortId,
  });
  const cohortIds = Array.from({ length: COHORTS }, () => ids.CohortId.parse(v7()));
  const changes = cohortIds.flatMap((cohortId, index) => {
    const courseIds = courses.map(({ id }) => id);
    return cohortYear(cohortId, index, courseIds);
  });
  await write(desk.databaseFile, changes);

  const bare = new Database(desk.databaseFile, { readonly: true });
  const floor = await median(20, () => bare.prepare('SELECT * FROM session ORDER BY heldOn').all());
  const floorIs = 'the bare rows of the sessions';
  const [first, last] = [cohortIds[0], cohortIds.at(-1)];
  if (!first || !last) throw new Error('There are no cohorts.');
  const say = (name: string, ours: number) => report({ name: `the year, ${name}`, unit: 'ms', ours, floor, floorIs });
  say('at its first look', await timed(() => desk.call('courses.year', { cohortId: first })));
  say('of the next cohort', await median(10, () => desk.call('courses.year', { cohortId: last })));
  say('as it is proposed', await median(10, () => desk.call('courses.proposeYear', { cohortIds: [first, last] })));
  const { rows } = await desk.call('cohorts.participants', { cohortId: first });
  const [somebodyThere] = rows;
  if (!somebodyThere) throw new Error('No one is there.');
  const participantIds = [somebodyThere.participantId];
  await desk.call('cohorts.moveParticipants', { participantIds, cohortId: last, reason: 'As the bench asks' });
  say('after someone moved', await timed(() => desk.call('courses.year', { cohortId: first })));
  bare.close();
  await desk.close();
}

async function write(file: string, changes: readonly Change[]): Promise<void> {
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const world = {
    now: () => Instant.parse('2024-06-03T14:00:00.000Z'),
    newId: () => v7(),
    device: deviceIn(opened.value, settingsBeside(file), v7),
  };
  await commit(opened.value, world, 'bench.seed', () => ({ ok: true, label: 'Seeded', changes, value: null }));
  opened.value.close();
}

/** A cohort with its people and its six sessions, attended by everyone in the first half of the cohorts. */
function cohortYear(cohortId: ids.CohortId, index: number, courseIds: readonly ids.CourseId[]): Change[] {
  const people = Array.from({ length: PEOPLE }, (_, number) =>
    somebody({ id: ids.PersonId.parse(v7()), familyName: `Person ${number}`, email: `${index}-${number}@example.org` }),
  );
  const places = people.map(({ id: personId }) =>
    insert('participant', {
      id: ids.ParticipantId.parse(v7()),
      personId,
      cohortId,
      applicationId: null,
      status: 'enrolled',
      graduatedOn: null,
      remark: null,
      cameFrom: null,
    }),
  );
  const sessions = courseIds.flatMap((courseId, number) => {
    const sessionId = ids.SessionId.parse(v7());
    const heldOn = addDays(CivilDate.parse('2024-01-08'), index * 7 + number * 30);
    const [startsAt, endsAt] = [ClockTime.parse('08:00'), ClockTime.parse('15:30')];
    const facts = { conferenceId: null, room: 'Ballroom B', instructors: 'Dr. Bain', hours: null, capacity: 40 };
    return [
      insert('session', { id: sessionId, courseId, heldOn, startsAt, endsAt, ...facts }),
      insert('sessionCohort', { id: ids.SessionCohortId.parse(v7()), sessionId, cohortId }),
      ...(index < COHORTS / 2 ? people.map(({ id }) => checkIn(sessionId, id)) : []),
    ];
  });
  return [
    insert('cohort', someCohort({ id: cohortId, name: `Cohort ${index}` })),
    ...people.map((person) => insert('person', person)),
    ...places,
    ...sessions,
  ];
}

const checkIn = (sessionId: ids.SessionId, personId: ids.PersonId): Change =>
  insert('attendanceEvent', {
    id: ids.AttendanceEventId.parse(v7()),
    sessionId,
    kind: 'check-in',
    personId,
    code: null,
    method: 'scanned',
    at: Instant.parse('2024-02-01T14:00:00.000Z'),
    annulsId: null,
    reason: null,
    clock: null,
    hours: null,
  });
