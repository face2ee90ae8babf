import { type PublishedColumn, type PublishedShow, publishedColumns } from '../../../shared/views/published.ts';
import { listLook } from '../../kit/list/look.ts';

/** What is being looked at of the published list; unsorted, by cohort and by last names. */
export const usePublished = listLook<PublishedShow, PublishedColumn>('listed', publishedColumns);
