import { useState } from 'react';
import { useLocation } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import { clockOf, dayOf, sayClock, sayShortDay } from '../../../shared/model/dates.ts';
import { type ScanOutcome, sayScanOutcome, scanOutcomes, unusedOutcomes } from '../../../shared/model/scan-log.ts';
import type { ScanLogPreview, ScanLogReading, ScanRow } from '../../../shared/views/scan-log.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { FactList } from '../../kit/facts.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { perform, writeFile } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Status, type StatusKey } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';
import { Chips, Search, Toolbar } from '../../kit/toolbar.tsx';
import { chooseLog } from './choose-log.ts';
import { LogSettings } from './log-settings.tsx';
import { useScanLog } from './store.ts';

/** What would become of every scan, before anything is written. */
export function ScanRows({ reading }: { readonly reading: ScanLogReading }) {
  const { sessionId, anyTime, guests, show, search, importing, look, leave } = useScanLog();
  const [, go] = useLocation();
  const zone = useZone();
  const wish = { readingId: reading.readingId, sessionId, anyTime, guests };
  const rows = useSlices(
    'scanLog.preview',
    importing ? null : (slice) => ({ ...wish, show: show === 'all' ? null : show, search, ...slice }),
  );
  const { answer } = rows;
  const [open, setOpen] = useState<ScanRow | null>(null);
  const because = whyNot(answer, importing, rows.problem !== null);
  const apply = async () => {
    if (because !== null) return;
    look({ importing: true });
    const result = await perform('scanLog.apply', wish);
    look({ importing: false });
    if (!result.ok) return;
    const first = sessionId ?? answer?.sessions[0]?.sessionId;
    leave();
    go(first ? `/attendance/${first}` : '/attendance');
  };
  const back = () => {
    leave();
    go(sessionId === null ? '/attendance' : `/attendance/${sessionId}`);
  };
  const left = answer ? unusedOutcomes.reduce((sum, outcome) => sum + answer.counts[outcome], 0) : 0;
  useCommands([
    { id: 'import', label: 'Choose another log', keys: 'Mod+I', run: () => void chooseLog() },
    { id: 'scan-log.apply', label: 'Check these people in', keys: 'Mod+Enter', run: () => void apply() },
    { id: 'scan-log.back', label: 'Leave the log without saving', keys: 'Alt+ArrowLeft', run: back },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Scanner log"
          sub={`${reading.file}, ${countOf(reading.scans, 'scan')}`}
          actions={
            <>
              <Button onClick={back}>Cancel</Button>
              {left > 0 && (
                <Button onClick={() => void writeFile('scanLog.saveUnused', wish)}>Save what is left out…</Button>
              )}
              <Button kind="primary" keys="Mod+Enter" disabledBecause={because} onClick={() => void apply()}>
                {sayAction(answer)}
              </Button>
            </>
          }
        >
          <Search label="Search scans" value={search} found={rows.total} onChange={(text) => look({ search: text })} />
          <Chips label="Show" value={show} options={chipsOf(answer)} onChange={(next) => look({ show: next })} />
        </Toolbar>
      }
      inspector={
        open && (
          <Inspector
            title={open.name || open.code || `Line ${open.row}`}
            sub={open.organization}
            status={<Status of={statusOf[open.outcome]}>{sayScanOutcome[open.outcome]}</Status>}
            onClose={() => setOpen(null)}
          >
            {open.note !== '' && <p>{open.note}</p>}
            <FactList
              of={[
                ['Line', open.row],
                ['Code', open.code],
                ['Scanned', sayMoment(open.at, zone)],
                ['Session', open.session],
              ]}
            />
          </Inspector>
        )
      }
    >
      <LogSettings reading={reading} answer={answer} />
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          name="scan-log"
          label={`Scans of ${reading.file}`}
          columns={columnsFor(zone, (answer?.sessions.length ?? 0) > 1)}
          rows={rows}
          idOf={idOf}
          openId={open ? idOf(open) : null}
          onOpen={setOpen}
          empty={
            answer && (
              <Empty
                title={search === '' ? 'No scan of this kind' : `No scan matches “${search}”`}
                actions={<Button onClick={() => look({ show: 'all', search: '' })}>Show every scan</Button>}
              />
            )
          }
        />
      )}
    </Screen>
  );
}

const idOf = ({ row }: ScanRow): string => String(row);

/** The look that each outcome has everywhere else. */
const statusOf: Readonly<Record<ScanOutcome, StatusKey>> = {
  'check-in': 'checked-in',
  'keep-code': 'needs-a-look',
  double: 'same',
  'already-in': 'already-in',
  'other-session': 'wrong-day',
  'no-session': 'wrong-day',
  'other-cohort': 'wrong-cohort',
  'no-cohort': 'not-on-the-list',
  withdrawn: 'withdrawn',
  'cannot-be-read': 'cannot-be-used',
};

const columnsFor = (zone: string, sessions: boolean): readonly Column<ScanRow>[] => [
  { key: 'row', title: 'Line', width: 58, align: 'end', sortable: false, text: ({ row }) => String(row) },
  {
    key: 'outcome',
    title: 'What happens',
    width: 132,
    sortable: false,
    text: ({ outcome }) => sayScanOutcome[outcome],
    cell: ({ outcome }) => <Status of={statusOf[outcome]}>{sayScanOutcome[outcome]}</Status>,
  },
  { key: 'name', title: 'Name', least: 136, always: true, sortable: false, text: ({ name }) => name },
  { key: 'code', title: 'Code', least: 148, mute: true, sortable: false, text: ({ code }) => code },
  {
    key: 'at',
    title: 'Scanned',
    width: 124,
    sortable: false,
    text: ({ at }) => sayMoment(at, zone),
  },
  // One session for all stands above the list already.
  ...(sessions ? [{ key: 'session', title: 'Session', least: 150, mute: true, sortable: false, text: sessionOf }] : []),
  { key: 'note', title: 'Good to know', least: 176, sortable: false, text: ({ note }) => note },
];

const sayMoment = (at: ScanRow['at'], zone: string): string =>
  at === null ? '' : `${sayShortDay(dayOf(at, zone))}, ${sayClock(clockOf(at, zone))}`;

function sessionOf({ session }: ScanRow): string {
  return session;
}

type Shown = ScanOutcome | 'all';

function chipsOf(answer: ScanLogPreview | undefined): { key: Shown; label: string; count: number | undefined }[] {
  const counts = answer?.counts;
  const all = counts && scanOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return [
    { key: 'all' as const, label: 'Every scan', count: all },
    ...scanOutcomes
      .filter((outcome) => (counts?.[outcome] ?? 0) > 0)
      .map((outcome) => ({ key: outcome, label: sayScanOutcome[outcome], count: counts?.[outcome] })),
  ];
}

function sayAction(answer: ScanLogPreview | undefined): string {
  const people = answer?.counts['check-in'] ?? 0;
  const codes = answer?.counts['keep-code'] ?? 0;
  if (people === 0 && codes > 0) return `Keep ${countOf(codes, 'code')}`;
  const whom = `Check in ${countOf(people, 'person', 'people')}`;
  return codes === 0 ? whom : `${whom}, keep ${countOf(codes, 'code')}`;
}

function whyNot(answer: ScanLogPreview | undefined, importing: boolean, hasProblem: boolean): string | null {
  if (importing) return 'The log is being imported.';
  if (hasProblem) return 'Fix the problems below first.';
  if (!answer) return 'The scans are still loading.';
  if (answer.writes > 0) return null;
  return answer.counts['already-in'] > 0
    ? 'Everyone who can be checked in is already checked in: there is nothing to save.'
    : 'No scan can be used.';
}
