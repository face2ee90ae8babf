import { sayDate } from '../../../shared/model/dates.ts';
import { sayRecertification } from '../../../shared/model/recertification.ts';
import { type RecertificationRow, sayDates } from '../../../shared/views/recertification.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { Status } from '../../kit/status.tsx';

/** Where a graduate stands, in a word. */
export const sayState = ({ state }: Pick<RecertificationRow, 'state'>): string =>
  state === null ? 'No due date' : sayRecertification[state];

/** The columns of the list; their keys are those that main sorts and exports by. */
export const columnsOfRecertifications: readonly Column<RecertificationRow>[] = [
  { key: 'name', title: 'Graduate', least: 140, always: true, text: ({ name }) => name },
  { key: 'cohort', title: 'Cohort', width: 76, text: ({ cohort }) => cohort },
  {
    key: 'state',
    title: 'Status',
    width: 128,
    text: sayState,
    cell: ({ state }) => <Status of={state ?? 'no-due-date'} />,
  },
  { key: 'dates', title: 'Dates', width: 178, mute: true, text: sayDates },
  {
    key: 'remark',
    title: 'Notes',
    least: 100,
    text: ({ remark }) => remark,
    cell: ({ remark }) => remark || <span className="mute">–</span>,
  },
  { key: 'organization', title: 'School system', least: 100, mute: true, text: ({ organization }) => organization },
  {
    key: 'dueOn',
    title: 'Due',
    width: 110,
    mute: true,
    hidden: true,
    text: ({ dueOn }) => (dueOn === null ? '' : sayDate(dueOn)),
  },
  {
    key: 'receivedOn',
    title: 'Received',
    width: 110,
    mute: true,
    hidden: true,
    text: ({ receivedOn }) => (receivedOn === null ? '' : sayDate(receivedOn)),
  },
  { key: 'email', title: 'E-mail', least: 190, mute: true, hidden: true, text: ({ email }) => email },
];
