import { v7 } from 'uuid';
import { deviceIn } from '../../main/database/device.ts';
import { openDatabase } from '../../main/database/open.ts';
import { type Change, insert } from '../../main/log/change.ts';
import { commit } from '../../main/log/commit.ts';
import type { ParticipantStatus } from '../../shared/model/cohorts.ts';
import { CivilDate, ClockTime, type Instant, instantOf } from '../../shared/model/dates.ts';
import {
  AttendanceEventId,
  type CohortId,
  CourseId,
  OrganizationId,
  ParticipantId,
  PersonId,
  type SessionId,
} from '../../shared/model/ids.ts';
import type { TestDesk } from './open-desk.ts';
import { settingsBeside } from './settings-beside.ts';

/** Someone to put into a test's database; without a cohort the person is in none. */
export interface SeededPerson {
  readonly name: readonly [given: string, family: string];
  readonly organization?: string;
  readonly email?: string;
  readonly cohortId?: CohortId;
  readonly status?: ParticipantStatus;
}

/** A person as seeded. */
export interface Seeded {
  readonly personId: PersonId;
  readonly participantId: ParticipantId | null;
}

/** Writes changes into a test's database through the one writer, as another process would. */
export async function seedChanges(test: TestDesk, changes: Iterable<Change>): Promise<void> {
  const opened = openDatabase(test.databaseFile);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const world = {
    now: (): Instant => instantOf(new Date(test.now)),
    newId: () => v7(),
    device: deviceIn(opened.value, settingsBeside(test.databaseFile), v7),
  };
  const decision = { ok: true as const, label: 'Seeded', changes, value: null };
  const result = await commit(opened.value, world, 'test.seed', () => decision);
  opened.value.close();
  if (!result.ok) throw new Error(result.problem.sentence);
}

/** Puts people into a test's database, and into cohorts. */
export async function seedPeople(test: TestDesk, people: readonly SeededPerson[]): Promise<readonly Seeded[]> {
  const organizations = new Map<string, OrganizationId>();
  const changes: Change[] = [];
  const seeded: Seeded[] = [];
  for (const { name, organization, email, cohortId, status = 'enrolled' } of people) {
    const [givenName, familyName] = name;
    const personId = PersonId.parse(v7());
    let organizationId = organization === undefined ? null : (organizations.get(organization) ?? null);
    if (organization !== undefined && organizationId === null) {
      organizationId = OrganizationId.parse(v7());
      organizations.set(organization, organizationId);
      changes.push(insert('organization', { id: organizationId, name: organization, kind: 'school-system' }));
    }
    changes.push(
      insert('person', {
        id: personId,
        givenName,
        familyName,
        certificateName: null,
        email: email ?? null,
        phone: null,
        jobTitle: null,
        organizationId,
      }),
    );
    const participantId = cohortId === undefined ? null : ParticipantId.parse(v7());
    if (participantId !== null && cohortId !== undefined) {
      const place = { id: participantId, personId, cohortId, status, applicationId: null };
      changes.push(insert('participant', { ...place, graduatedOn: null, remark: null, cameFrom: null }));
    }
    seeded.push({ personId, participantId });
  }
  await seedChanges(test, changes);
  return seeded;
}

/** One person, seeded. */
export async function seedPerson(test: TestDesk, person: SeededPerson): Promise<Seeded> {
  const [seeded] = await seedPeople(test, [person]);
  if (!seeded) throw new Error('No one was seeded.');
  return seeded;
}

/** Check-ins as another laptop may have written them, the same person twice included. */
export async function seedCheckIn(
  test: TestDesk,
  sessionId: SessionId,
  personId: PersonId,
): Promise<AttendanceEventId> {
  const id = AttendanceEventId.parse(v7());
  const event = {
    id,
    sessionId,
    personId,
    code: null,
    annulsId: null,
    reason: null,
    clock: null,
    hours: null,
  } as const;
  const at = instantOf(new Date(test.now));
  await seedChanges(test, [insert('attendanceEvent', { ...event, kind: 'check-in', method: 'log', at })]);
  return id;
}

/** The sample program with one cohort. */
export async function startProgram(test: TestDesk, cohort = 'Foxtrot'): Promise<CohortId> {
  await test.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  return (await test.call('cohorts.create', { name: cohort })).cohortId;
}

/** Plans a session of a course; today, in the morning, unless said otherwise. */
export async function plan(
  test: TestDesk,
  cohortIds: CohortId | readonly CohortId[],
  { course = 'data-governance', on = '2024-06-03', from = '08:00', to = '15:30' } = {},
): Promise<SessionId> {
  const { sessionId } = await test.call('courses.planSession', {
    courseId: CourseId.parse(course),
    cohortIds: typeof cohortIds === 'string' ? [cohortIds] : [...cohortIds],
    conferenceId: null,
    heldOn: CivilDate.parse(on),
    startsAt: ClockTime.parse(from),
    endsAt: ClockTime.parse(to),
    room: 'Ballroom B',
  });
  return sessionId;
}
