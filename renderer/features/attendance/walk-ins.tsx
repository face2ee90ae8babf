import { ArrowLeft, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { sayNearDay } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { SessionId } from '../../../shared/model/ids.ts';
import type { WalkInRow } from '../../../shared/views/attendance.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { allRows, type Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { Toolbar } from '../../kit/toolbar.tsx';
import { MatchInspector } from './match-inspector.tsx';

/** What a walk-in or a kept code is called. */
const sayWalkIn = ({ number, name, code }: WalkInRow): string => (number === null ? `Code ${code}` : name);

const columns: readonly Column<WalkInRow>[] = [
  {
    key: 'number',
    title: 'Badge',
    width: 76,
    align: 'end',
    text: ({ number }) => (number === null ? '' : `#${sayNumber(number)}`),
  },
  { key: 'name', title: 'Name', least: 180, always: true, text: sayWalkIn },
  { key: 'organization', title: 'School system', least: 160, mute: true, text: ({ organization }) => organization },
  {
    key: 'at',
    title: 'Came to',
    least: 200,
    text: ({ at }) => at.map(({ title, heldOn }) => `${title}, ${sayNearDay(heldOn)}`).join('; '),
  },
];

/** Everyone who came without being known: who they are can be said here, once for all their sessions. */
export function WalkIns({
  sessionId,
  onLeave,
}: {
  /** Null: of every session. */
  readonly sessionId: SessionId | null;
  readonly onLeave: () => void;
}) {
  const { value, problem } = useCall('attendance.walkIns', { sessionId });
  const [openCode, setOpenCode] = useState<string | null>(null);
  useCommands([{ id: 'walk-ins.leave', label: 'Back', keys: 'Alt+ArrowLeft', run: onLeave }]);
  const open = value?.find(({ code }) => code === openCode);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Walk-ins"
          sub={value && value.length > 0 && `${value.length} to be matched`}
          actions={
            <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onLeave}>
              {sessionId === null ? 'All sessions' : 'The list'}
            </Button>
          }
        />
      }
      inspector={open && <MatchInspector key={open.code} row={open} onClose={() => setOpenCode(null)} />}
    >
      {problem && <ProblemNote problem={problem} />}
      {value && (
        <DataTable
          name="walk-ins"
          label="Walk-ins and kept codes"
          columns={columns.map((column) => ({ ...column, sortable: false }))}
          rows={allRows(value)}
          idOf={({ code }) => code}
          openId={openCode}
          onOpen={({ code }) => setOpenCode(code)}
          empty={
            <Empty icon={<UserCheck />} title="Everyone who came is matched">
              Press F2 at the door to give a walk-in a badge; codes that no one has are saved. Both are listed here
              until they are matched to a person.
            </Empty>
          }
        />
      )}
    </Screen>
  );
}
