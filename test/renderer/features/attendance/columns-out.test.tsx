import { render, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { attendeesTable, columnsOfAttendees } from '../../../../renderer/features/attendance/attendee-columns.tsx';
import { RosterExport } from '../../../../renderer/features/cohorts/roster-export.tsx';
import { useKeys } from '../../../../renderer/kit/commands.ts';
import { chooseColumns } from '../../../../renderer/kit/data-table/choice.ts';
import { CohortId } from '../../../../shared/model/ids.ts';
import { done } from '../../../../shared/model/result.ts';
import { fakeDesk } from '../../fake-desk.ts';
import { session } from './door.tsx';

const cohortId = CohortId.parse('0190163d-0000-7000-8000-000000000006');

const Keys = () => {
  useKeys();
  return null;
};

it('the attendance of all sessions goes out with the columns that were chosen for the list of one, by a key each', async () => {
  const desk = fakeDesk({ 'attendance.exportCohort': () => done(null) });
  render(
    <>
      <Keys />
      <RosterExport cohortId={cohortId} shown={() => ({})} />
    </>,
  );
  const columns = columnsOfAttendees(session, 'America/Chicago');
  chooseColumns(attendeesTable, columns, new Set(['name', 'badge', 'leftAt']));
  await userEvent.keyboard('{Control>}{Alt>}e{/Alt}{/Control}');
  await waitFor(() => expect(desk.asked('attendance.exportCohort')).toHaveLength(1));
  await userEvent.keyboard('{Control>}{Alt>}{Shift>}E{/Shift}{/Alt}{/Control}');
  await waitFor(() => expect(desk.asked('attendance.exportCohort')).toHaveLength(2));
  const chosen = { cohortId, columns: ['name', 'leftAt', 'badge'] };
  expect(desk.asked('attendance.exportCohort')).toEqual([
    { ...chosen, format: 'xlsx' },
    { ...chosen, format: 'csv' },
  ]);
});
