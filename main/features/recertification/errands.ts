import type { ParsedInputOf } from '../../../shared/api.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayRecertification } from '../../../shared/model/recertification.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import {
  type RecertificationColumn,
  type RecertificationRow,
  type RecertificationShow,
  sayDates,
  sayRecertificationShow,
} from '../../../shared/views/recertification.ts';
import type { Facts } from '../../call/facts.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { saveSheet } from '../../call/save-sheet.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { listedRows } from './queries.ts';

const columns: readonly TableColumn<RecertificationColumn>[] = [
  { key: 'name', title: 'Graduate', kind: 'text' },
  { key: 'cohort', title: 'Cohort', kind: 'text' },
  { key: 'state', title: 'Status', kind: 'text' },
  { key: 'dates', title: 'Dates', kind: 'text' },
  { key: 'remark', title: 'Notes', kind: 'text' },
  { key: 'organization', title: 'School system', kind: 'text' },
  { key: 'dueOn', title: 'Due', kind: 'date' },
  { key: 'receivedOn', title: 'Received', kind: 'date' },
  { key: 'email', title: 'E-mail', kind: 'text' },
];

const toCells = (row: RecertificationRow): TableRow<RecertificationColumn> => ({
  name: row.name,
  cohort: row.cohort,
  state: row.state === null ? 'No due date' : sayRecertification[row.state],
  dates: sayDates(row),
  dueOn: row.dueOn,
  receivedOn: row.receivedOn,
  organization: row.organization,
  email: row.email,
  remark: row.remark,
});

const exportList: Errand<'recertification.export'> = async (desk, input) => {
  const facts = desk.facts();
  if (!facts.inForce) return noProgram();
  const on = input.on ?? facts.today;
  const what = whatIsListed(facts, input);
  const { name } = facts.inForce.policy.program;
  const sheet = tableSheet(
    `Re-certification: ${what}`,
    columns.filter(({ key }) => input.columns?.includes(key) ?? true),
    listedRows(facts, input).map(toCells),
    {
      subtitle: `${name}, as of ${sayDate(on)}${input.knownOn === null ? '' : `, as known on ${sayDate(input.knownOn)}`}`,
    },
  );
  return saveSheet(desk, sheet, `${name} re-certification, ${what}, ${on}`, input.format);
};

/** Which part of the list stands on the screen: `owe documents, Alpha`. */
function whatIsListed(
  { database }: Facts,
  { show, cohortId }: Pick<ParsedInputOf<'recertification.export'>, 'show' | 'cohortId'>,
): string {
  const cohort = database.get<{ name: string }>('SELECT name FROM cohort WHERE id = ?', cohortId)?.name;
  const shown: RecertificationShow = show;
  return [sayRecertificationShow[shown].toLowerCase(), cohort].filter(Boolean).join(', ');
}

export const recertificationErrands: Pick<Handlers, 'recertification.export'> = {
  'recertification.export': exportList,
};
