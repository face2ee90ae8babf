import type { InputOf, OutputOf } from '../../../shared/api.ts';
import { CivilDate, ClockTime } from '../../../shared/model/dates.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { done, type Result } from '../../../shared/model/result.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';

/** The sample's own calendar: the cohort that its applications are for. */
const sampleCohort: InputOf<'cohorts.create'> = {
  name: 'Foxtrot',
  opensOn: CivilDate.parse('2024-04-01'),
  closesOn: CivilDate.parse('2024-05-31'),
  seats: 30,
  startsOn: CivilDate.parse('2024-10-20'),
  endsOn: CivilDate.parse('2025-06-30'),
};

/** Fills an empty desk through the calls that a lead would make, so that each step can be seen and undone in History. */
const openSample: Errand<'program.openSample'> = async (desk) => {
  const established = await desk.call('program.establish', { program: 'al-cto' });
  if (!established.ok) return established;
  desk.progress('Opening the sample program', 0.1);
  const graduates = await importSample(desk, 'graduates-alpha-to-delta.xlsx', null);
  if (!graduates.ok) return graduates;
  desk.progress('Opening the sample program', 0.4);
  const cohort = await desk.call('cohorts.create', sampleCohort);
  if (!cohort.ok) return cohort;
  const applications = await importSample(desk, 'applications-web-form.csv', cohort.value.cohortId);
  if (!applications.ok) return applications;
  desk.progress('Opening the sample program', 0.8);
  const year = await planSampleYear(desk, cohort.value.cohortId);
  return year.ok ? done(null) : year;
};

async function importSample(
  desk: Workbench,
  file: string,
  cohortId: CohortId | null,
): Promise<Result<OutputOf<'imports.apply'>>> {
  const reading = await desk.callWithFile('imports.read', {}, desk.resource(`sample/${file}`));
  if (!reading.ok) return reading;
  if (reading.value === null) throw new Error('A file that comes with the app could not be read.');
  const { readingId, kind, mappings } = reading.value;
  return desk.call('imports.apply', { readingId, kind, mappings: [...mappings], cohortId });
}

/** Three invented conferences; a course on the day before and the day after each. */
const sampleYear = [
  {
    name: 'Fall conference',
    startsOn: '2024-10-22',
    endsOn: '2024-10-23',
    place: 'Montgomery',
    courses: ['2024-10-21', '2024-10-24'],
  },
  {
    name: 'Winter conference',
    startsOn: '2025-02-11',
    endsOn: '2025-02-12',
    place: 'Birmingham',
    courses: ['2025-02-10', '2025-02-13'],
  },
  {
    name: 'Summer conference',
    startsOn: '2025-06-10',
    endsOn: '2025-06-11',
    place: 'Mobile',
    courses: ['2025-06-09', '2025-06-12'],
  },
] as const;

async function planSampleYear(desk: Workbench, cohortId: CohortId): Promise<Result<null>> {
  const courses = [...(desk.facts().inForce?.policy.courses ?? [])];
  for (const { courses: days, ...conference } of sampleYear) {
    const added = await desk.call('courses.addConference', {
      ...conference,
      startsOn: CivilDate.parse(conference.startsOn),
      endsOn: CivilDate.parse(conference.endsOn),
    });
    if (!added.ok) return added;
    for (const day of days) {
      const course = courses.shift();
      if (!course) return done(null);
      const planned = await planSampleSession(desk, {
        cohortId,
        courseId: course.id,
        conferenceId: added.value.conferenceId,
        day,
      });
      if (!planned.ok) return planned;
    }
  }
  return done(null);
}

function planSampleSession(
  desk: Workbench,
  session: {
    cohortId: CohortId;
    courseId: InputOf<'courses.planSession'>['courseId'];
    conferenceId: InputOf<'courses.planSession'>['conferenceId'];
    day: string;
  },
): Promise<Result<OutputOf<'courses.planSession'>>> {
  return desk.call('courses.planSession', {
    courseId: session.courseId,
    conferenceId: session.conferenceId,
    cohortIds: [session.cohortId],
    heldOn: CivilDate.parse(session.day),
    startsAt: ClockTime.parse('08:00'),
    endsAt: ClockTime.parse('15:30'),
    room: 'Ballroom B',
  });
}

export const programErrands: Pick<Handlers, 'program.openSample'> = { 'program.openSample': openSample };
