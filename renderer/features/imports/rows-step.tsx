import { useLocation } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { type ImportRow, type RowOutcome, rowOutcomes, sayRowOutcome } from '../../../shared/model/imports.ts';
import type { ImportPreview, ImportReading } from '../../../shared/views/imports.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { perform, writeFile } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Status } from '../../kit/status.tsx';
import { Chips, Search, Toolbar } from '../../kit/toolbar.tsx';
import { useApplicants } from '../applicants/store.ts';
import { chooseFile } from './choose-file.ts';
import { sayFile } from './file-head.tsx';
import { Notes } from './notes.tsx';
import { RowDetail } from './row-detail.tsx';
import { sentAtOf } from './sent-at.tsx';
import { ImportSteps } from './steps.tsx';
import { useImport } from './store.ts';

/** Step 3: what would become of every row, before anything is written. */
export function RowsStep({
  reading,
  cohortId,
}: {
  readonly reading: ImportReading;
  readonly cohortId: CohortId | null;
}) {
  const { mappings, sent, show, search, openRow, importing: busy, look, leave } = useImport();
  const [, go] = useLocation();
  const { readingId, kind } = reading;
  const wish = {
    readingId,
    kind,
    mappings: mappings.map(({ fields, ...rest }) => ({ ...rest, fields: [...fields] })),
    cohortId,
    sentAt: sentAtOf(reading, mappings, sent),
  };
  const rows = useSlices(
    'imports.preview',
    // While it is being written the plan changes under the table: it is asked again once the import is there.
    busy ? null : (slice) => ({ ...wish, show: show === 'all' ? null : show, search, ...slice }),
  );
  const { answer } = rows;
  const because = whyNot(answer, busy);
  const onImport = async () => {
    if (because !== null) return;
    look({ importing: true });
    const result = await perform('imports.apply', wish);
    look({ importing: false });
    if (!result.ok) return;
    // Whoever has just come in is looked at as a whole, whatever was filtered before.
    useApplicants.getState().look({ show: 'in-order', search: '' });
    leave();
    go(kind === 'graduates' ? '/graduates' : `/applicants/${cohortId ?? ''}`);
  };
  const saveUnusable = () => void writeFile('imports.saveUnusable', wish);
  useCommands([
    { id: 'import', label: 'Choose another spreadsheet', keys: 'Mod+I', run: () => void chooseFile() },
    { id: 'imports.apply', label: 'Import these rows', keys: 'Mod+Enter', run: () => void onImport() },
  ]);
  const open = openRow === null ? undefined : held(rows.total, rows.rowAt, openRow);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Import"
          sub={sayFile(reading)}
          actions={
            <>
              <Button disabledBecause={busy ? running : null} onClick={() => look({ step: 'columns' })}>
                Back
              </Button>
              {(answer?.counts['cannot-be-used'] ?? 0) > 0 && (
                <Button onClick={saveUnusable}>Save what can’t be used…</Button>
              )}
              <Button kind="primary" keys="Mod+Enter" disabledBecause={because} onClick={() => void onImport()}>
                {sayAction(answer)}
              </Button>
            </>
          }
        >
          <ImportSteps now="rows" because={busy ? { file: running, columns: running } : {}}>
            <Search label="Search rows" value={search} found={rows.total} onChange={(text) => look({ search: text })} />
            <Chips label="Show" value={show} options={chipsOf(answer)} onChange={(next) => look({ show: next })} />
          </ImportSteps>
        </Toolbar>
      }
      inspector={
        open && <RowInspector key={openRow} row={open} file={reading.file} onClose={() => look({ openRow: null })} />
      }
    >
      {answer && <Notes of={answer.notes} />}
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          name="imports"
          label={`Rows of ${reading.file}`}
          columns={columns(mappings.length > 1)}
          rows={rows}
          idOf={idOf}
          openId={openRow}
          onOpen={(row) => look({ openRow: idOf(row) })}
          empty={
            answer && (
              <Empty
                title={search === '' ? 'No row of this kind' : `No row matches “${search}”`}
                actions={<Button onClick={() => look({ show: 'all', search: '' })}>Show every row</Button>}
              />
            )
          }
        />
      )}
    </Screen>
  );
}

const running = 'The import is running.';

const idOf = ({ sheet, row }: ImportRow): string => `${sheet} ${row}`;

function held(total: number, rowAt: (index: number) => ImportRow | undefined, id: string): ImportRow | undefined {
  for (let index = 0; index < total; index += 1) {
    const row = rowAt(index);
    if (row && idOf(row) === id) return row;
  }
  return undefined;
}

function RowInspector({
  row,
  file,
  onClose,
}: {
  readonly row: ImportRow;
  readonly file: string;
  readonly onClose: () => void;
}) {
  return (
    <Inspector
      title={row.name || `Row ${row.row}`}
      sub={row.organization}
      status={<Status of={row.outcome} />}
      onClose={onClose}
    >
      <RowDetail row={row} file={file} />
    </Inspector>
  );
}

const columns = (sheets: boolean): readonly Column<ImportRow>[] => [
  { key: 'row', title: 'Row', width: 64, align: 'end', sortable: false, text: ({ row }) => String(row) },
  ...(sheets ? [{ key: 'sheet', title: 'Sheet', width: 100, mute: true, sortable: false, text: sheetOf }] : []),
  {
    key: 'outcome',
    title: 'What happens',
    width: 138,
    sortable: false,
    text: ({ outcome }) => sayRowOutcome[outcome],
    cell: ({ outcome }) => <Status of={outcome} />,
  },
  { key: 'name', title: 'Name', least: 150, always: true, sortable: false, text: ({ name }) => name },
  {
    key: 'organization',
    title: 'School system',
    least: 150,
    mute: true,
    sortable: false,
    text: ({ organization }) => organization,
  },
  {
    key: 'notes',
    title: 'Good to know',
    least: 240,
    sortable: false,
    text: ({ notes, differences }) =>
      [
        ...differences.map(({ field, before, after }) => `${field} ${before || 'empty'} → ${after || 'empty'}`),
        ...notes,
      ].join(' '),
  },
];

function sheetOf({ sheet }: ImportRow): string {
  return sheet;
}

type Shown = RowOutcome | 'all';

function chipsOf(answer: ImportPreview | undefined): { key: Shown; label: string; count: number | undefined }[] {
  const counts = answer?.counts;
  const all = counts && rowOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
  return [
    { key: 'all' as const, label: 'Every row', count: all },
    ...rowOutcomes
      .filter((outcome) => (counts?.[outcome] ?? 0) > 0)
      .map((outcome) => ({ key: outcome, label: sayRowOutcome[outcome], count: counts?.[outcome] })),
  ];
}

const sayAction = (answer: ImportPreview | undefined): string => {
  const writes = answer?.writes ?? 0;
  return `Import ${countOf(writes, 'row')}`;
};

function whyNot(answer: ImportPreview | undefined, busy: boolean): string | null {
  if (busy) return running;
  if (!answer) return 'The rows are still loading.';
  if (answer.writes > 0) return null;
  return answer.counts.same > 0
    ? 'Every row that can be used is already here: there is nothing to save.'
    : 'No row can be used.';
}
