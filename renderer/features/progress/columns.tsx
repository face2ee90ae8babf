import {
  type ProgressColumn,
  type ProgressCourse,
  type ProgressRow,
  progressTable,
  sayProgressCell,
  sayProgressOf,
  usualProgressColumns,
} from '../../../shared/views/progress.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { Status, type StatusKey } from '../../kit/status.tsx';
import { courseColumn } from './store.ts';
import { sayCourseWhole } from './words.ts';

/** The status under which someone stands: who has left, by how. */
export const statusOf = ({ standing, status }: ProgressRow): StatusKey =>
  standing === 'not-enrolled' ? status : standing;

const courseOfRow = (row: ProgressRow, { id }: ProgressCourse) => row.courses.find(({ courseId }) => courseId === id);

/** A course's column: a sign and a word in each cell, the day for whoever asks. */
const columnFor = (course: ProgressCourse, hidden: boolean): Column<ProgressRow> => ({
  key: courseColumn(course.id),
  title: `${course.number} ${course.title}${course.required ? '' : ' (not needed)'}`,
  least: 118,
  hidden,
  text: (row) => {
    const progress = courseOfRow(row, course);
    return progress ? sayProgressCell(progress) : '';
  },
  cell: (row) => {
    const progress = courseOfRow(row, course);
    if (!progress) return null;
    const assigned = progress.makeUpOn !== null;
    return (
      <span className="progress-cell" title={`${course.title}: ${sayCourseWhole(progress)}`}>
        {assigned ? <Status of="make-up-planned" /> : <Status of={progress.standing} />}
      </span>
    );
  },
});

// Where someone stands goes before the courses: on a small screen it is in sight with the name.
const inOrder = progressTable.toSorted((a, b) => placeOf(a.key) - placeOf(b.key));
function placeOf(key: ProgressColumn): number {
  return key === 'name' ? 0 : key === 'standing' ? 1 : 2;
}

/** The columns of the matrix; what is exported has the same. */
export const matrixColumns = (courses: readonly ProgressCourse[]): readonly Column<ProgressRow>[] =>
  inOrder.flatMap(({ key, title }): readonly Column<ProgressRow>[] => {
    const hidden = !usualProgressColumns.includes(key);
    switch (key) {
      case 'name':
        return [{ key, title, width: 160, always: true, pinned: true, text: (row) => row.name }];
      case 'courses':
        return courses.map((course) => columnFor(course, hidden));
      case 'standing':
        return [
          {
            key,
            title,
            width: 146,
            hidden,
            text: sayProgressOf,
            cell: (row) => <Status of={statusOf(row)}>{sayProgressOf(row)}</Status>,
          },
        ];
      case 'attended': {
        const needed = courses.filter(({ required }) => required).length;
        return [{ key, title, width: 96, hidden, text: (row) => `${row.attended} of ${needed}` }];
      }
      default:
        return [{ key, title, least: key === 'sentence' ? 320 : 180, mute: true, hidden, text: (row) => row[key] }];
    }
  });
