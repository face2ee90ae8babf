import { v7 } from 'uuid';
import { deviceIn } from '../../main/database/device.ts';
import { openDatabase } from '../../main/database/open.ts';
import { openDesk } from '../../main/desk/desk.ts';
import { type Change, insert } from '../../main/log/change.ts';
import { commit } from '../../main/log/commit.ts';
import { Instant } from '../../shared/model/dates.ts';
import { ApplicationId, type CohortId, PersonId } from '../../shared/model/ids.ts';
import { toJson } from '../../shared/model/json.ts';
import { somebody, someCohort } from './database-for-test.ts';
import { settingsBeside } from './settings-beside.ts';

const noDialogs = {
  openFile: async () => null,
  saveFile: async () => null,
  chooseFolder: async () => null,
  reveal: async () => {},
  open: async () => {},
};

/** Makes a program with one cohort and so many eligible applicants in a new database; returns the cohort. */
export async function seedApplicants(file: string, count: number, seats = count): Promise<CohortId> {
  const desk = openDesk({
    databaseFile: file,
    settings: settingsBeside(file),
    dialogs: noDialogs,
    onEvent: () => undefined,
  });
  if (!desk.ok) throw new Error(desk.problem.sentence);
  await desk.desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  await desk.desk.close();
  const opened = openDatabase(file);
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const cohort = someCohort({ seats });
  const changes: Change[] = [insert('cohort', cohort)];
  for (let number = 0; number < count; number += 1) changes.push(...applicant(number, cohort.id));
  const world = {
    now: () => Instant.parse('2024-06-03T14:00:00.000Z'),
    newId: () => v7(),
    device: deviceIn(opened.value, settingsBeside(file), v7),
  };
  await commit(opened.value, world, 'test.seed', () => ({
    ok: true,
    label: 'Seeded applicants',
    changes,
    value: null,
  }));
  opened.value.close();
  return cohort.id;
}

/** A member with enough years: within the second tier. */
function applicant(number: number, cohortId: CohortId): Change[] {
  const person = somebody({
    id: PersonId.parse(v7()),
    familyName: `Applicant ${number}`,
    email: `applicant${number}@example.org`,
  });
  const submittedAt = Instant.parse(new Date(Date.UTC(2024, 3, 1, 12, 0, number)).toISOString());
  return [
    insert('person', person),
    insert('application', {
      id: ApplicationId.parse(v7()),
      personId: person.id,
      cohortId,
      firstSubmittedAt: submittedAt,
      latestSubmittedAt: submittedAt,
      submittedDoubt: null,
      status: 'submitted',
      statusAt: submittedAt,
      statusReason: null,
      membership: 'general',
      highestPost: 'no',
      yearsInEducation: 5,
      payment: null,
      needs: null,
      answers: toJson({ membership: 'General' }),
      overrule: null,
      decision: null,
      readOrder: null,
    }),
  ];
}
