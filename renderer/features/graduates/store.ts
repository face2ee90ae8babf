import { type GraduateColumn, type GraduateShow, graduateColumns } from '../../../shared/views/graduates.ts';
import { listLook } from '../../kit/list/look.ts';

/** What is being looked at among the graduates; unsorted, the newest cohort stands first, by last names. */
export const useGraduates = listLook<GraduateShow, GraduateColumn>('graduates', graduateColumns);
