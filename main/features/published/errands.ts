import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { done, refuse } from '../../../shared/model/result.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import {
  type PublishedColumn,
  type PublishedRow,
  sayLeftOff,
  sayPublishedShow,
} from '../../../shared/views/published.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { printing } from '../../call/paper-out.ts';
import { saveSheet } from '../../call/save-sheet.ts';
import { replaceFile } from '../../files/replace-file.ts';
import { runJob } from '../../jobs/run.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { publishedList } from './published-list.ts';
import { publishedCounts, publishedIds, publishedRows } from './rows.ts';
import { webPage } from './web-page.ts';

const columns: readonly TableColumn<PublishedColumn>[] = [
  { key: 'cohort', title: 'Cohort', kind: 'text' },
  { key: 'name', title: 'Name', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
  { key: 'graduatedOn', title: 'Graduated', kind: 'date' },
  { key: 'listed', title: 'On the list', kind: 'text' },
];

const toCells = (row: PublishedRow): TableRow<PublishedColumn> => ({
  cohort: row.cohort,
  name: row.name,
  organization: row.organization,
  graduatedOn: row.graduatedOn,
  listed: row.leftOff === null ? 'yes' : sayLeftOff(row),
});

const noOne = refuse(
  'No one is on the published list yet. People are added when they graduate, or when an old list of graduates is imported.',
);

const exportList: Errand<'published.export'> = async (desk, input) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const { name } = facts.inForce.policy.program;
  const title = input.show === 'listed' ? 'Graduates by cohort' : `Graduates: ${sayPublishedShow[input.show]}`;
  const sheet = tableSheet(
    title,
    columns.filter(({ key }) => input.columns?.includes(key) ?? key !== 'listed'),
    publishedRows(facts, publishedIds(facts, input)).map(toCells),
    { subtitle: `${name}, ${sayDate(facts.today)}` },
  );
  return saveSheet(desk, sheet, `${name} ${title.toLowerCase()} ${facts.today}`, input.format);
};

const print: Errand<'published.print'> = async (desk) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const { counts, cohorts } = publishedCounts(facts);
  if (counts.listed === 0) return noOne;
  const title = 'Graduates by cohort';
  const list = publishedList(facts, facts.inForce);
  const fileName = `${list.program} graduates ${facts.today}`;
  const made = await desk.writePaper({ title, fileName }, (target) =>
    runJob('writePublishedList', { ...target, list }, printing(desk, title)),
  );
  if (!made.ok || made.value === null) return made.ok ? done(null) : made;
  return done({
    file: made.value.file,
    holds: `${countOf(counts.listed, 'graduate')} in ${countOf(cohorts, 'cohort')}`,
    notes: [],
  });
};

const savePage: Errand<'published.savePage'> = async (desk) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const { counts, cohorts } = publishedCounts(facts);
  if (counts.listed === 0) return noOne;
  const file = await desk.dialogs.saveFile({
    title: 'Save the page for the web site',
    suggestedName: 'graduates.html',
    filters: [{ name: 'Web page', extensions: ['html'] }],
  });
  if (file === null) return done(null);
  const page = webPage(publishedList(facts, facts.inForce));
  const written = await replaceFile(file, (handle) => handle.writeFile(page));
  if (!written.ok) return written;
  desk.written.add(file);
  const leftOff = counts['left-off'];
  return done({
    file,
    holds: `${countOf(counts.listed, 'graduate')} in ${countOf(cohorts, 'cohort')}`,
    notes: leftOff === 0 ? [] : [`${countOf(leftOff, 'graduate is', 'graduates are')} left off.`],
  });
};

export const publishedErrands: Pick<Handlers, 'published.export' | 'published.print' | 'published.savePage'> = {
  'published.export': exportList,
  'published.print': print,
  'published.savePage': savePage,
};
