import './recertification.css';

import { useEffect, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import {
  type RecertificationPage as Answer,
  type RecertificationRow,
  recertificationColumns,
  recertificationShows,
  sayRecertificationShow,
} from '../../../shared/views/recertification.ts';
import { Button } from '../../components/button.tsx';
import { shownColumns } from '../../components/data-table/choice.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { heldRows } from '../../components/held-rows.ts';
import { ProblemNote } from '../../components/problem.tsx';
import { Screen } from '../../components/screen.tsx';
import { SelectAll } from '../../components/select-all.tsx';
import { Selected } from '../../components/selected.tsx';
import { Chips, Search, Toolbar } from '../../components/toolbar.tsx';
import { useCommands } from '../../frame/commands.ts';
import { useOpened } from '../../frame/opened.ts';
import { useToday } from '../../frame/status-store.ts';
import { writeFile } from '../../perform.ts';
import { printPaper } from '../../print.ts';
import { useSlices } from '../../slices.ts';
import { AsOf } from './as-of.tsx';
import { columns } from './columns.tsx';
import { DueDialog } from './due-dialog.tsx';
import { NobodyHere } from './empty.tsx';
import { RecertificationInspector } from './inspector.tsx';
import { isAwaited, ReceiveDialog } from './receive-dialog.tsx';
import { useRecertification } from './store.ts';
import { CohortTiles } from './tiles.tsx';

/** Who is due, received or overdue on a day, cohort by cohort. */
export function RecertificationPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const { on, show, search, sort, openId, selected, look, sortBy } = useRecertification();
  const [, go] = useLocation();
  const today = useToday();
  const opened = useOpened();
  const [asked] = useSearchParams();
  const askedShow = recertificationShows.find((each) => each === asked.get('show'));
  const [dialog, setDialog] = useState<'due' | readonly RecertificationRow[] | null>(null);
  const rows = useSlices('recertification.list', (slice) => ({ on, show, cohortId, search, sort, ...slice }), [
    'participant',
    'person',
    'organization',
    'cohort',
    'recertificationDue',
    'recertificationReceipt',
    'policyVersion',
  ]);
  const { answer } = rows;
  useEffect(() => {
    if (opened) look({ openId: opened, show: 'everyone' });
  }, [opened, look]);
  useEffect(() => {
    if (askedShow) look({ show: askedShow, search: '' });
  }, [askedShow, look]);

  const held = useMemo(() => heldRows(rows, selected, idOf), [rows, selected]);
  const open = useMemo(() => heldRows(rows, new Set(openId === null ? [] : [openId]), idOf), [rows, openId]);
  const acting = held.length > 0 ? held : open;
  const awaited = acting.filter(isAwaited).length;
  const receive = () => {
    if (awaited > 0) setDialog(acting);
  };
  const onTheScreen = () => {
    const keys = shownColumns('recertification', columns).map(({ key }) => key);
    const chosen = recertificationColumns.filter((column) => keys.includes(column));
    return { on, show, cohortId, search, sort, columns: chosen };
  };
  const onExport = () => void writeFile('recertification.export', onTheScreen());
  const onPrint = () => void printPaper('recertification.export', onTheScreen());
  useCommands([
    { id: 'recertification.receive', label: 'Note that documents came in', keys: 'R', run: receive },
    { id: 'recertification.set-due', label: 'Set the due date of a cohort', run: () => setDialog('due') },
    { id: 'export', label: 'Export this list', keys: 'Mod+E', run: onExport },
    { id: 'print', label: 'Print this list', keys: 'Mod+P', run: onPrint },
  ]);
  const opensAs = ParticipantId.safeParse(openId).data;

  return (
    <Screen
      toolbar={
        <>
          <Toolbar
            title="Re-certification"
            sub={<AsOf on={on} today={today} onChange={(day) => look({ on: day, selected: new Set() })} />}
            actions={
              <>
                <Button disabledBecause={nothingToExport(answer)} onClick={onExport}>
                  Export…
                </Button>
                <Button
                  disabledBecause={answer && answer.cohorts.length > 0 ? null : 'There are no graduates yet.'}
                  onClick={() => setDialog('due')}
                >
                  Due date…
                </Button>
                <Button
                  kind="primary"
                  keys="R"
                  disabledBecause={awaited > 0 ? null : 'Select graduates who owe documents, or open one.'}
                  onClick={receive}
                >
                  {awaited > 1 ? `Documents received from ${awaited.toLocaleString('en-US')}…` : 'Documents received…'}
                </Button>
              </>
            }
          />
          {answer && answer.cohorts.length > 0 && (
            <CohortTiles
              cohorts={answer.cohorts}
              chosen={cohortId}
              onChoose={(id) => go(id === null ? '/recertification' : `/recertification/${id}`)}
            />
          )}
          <div className="toolbar-filters recertification-filters">
            <Search label="Search graduates" value={search} onChange={(text) => look({ search: text })} />
            <Chips
              label="Show"
              value={show}
              options={recertificationShows.map((key) => ({
                key,
                label: sayRecertificationShow[key],
                count: answer?.counts[key],
              }))}
              onChange={(next) => look({ show: next })}
            />
          </div>
        </>
      }
      inspector={
        opensAs && (
          <RecertificationInspector
            key={opensAs}
            participantId={opensAs}
            on={on}
            onReceive={(row) => setDialog([row])}
            onSetDue={() => setDialog('due')}
            onClose={() => {
              look({ openId: null });
              if (opened)
                go(cohortId === null ? '/recertification' : `/recertification/${cohortId}`, { replace: true });
            }}
          />
        )
      }
    >
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          name="recertification"
          label="Graduates and their documents"
          columns={columns}
          rows={rows}
          idOf={idOf}
          sort={sort}
          onSort={sortBy}
          openId={openId}
          onOpen={({ participantId }) => look({ openId: participantId })}
          selected={selected}
          onSelect={(ids) => look({ selected: ids })}
          empty={
            answer && <NobodyHere answer={answer} show={show} search={search} onClear={() => look({ search: '' })} />
          }
        />
      )}
      <Selected
        label="Selected graduates"
        count={held.length}
        note={`${awaited.toLocaleString('en-US')} owe documents`}
        all={<SelectAll rows={rows} idOf={idOf} selected={held.length} onSelect={(ids) => look({ selected: ids })} />}
        onClear={() => look({ selected: new Set() })}
      />
      {dialog === 'due' && answer && (
        <DueDialog cohorts={answer.cohorts} first={cohortId} onClose={() => setDialog(null)} />
      )}
      {dialog !== null && dialog !== 'due' && (
        <ReceiveDialog
          rows={dialog}
          onClose={(did) => {
            setDialog(null);
            if (did) look({ selected: new Set() });
          }}
        />
      )}
    </Screen>
  );
}

const idOf = ({ participantId }: RecertificationRow): string => participantId;

const nothingToExport = (answer: Answer | undefined): string | null =>
  answer && answer.total > 0 ? null : 'There is nobody in this list to export.';
