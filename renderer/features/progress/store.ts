import { create } from 'zustand';
import { CourseId } from '../../../shared/model/ids.ts';
import { type ProgressColumn, type ProgressShow, progressColumns } from '../../../shared/views/progress.ts';
import type { Sort } from '../../kit/data-table/column.ts';

interface Look {
  readonly show: ProgressShow;
  readonly search: string;
  /** Undefined: in the order of last names. */
  readonly sort: Sort | undefined;
  readonly openId: string | null;
  /** The course whose cell was opened; null: the person was. */
  readonly courseId: CourseId | null;
  readonly selected: ReadonlySet<string>;
}

/** What is being looked at in the matrix; courses are sorted by too, so that any column may be. */
export const useProgress = create<
  Look & { readonly look: (part: Partial<Look>) => void; readonly sortBy: (sort: Sort) => void }
>((set) => ({
  show: 'everyone',
  search: '',
  sort: undefined,
  openId: null,
  courseId: null,
  selected: new Set<string>(),
  // Whoever is opened otherwise than by a cell is opened whole.
  look: (part) => set('openId' in part ? { courseId: null, ...part } : part),
  sortBy: (sort) => set({ sort }),
}));

const courseMark = 'course ';

/** The key of a course's column. */
export const courseColumn = (id: CourseId): string => `${courseMark}${id}`;

/** The course whose column has this key; null: the column is none of a course. */
export const courseOfColumn = (key: string): CourseId | null =>
  key.startsWith(courseMark) ? (CourseId.safeParse(key.slice(courseMark.length)).data ?? null) : null;

/** A table's order as main knows it; undefined where the column is none of main's. */
export function sortAsked(
  sort: Sort | undefined,
): { readonly by: ProgressColumn; readonly direction: 'up' | 'down'; readonly courseId: CourseId | null } | undefined {
  if (!sort) return undefined;
  const { by, direction } = sort;
  const courseId = courseOfColumn(by);
  const column = courseId === null ? progressColumns.find((key) => key === by) : 'courses';
  return column && { by: column, direction, courseId };
}

/** A column of the table as the exported sheet knows it: a course's own, or one of main's. */
export function exportedColumn(key: string): readonly (ProgressColumn | `course ${string}`)[] {
  const courseId = courseOfColumn(key);
  return courseId === null ? progressColumns.filter((column) => column === key) : [`course ${courseId}`];
}
