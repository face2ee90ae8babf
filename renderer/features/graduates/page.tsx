import './graduates.css';
import { Award, FileDown } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation, useSearchParams } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { type GraduateRow, graduateColumns, graduateShows, sayGraduateShow } from '../../../shared/views/graduates.ts';
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
import { writeFile } from '../../perform.ts';
import { printPaper } from '../../print.ts';
import { useCall } from '../../query.ts';
import { useSlices } from '../../slices.ts';
import {
  graduatingAll,
  graduatingOne,
  graduatingSelected,
  printingOf,
  whyNoGraduating,
  whyNoPrinting,
} from './actions.ts';
import { CohortChooser } from './cohort-chooser.tsx';
import { columnsFor } from './columns.tsx';
import { NobodyHere } from './empty.tsx';
import { GraduateDialog, type Graduating } from './graduate-dialog.tsx';
import { GraduateInspector } from './inspector.tsx';
import { useGraduates } from './store.ts';

/** Graduates by cohort, who may graduate, and who is on the way. */
export function GraduatesPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const { show, search, sort, openId, selected, look, sortBy } = useGraduates();
  const [, go] = useLocation();
  const opened = useOpened();
  const [asked] = useSearchParams();
  const askedShow = graduateShows.find((each) => each === asked.get('show'));
  const [graduating, setGraduating] = useState<Graduating | null>(null);
  const { value: cohortList } = useCall('cohorts.list', {}, ['cohort']);
  const cohorts = cohortList?.cohorts ?? [];
  const cohort = cohorts.find(({ id }) => id === cohortId) ?? null;
  const rows = useSlices('graduates.list', (slice) => ({ cohortId, show, search, sort, ...slice }), 'any');
  const { answer } = rows;
  useEffect(() => {
    if (opened) look({ openId: opened });
  }, [opened, look]);
  useEffect(() => {
    if (askedShow) look({ show: askedShow, search: '' });
  }, [askedShow, look]);

  const held = useMemo(() => heldRows(rows, selected, idOf), [rows, selected]);
  const columns = useMemo(() => columnsFor(show, answer?.courses ?? 0), [show, answer?.courses]);
  const whyNot = whyNoGraduating(held, cohort, answer);
  const graduate = () => {
    if (whyNot !== null || !answer) return;
    setGraduating(held.length > 0 ? graduatingSelected(held) : cohort && graduatingAll(cohort, answer));
  };
  const print = () => {
    const printing = printingOf(held, cohort);
    if (printing) void printPaper('graduates.printCertificates', printing);
  };
  const onTheScreen = () => {
    const keys = shownColumns(`graduates ${show}`, columns).map(({ key }) => key);
    const chosen = graduateColumns.filter((column) => keys.includes(column));
    return { cohortId, show, search, sort, columns: chosen };
  };
  const onExport = () => void writeFile('graduates.export', onTheScreen());
  const onPrint = () => void printPaper('graduates.export', onTheScreen());
  useCommands([
    { id: 'graduates.graduate', label: 'Graduate the selection, or everybody who may', keys: 'G', run: graduate },
    { id: 'graduates.print', label: 'Print certificates', keys: 'P', run: print },
    { id: 'export', label: 'Export this list', keys: 'Mod+E', run: onExport },
    { id: 'print', label: 'Print this list', keys: 'Mod+P', run: onPrint },
  ]);
  const may = held.length > 0 ? held.length : cohort ? (answer?.counts['may-graduate'] ?? 0) : 0;
  const opensAs = ParticipantId.safeParse(openId).data;

  return (
    <Screen
      toolbar={
        <Toolbar
          title="Graduates"
          sub={<CohortChooser cohorts={cohorts} cohortId={cohortId} />}
          actions={
            <>
              <Button
                icon={<FileDown aria-hidden="true" />}
                disabledBecause={rows.total > 0 ? null : 'There is nobody in this list to export.'}
                onClick={onExport}
              >
                Export…
              </Button>
              <Button
                icon={<Award aria-hidden="true" />}
                keys="P"
                disabledBecause={whyNoPrinting(held, cohort, answer)}
                onClick={print}
              >
                Print certificates…
              </Button>
              <Button kind="primary" keys="G" disabledBecause={whyNot} onClick={graduate}>
                {may > 0 ? `Graduate ${may.toLocaleString('en-US')}…` : 'Graduate…'}
              </Button>
            </>
          }
        >
          <Search label="Search people" value={search} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={graduateShows.map((key) => ({ key, label: sayGraduateShow[key], count: answer?.counts[key] }))}
            onChange={(next) => look({ show: next, selected: new Set(), sort: undefined })}
          />
        </Toolbar>
      }
      inspector={
        opensAs && (
          <GraduateInspector
            key={opensAs}
            participantId={opensAs}
            onGraduate={(row) => setGraduating(graduatingOne(row))}
            onClose={() => {
              look({ openId: null });
              if (opened) go(cohortId === null ? '/graduates' : `/graduates/${cohortId}`, { replace: true });
            }}
          />
        )
      }
    >
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          key={show}
          name={`graduates ${show}`}
          label={cohort ? `${sayGraduateShow[show]} of ${cohort.name}` : `${sayGraduateShow[show]} of every cohort`}
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
        label="Selected people"
        count={held.length}
        all={<SelectAll rows={rows} idOf={idOf} selected={held.length} onSelect={(ids) => look({ selected: ids })} />}
        onClear={() => look({ selected: new Set() })}
      />
      {graduating && (
        <GraduateDialog
          graduating={graduating}
          onClose={(did) => {
            setGraduating(null);
            if (did) look({ selected: new Set() });
          }}
        />
      )}
    </Screen>
  );
}

const idOf = ({ participantId }: GraduateRow): string => participantId;
