import { sayCount, wordFor } from '../../../shared/model/counts.ts';
import './history.css';
import { History } from 'lucide-react';
import { useEffect } from 'react';
import { sayInstant } from '../../../shared/model/dates.ts';
import { CommandId } from '../../../shared/model/ids.ts';
import type { HistoryRow } from '../../../shared/views/history.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { useOpened } from '../../kit/opened.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Status } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';
import { Search, Toolbar } from '../../kit/toolbar.tsx';
import { CommandInspector } from './command-inspector.tsx';
import { useHistoryLook } from './store.ts';

const columns = (zone: string): readonly Column<HistoryRow>[] => [
  { key: 'at', title: 'When', width: 160, text: ({ at }) => sayInstant(at, zone), mute: true },
  { key: 'label', title: 'What was done', least: 188, always: true, text: ({ label }) => label },
  {
    key: 'entries',
    title: 'Records',
    width: 72,
    align: 'end',
    text: ({ entries }) => sayCount(entries),
  },
  { key: 'who', title: 'Who', width: 110, text: ({ who }) => who ?? '' },
  { key: 'device', title: 'Laptop', width: 80, mute: true, text: ({ device }) => device },
  {
    key: 'state',
    title: 'Status',
    width: 110,
    text: ({ state }) => words[state],
    cell: ({ state }) => <Status of={state} />,
  },
];

const words: Readonly<Record<HistoryRow['state'], string>> = {
  done: 'In effect',
  undone: 'Undone',
  undo: 'Undo',
  redo: 'Redo',
};

/** Everything that was done, newest first, with a way back for each step. */
export function HistoryPage() {
  const { search, openId, look } = useHistoryLook();
  const zone = useZone();
  const opened = useOpened();
  useEffect(() => {
    const step = CommandId.safeParse(opened);
    if (step.success) look({ openId: step.data });
  }, [opened, look]);
  const rows = useSlices('history.list', (slice) => ({ search, ...slice }));
  const steps = wordFor(rows.total, 'step');
  return (
    <Screen
      toolbar={
        <Toolbar title="History" sub={rows.answer && `${sayCount(rows.total)} ${steps}, newest first`}>
          <Search
            label="Search steps and names"
            value={search}
            found={rows.total}
            onChange={(text) => look({ search: text })}
          />
        </Toolbar>
      }
      inspector={openId && <CommandInspector commandId={openId} onClose={() => look({ openId: null })} />}
    >
      <DataTable
        name="history"
        label="What was done"
        columns={columns(zone)}
        rows={rows}
        idOf={({ commandId }) => commandId}
        openId={openId}
        onOpen={({ commandId }) => look({ openId: commandId })}
        empty={
          rows.answer &&
          (search === '' ? (
            <Empty icon={<History />} title="Nothing has been done yet">
              Every change is listed here: what was done, when, by whom, on which laptop, and what it changed. You can
              undo any of them.
            </Empty>
          ) : (
            <Empty title={`No step matches “${search}”`}>
              Search by what was done, such as “Accepted 12 applicants”, or by who did it.
            </Empty>
          ))
        }
      />
    </Screen>
  );
}
