import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { PublishedRow } from '../../../shared/views/published.ts';
import type { Facts, PolicyInForce } from '../../call/facts.ts';
import { publishedIds, publishedRows } from './rows.ts';

/** One cohort of the published list. */
export interface PublishedCohort {
  readonly name: string;
  /** The years in which its people graduated: `2024`, `2023 to 2024`; empty: no day is known. */
  readonly years: string;
  readonly people: readonly { readonly name: string; readonly organization: string }[];
}

/** The published list of graduates, with every word on it. Only plain data: it crosses to a thread. */
export interface PublishedList {
  readonly program: string;
  /** The program's whole title. */
  readonly title: string;
  readonly organization: string;
  readonly contact: string;
  /** `As of Jun 3, 2024`. */
  readonly asOf: string;
  /** `152 graduates in 6 cohorts`. */
  readonly sum: string;
  readonly cohorts: readonly PublishedCohort[];
}

/** The list as it is published: everyone on it, by cohort. */
export function publishedList(facts: Facts, { policy: { program } }: PolicyInForce): PublishedList {
  const rows = publishedRows(facts, publishedIds(facts, { show: 'listed', search: '' }));
  const cohorts = [...Map.groupBy(rows, ({ cohortId }) => cohortId).values()].map((people) => ({
    name: people[0]?.cohort ?? '',
    years: yearsOf(people),
    people: people.map(({ name, organization }) => ({ name, organization })),
  }));
  return {
    program: program.name,
    title: program.title,
    organization: program.organization,
    contact: program.contact,
    asOf: `As of ${sayDate(facts.today)}`,
    sum: `${countOf(rows.length, 'graduate')} in ${countOf(cohorts.length, 'cohort')}`,
    cohorts,
  };
}

function yearsOf(people: readonly Pick<PublishedRow, 'graduatedOn'>[]): string {
  const years = people.flatMap(({ graduatedOn }) => (graduatedOn === null ? [] : [graduatedOn.slice(0, 4)])).sort();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return '';
  return first === last ? first : `${first} to ${last}`;
}
