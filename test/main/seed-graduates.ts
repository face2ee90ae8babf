import { v7 } from 'uuid';
import { deviceIn } from '../../main/database/device.ts';
import { openDatabase } from '../../main/database/open.ts';
import { type Change, insert } from '../../main/log/change.ts';
import { commit } from '../../main/log/commit.ts';
import type { Application } from '../../shared/model/applicants.ts';
import type { Cohort, Participant } from '../../shared/model/cohorts.ts';
import { CivilDate, ClockTime, Instant } from '../../shared/model/dates.ts';
import {
  ApplicationId,
  AttendanceEventId,
  CohortId,
  CourseId,
  MakeUpId,
  OrganizationId,
  ParticipantId,
  PersonId,
  RecertificationDueId,
  RecertificationReceiptId,
  SessionCohortId,
  SessionId,
} from '../../shared/model/ids.ts';
import { toJson } from '../../shared/model/json.ts';
import { Cents } from '../../shared/model/money.ts';
import type { Person } from '../../shared/model/people.ts';
import type { TestDesk } from './open-desk.ts';
import { settingsBeside } from './settings-beside.ts';

/** The keys of the six courses of AL-CTO, in order. */
export const sixCourses = [
  'cto-roles',
  'law-ethics',
  'data-governance',
  'teaching-learning',
  'it-management',
  'technology-planning',
];

/** Gathers rows for a test's desk, and writes them as one command by the only writer there is. */
export class Seed {
  readonly #changes: Change[] = [];
  readonly #organizations = new Map<string, OrganizationId>();

  cohort(name: string, facts: Partial<Cohort> = {}): Cohort {
    const cohort: Cohort = {
      id: CohortId.parse(v7()),
      name,
      status: 'running',
      opensOn: null,
      closesOn: null,
      seats: 30,
      fee: Cents.parse(7500),
      startsOn: null,
      endsOn: null,
      ...facts,
    };
    this.#changes.push(insert('cohort', cohort));
    return cohort;
  }

  person(fullName: string, facts: Partial<Person> & { organization?: string } = {}): Person {
    const { organization, ...rest } = facts;
    const [givenName = '', ...family] = fullName.split(' ');
    const person: Person = {
      id: PersonId.parse(v7()),
      givenName,
      familyName: family.join(' '),
      certificateName: null,
      email: null,
      phone: null,
      jobTitle: null,
      organizationId: organization === undefined ? null : this.organization(organization),
      ...rest,
    };
    this.#changes.push(insert('person', person));
    return person;
  }

  organization(name: string): OrganizationId {
    const known = this.#organizations.get(name);
    if (known) return known;
    const id = OrganizationId.parse(v7());
    this.#organizations.set(name, id);
    this.#changes.push(insert('organization', { id, name, kind: 'school-system' }));
    return id;
  }

  participant(cohort: Cohort, person: Person | string, facts: Partial<Participant> = {}): Participant {
    const { id: personId } = typeof person === 'string' ? this.person(person) : person;
    const participant: Participant = {
      id: ParticipantId.parse(v7()),
      personId,
      cohortId: cohort.id,
      applicationId: null,
      status: 'enrolled',
      graduatedOn: null,
      remark: null,
      cameFrom: null,
      ...facts,
    };
    this.#changes.push(insert('participant', participant));
    return participant;
  }

  graduate(cohort: Cohort, person: Person | string, graduatedOn: string | null = null): Participant {
    return this.participant(cohort, person, {
      status: 'graduated',
      graduatedOn: graduatedOn === null ? null : day(graduatedOn),
    });
  }

  application(
    cohort: Cohort,
    person: Person,
    submittedAt: string,
    membership: string | null = 'general',
    status: Application['status'] = 'submitted',
  ): ApplicationId {
    const id = ApplicationId.parse(v7());
    const at = Instant.parse(submittedAt);
    this.#changes.push(
      insert('application', {
        id,
        personId: person.id,
        cohortId: cohort.id,
        firstSubmittedAt: at,
        latestSubmittedAt: at,
        submittedDoubt: null,
        status,
        statusAt: at,
        statusReason: null,
        membership,
        highestPost: 'no',
        yearsInEducation: 5,
        payment: null,
        needs: null,
        answers: toJson({}),
        overrule: null,
        decision: null,
        readOrder: null,
      }),
    );
    return id;
  }

  session(cohort: Cohort, course: string, heldOn: string, startsAt = '08:00', endsAt = '15:30'): SessionId {
    const id = SessionId.parse(v7());
    this.#changes.push(
      insert('session', {
        id,
        courseId: CourseId.parse(course),
        conferenceId: null,
        heldOn: day(heldOn),
        startsAt: ClockTime.parse(startsAt),
        endsAt: ClockTime.parse(endsAt),
        room: 'Hall B',
        instructors: null,
        hours: null,
        capacity: null,
      }),
      insert('sessionCohort', { id: SessionCohortId.parse(v7()), sessionId: id, cohortId: cohort.id }),
    );
    return id;
  }

  /** Sessions of the six courses, on the days given. */
  year(cohort: Cohort, days: readonly string[]): SessionId[] {
    return days.map((heldOn, at) => this.session(cohort, sixCourses[at] ?? '', heldOn));
  }

  checkIn(sessionId: SessionId, participant: Participant, at = '2024-01-15T14:00:00.000Z'): AttendanceEventId {
    const id = AttendanceEventId.parse(v7());
    this.#changes.push(
      insert('attendanceEvent', {
        id,
        sessionId,
        kind: 'check-in',
        personId: participant.personId,
        code: null,
        method: 'typed',
        at: Instant.parse(at),
        annulsId: null,
        reason: null,
        clock: null,
        hours: null,
      }),
    );
    return id;
  }

  /** That someone came late or left early, by the clock; or that a lead excused the absence. */
  note(
    sessionId: SessionId,
    participant: Participant,
    kind: 'late' | 'left' | 'excused',
    clock: string | null = null,
    at = '2024-01-15T15:00:00.000Z',
  ): AttendanceEventId {
    const id = AttendanceEventId.parse(v7());
    this.#changes.push(
      insert('attendanceEvent', {
        id,
        sessionId,
        kind,
        personId: participant.personId,
        code: null,
        method: 'typed',
        at: Instant.parse(at),
        annulsId: null,
        reason: kind === 'excused' ? 'Testing week at school' : null,
        clock: clock === null ? null : ClockTime.parse(clock),
        hours: null,
      }),
    );
    return id;
  }

  /** That someone is to make a course up at a session of another cohort. */
  makeUp(sessionId: SessionId, course: string, participant: Participant): MakeUpId {
    const id = MakeUpId.parse(v7());
    this.#changes.push(
      insert('makeUp', {
        id,
        participantId: participant.id,
        courseId: CourseId.parse(course),
        sessionId,
        assignedAt: Instant.parse('2024-06-01T14:00:00.000Z'),
        note: null,
      }),
    );
    return id;
  }

  due(graduate: Participant, dueOn: string, receivedOn: string | null = null, remark: string | null = null) {
    const id = RecertificationDueId.parse(v7());
    this.#changes.push(
      insert('recertificationDue', { id, participantId: graduate.id, cycle: 1, dueOn: day(dueOn), remark }),
    );
    if (receivedOn !== null) {
      const receiptId = RecertificationReceiptId.parse(v7());
      this.#changes.push(
        insert('recertificationReceipt', { id: receiptId, dueId: id, receivedOn: day(receivedOn), note: null }),
      );
    }
    return id;
  }

  /** Writes what was gathered since, as one command. */
  async write(desk: Pick<TestDesk, 'databaseFile' | 'now'>, label = 'Seeded'): Promise<void> {
    const opened = openDatabase(desk.databaseFile);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    const world = {
      now: () => Instant.parse(new Date(desk.now).toISOString()),
      newId: () => v7(),
      device: deviceIn(opened.value, settingsBeside(desk.databaseFile), v7),
    };
    const changes = this.#changes.splice(0);
    const written = await commit(opened.value, world, 'test.seed', () => ({ ok: true, label, changes, value: null }));
    opened.value.close();
    if (!written.ok) throw new Error(written.problem.sentence);
  }
}

/** A day in a test's own words. */
export const day = (text: string): CivilDate => CivilDate.parse(text);
