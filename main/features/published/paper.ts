import type { Result } from '../../../shared/model/result.ts';
import { settable } from '../../papers/typesetter.ts';
import { type PaperOptions, writePaper } from '../../papers/write-paper.ts';
import { drawPublishedList, listPage } from './page.ts';
import type { PublishedList } from './published-list.ts';

declare module '../../jobs/job.ts' {
  interface Jobs {
    readonly writePublishedList: {
      readonly input: PaperJob & { readonly list: PublishedList };
      readonly output: { readonly pages: number };
    };
  }
}

/** Writes the published list of graduates as a PDF on portrait Letter pages, tagged and selectable. */
export function writePublishedList(
  file: string,
  list: PublishedList,
  options: PaperOptions = {},
): Promise<Result<{ readonly pages: number }>> {
  const clean = printed(list);
  return writePaper(
    file,
    { title: `Graduates of ${clean.program}`, author: clean.organization, size: listPage, now: options.now },
    async (pen) => ({ pages: await drawPublishedList(pen, clean) }),
    options,
  );
}

const printed = (list: PublishedList): PublishedList => ({
  program: settable(list.program),
  title: settable(list.title),
  organization: settable(list.organization),
  contact: settable(list.contact),
  asOf: settable(list.asOf),
  sum: settable(list.sum),
  cohorts: list.cohorts.map(({ name, years, people }) => ({
    name: settable(name),
    years: settable(years),
    people: people.map((person) => ({ name: settable(person.name), organization: settable(person.organization) })),
  })),
});
