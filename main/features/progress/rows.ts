import type { ParsedInputOf } from '../../../shared/api.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { type CourseProgress, courseStandings, type Graduation } from '../../../shared/model/graduates.ts';
import type { CohortId, CourseId, ParticipantId, PersonId } from '../../../shared/model/ids.ts';
import type { TableName } from '../../../shared/model/tables.ts';
import type { ProgressCourse, ProgressRow, ProgressShow, ProgressStanding } from '../../../shared/views/progress.ts';
import type { Facts } from '../../call/facts.ts';
import { inGroups } from '../../call/in-groups.ts';
import { waitsForMakeUp } from '../../rules/progress/make-ups.ts';
import { changedSinceIn } from '../graduates/changed-since.ts';
import { cohortPeople, searchFor } from '../people/directory.ts';
import { momentKey } from '../presence/session-moments.ts';
import { coursesOf, promisedTo } from '../program/promised.ts';
import { eligibilityOf, eligibilityTables } from '../requirements/eligibility.ts';
import { peopleTagged } from '../tags/tagged.ts';

/** What of the matrix a screen asks for, but for the slice. */
type ProgressChoice = Omit<ParsedInputOf<'progress.list'>, 'offset' | 'limit'>;

interface RankedProgress {
  readonly row: ProgressRow;
  /** What a search looks at. */
  readonly words: string;
  /** The place in the order of names. */
  readonly place: number;
}

const tables: readonly TableName[] = [...eligibilityTables, 'certificate', 'policyVersion', 'person', 'organization'];

/** The courses that a cohort was promised, in their order, as the matrix heads its columns. */
export function progressCourses(facts: Facts, cohortId: CohortId): readonly ProgressCourse[] {
  const asked = promisedTo(facts, cohortId)?.policy.completion.courses ?? [];
  return coursesOf(facts, cohortId).map((course) => ({ ...course, required: asked.includes(course.id) }));
}

/** Everyone of a cohort by courses, in the order of their names, who has left last. */
export const progressRows = (facts: Facts, cohortId: CohortId): readonly ProgressRow[] =>
  ranked(facts, cohortId).map(({ row }) => row);

/** The rows that the screen shows, whole and in its order: what is exported too. */
export function chosenProgress(
  facts: Facts,
  { cohortId, show, search, sort, tagId }: ProgressChoice,
): readonly ProgressRow[] {
  const isMeant = searchFor(search);
  const tagged = peopleTagged(facts, tagId);
  const found = ranked(facts, cohortId).filter(
    ({ row, words }) =>
      (show === 'everyone' || row.standing === show) &&
      (isMeant === null || isMeant(words)) &&
      (tagged === null || tagged.has(row.personId)),
  );
  return sorted(found, sort).map(({ row }) => row);
}

/** How many each part of the matrix holds. */
export function progressCounts(rows: readonly ProgressRow[]): Record<ProgressShow, number> {
  const of = (standing: ProgressStanding): number => rows.filter((row) => row.standing === standing).length;
  return {
    everyone: rows.length,
    'may-graduate': of('may-graduate'),
    'on-the-way': of('on-the-way'),
    'make-up-needed': of('make-up-needed'),
    'courses-missing': of('courses-missing'),
  };
}

/** The courses that any of these enrolled people wait for a make-up of, in their order, with how many people do. */
export function makeUpsNeeded(
  enrolled: Iterable<Pick<ProgressRow, 'courses'>>,
): readonly { courseId: CourseId; people: number }[] {
  const needed = new Map<CourseId, number>();
  for (const { courses } of enrolled) {
    for (const course of courses) {
      needed.set(course.courseId, (needed.get(course.courseId) ?? 0) + Number(waitsForMakeUp(course)));
    }
  }
  return [...needed].filter(([, people]) => people > 0).map(([courseId, people]) => ({ courseId, people }));
}

function ranked(facts: Facts, cohortId: CohortId): readonly RankedProgress[] {
  const key = `progress ${cohortId} ${promisedTo(facts, cohortId)?.versionId} ${facts.today} ${momentKey(facts)}`;
  return facts.cached(key, tables, () => {
    const people = cohortPeople(facts, cohortId);
    const graduations = eligibilityOf(facts, cohortId);
    const changed = changedSinceIn(facts, cohortId);
    const titles = new Map(progressCourses(facts, cohortId).map(({ id, title }) => [id, title]));
    return facts.database
      .all<{ participantId: ParticipantId; personId: PersonId; status: ParticipantStatus }>(
        'SELECT id AS participantId, personId, status FROM participant WHERE cohortId = ?',
        cohortId,
      )
      .flatMap(({ participantId, personId, status }) => {
        const person = people.get(personId);
        const graduation = graduations.get(participantId);
        if (!person || !graduation) return [];
        const standing = standingOf(graduation);
        const isDone = standing === 'graduated' || standing === 'not-enrolled';
        const row: ProgressRow = {
          participantId,
          personId,
          name: person.name,
          organization: person.organization,
          status,
          standing,
          courses: graduation.courses,
          attended: graduation.attended.length,
          missing: isDone ? '' : graduation.missing.map((id) => titles.get(id) ?? id).join(', '),
          sentence: [graduation.sentence, changed.get(participantId) ?? ''].filter((part) => part !== '').join(' '),
        };
        return [{ row, words: person.words, place: person.place }];
      })
      .sort((a, b) => hasLeft(a) - hasLeft(b) || a.place - b.place);
  });
}

const hasLeft = ({ row }: RankedProgress): number => Number(row.standing === 'not-enrolled');

/** Someone in progress who waits for a lead: no session planned for them gives a course that they miss. */
function standingOf({ verdict, courses }: Graduation): ProgressStanding {
  // The matrix is about courses; someone who has all of them but lacks something else is still in progress.
  if (verdict === 'requirements-missing') return 'on-the-way';
  return verdict === 'on-the-way' && courses.some(waitsForMakeUp) ? 'make-up-needed' : verdict;
}

/** From what needs a lead to what needs no one: how the column sorts. */
const urgency: readonly ProgressStanding[] = [
  'courses-missing',
  'make-up-needed',
  'on-the-way',
  'may-graduate',
  'graduated',
  'not-enrolled',
];
const worst: readonly CourseProgress['standing'][] = ['missed', 'partly', 'excused'];
const courseOrder = [...worst, ...courseStandings.filter((each) => !worst.includes(each)).toReversed()];

function sorted(rows: readonly RankedProgress[], sort: ProgressChoice['sort']): readonly RankedProgress[] {
  if (!sort) return rows;
  const { by, direction, courseId } = sort;
  switch (by) {
    case 'name': {
      const way = direction === 'up' ? 1 : -1;
      return rows.toSorted((a, b) => way * (a.place - b.place));
    }
    case 'standing':
      return inGroups(rows, ({ row }) => urgency.indexOf(row.standing), direction);
    case 'courses':
      return inGroups(rows, ({ row }) => byCourse(row, courseId), direction);
    default:
      return inGroups(rows, ({ row }) => row[by], direction);
  }
}

/** Whoever misses a course goes first, then whoever has it still to come; without a course, by how many are done. */
function byCourse(row: ProgressRow, courseId: CourseId | null): number | null {
  if (courseId === null) return row.attended;
  const course = row.courses.find((each) => each.courseId === courseId);
  return course ? courseOrder.indexOf(course.standing) : null;
}
