import { Check, CircleDashed, CircleDot, FileCheck, Minus, Redo2, X } from 'lucide-react';
import { sayDay } from '../../../shared/model/dates.ts';
import { sayCourseStanding } from '../../../shared/model/graduates.ts';
import type { ParticipantCourse, ParticipantRow, ParticipantsAnswer } from '../../../shared/views/cohorts.ts';

const icons = {
  attended: Check,
  'made-up': Redo2,
  excused: FileCheck,
  partly: CircleDot,
  missed: X,
  'to-come': CircleDashed,
  'not-planned': Minus,
};

/** A standing in words: `Attended, Mon, Oct 21, 2024`. */
export const sayParticipantCourse = ({ standing, heldOn }: ParticipantCourse): string =>
  [sayCourseStanding[standing], heldOn && sayDay(heldOn)].filter(Boolean).join(', ');

/** A person's courses in one line: a sign each, in the order of the courses; each says itself to whoever asks. */
export function CourseDots({
  row,
  courses,
}: {
  readonly row: ParticipantRow;
  readonly courses: ParticipantsAnswer['courses'];
}) {
  return (
    <span className="course-dots">
      {row.courses.map((course, at) => {
        const Icon = icons[course.standing];
        const said = `${courses[at]?.title ?? course.courseId}: ${sayParticipantCourse(course)}`;
        return (
          <span key={course.courseId} className={`course-dot course-${course.standing}`} title={said}>
            <Icon aria-hidden="true" />
            <span className="unseen">{said}. </span>
          </span>
        );
      })}
    </span>
  );
}
