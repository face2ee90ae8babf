import { useState } from 'react';
import type { InputOf } from '../../../shared/api.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { SheetFormat } from '../../../shared/views/page.ts';
import { ExportButton } from '../../kit/export-button.tsx';
import { writeFile } from '../../kit/perform.ts';
import { attendeeColumnsShown } from '../attendance/attendee-columns.tsx';
import { CalendarDialog } from '../calendars/dialog.tsx';

/** The roster on the screen as a spreadsheet; beside it the attendance of all sessions, and the calendar. */
export function RosterExport({
  cohortId,
  shown,
}: {
  readonly cohortId: CohortId;
  /** What is on the screen at the moment of the export: the columns, the search and the order. */
  readonly shown: () => Omit<InputOf<'cohorts.exportRoster'>, 'cohortId' | 'format'>;
}) {
  const [asking, setAsking] = useState(false);
  // All sessions have the columns that were chosen for the list of one.
  const exportAttendance = (format: SheetFormat) =>
    void writeFile('attendance.exportCohort', { cohortId, columns: attendeeColumnsShown(), format });
  return (
    <>
      <ExportButton
        label="Export roster"
        what="Export the roster"
        onExport={(format) => void writeFile('cohorts.exportRoster', { cohortId, ...shown(), format })}
        more={[
          {
            id: 'attendance.export',
            label: 'Attendance of all sessions, Excel',
            keys: 'Mod+Alt+E',
            run: () => exportAttendance('xlsx'),
          },
          {
            id: 'attendance.export-csv',
            label: 'Attendance of all sessions, CSV',
            keys: 'Mod+Alt+Shift+E',
            run: () => exportAttendance('csv'),
          },
          { id: 'calendars.open', label: 'Calendar files of this cohort', keys: 'C', run: () => setAsking(true) },
        ]}
      />
      {asking && <CalendarDialog cohortId={cohortId} onClose={() => setAsking(false)} />}
    </>
  );
}
