import { compareOrder } from '../../../shared/model/listed-names.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { AttendeeRow, SessionView } from '../../../shared/views/attendance.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { inspectedOf } from '../../kit/list/inspected.ts';
import { useZone } from '../../kit/status-store.ts';
import { columnsOfAttendees, isShown } from './attendee-columns.tsx';
import { useAttendance } from './store.ts';

/** The people of a session as the list shows them, and which of them something is done to. */
export function useAttendeeRows(view: SessionView | undefined) {
  const { show, search, sort, openId, selected } = useAttendance();
  const zone = useZone();
  const people = view?.people ?? [];
  const columns = view ? columnsOfAttendees(view.session, zone) : [];
  const words = search.split(/\s+/).map(foldName);
  const column = columns.find(({ key }) => key === sort?.by);
  const sign = sort?.direction === 'down' ? -1 : 1;
  const found = people.filter(
    (row) => isShown[show](row) && words.every((word) => foldName(`${row.name} ${row.organization}`).includes(word)),
  );
  const rows = column ? found.toSorted((a, b) => compareBy(column, a, b) * sign) : found;
  const open = people.find(({ personId }) => personId === openId);
  // People whom the search or the filter hides stay unticked, so nothing is done to them.
  const chosen = rows.filter(({ personId }) => selected.has(personId));
  const inspected = inspectedOf(openId, chosen, idOfAttendee);
  return {
    people,
    columns,
    rows,
    chosen,
    /** Those selected, or else the one whom the inspector shows. */
    meant: chosen.length > 0 ? chosen : open ? [open] : [],
    inspected: { ...inspected, row: people.find(({ personId }) => personId === inspected.openId) },
  };
}

export const idOfAttendee = ({ personId }: AttendeeRow): string => personId;

/** People are sorted by last name, as in every list; what a column says is compared as it is read. */
const compareBy = ({ key, text }: Column<AttendeeRow>, a: AttendeeRow, b: AttendeeRow): number =>
  key === 'name' ? compareOrder(a.order, b.order) : text(a).localeCompare(text(b), 'en-US', { numeric: true });
