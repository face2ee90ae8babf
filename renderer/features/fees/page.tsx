import './fees.css';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { sayCents, sumCents } from '../../../shared/model/money.ts';
import { type FeeRow, feeColumns, feeShows, sayFeeShow } from '../../../shared/views/fees.ts';
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
import { useAsked, useOpened } from '../../frame/opened.ts';
import { writeFile } from '../../perform.ts';
import { printPaper } from '../../print.ts';
import { useSlices } from '../../slices.ts';
import { waive, whyNoInvoice } from './actions.ts';
import { CohortChooser } from './cohort-chooser.tsx';
import { columnsFor, owing } from './columns.tsx';
import { NobodyHere } from './empty.tsx';
import { FeeInspector } from './inspector.tsx';
import { InvoiceDialog } from './invoice-dialog.tsx';
import { ReceiveDialog } from './receive-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { useFees } from './store.ts';

interface OpenDialog {
  readonly kind: 'receive' | 'invoice' | 'refund';
  readonly rows: readonly FeeRow[];
}

/** One cohort hides the column that says which, so its choice of columns is another. */
const tableOf = (cohortId: CohortId | null): string => (cohortId === null ? 'fees' : 'fees of a cohort');

/** Who owes the course fee, who paid it and how; of one cohort, or of all. */
export function FeesPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const { show, search, sort, openId, selected, look, sortBy } = useFees();
  const [, go] = useLocation();
  const opened = useOpened();
  const asked = useAsked('show');
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const rows = useSlices('fees.list', (slice) => ({ cohortId, show, search, sort, ...slice }), [
    'participant',
    'person',
    'organization',
    'cohort',
    'application',
    'feePayment',
    'invoice',
  ]);
  const { answer } = rows;
  useEffect(() => {
    if (opened) look({ openId: opened, show: 'everyone' });
  }, [opened, look]);
  useEffect(() => {
    const show = feeShows.find((each) => each === asked);
    if (show) look({ show, search: '' });
  }, [asked, look]);
  // What was selected elsewhere is not here.
  useEffect(() => () => look({ selected: new Set() }), [look]);

  const held = useMemo(() => heldRows(rows, selected, idOf), [rows, selected]);
  const open = useMemo(() => heldRows(rows, new Set(openId === null ? [] : [openId]), idOf), [rows, openId]);
  const acting = held.length > 0 ? held : open;
  const columns = useMemo(() => columnsFor(cohortId !== null), [cohortId]);
  const whyNot = whyNoInvoice(acting);
  const receive = () => acting.length > 0 && setDialog({ kind: 'receive', rows: acting });
  const invoice = () => whyNot === null && setDialog({ kind: 'invoice', rows: acting });
  const onWaive = () => void waive(acting).then((did) => did && look({ selected: new Set() }));
  const onTheScreen = () => {
    const keys = shownColumns(tableOf(cohortId), columns).map(({ key }) => key);
    const chosen = feeColumns.filter((column) => keys.includes(column));
    return { cohortId, show, search, sort, columns: chosen };
  };
  const onExport = () => void writeFile('fees.export', onTheScreen());
  const onPrint = () => void printPaper('fees.export', onTheScreen());
  const back = () => go(cohortId === null ? '/cohorts' : `/cohorts/${cohortId}`);
  useCommands([
    { id: 'fees.receive', label: 'Note money that came in', keys: 'R', run: receive },
    { id: 'fees.invoice', label: 'Write an invoice to a school system', keys: 'I', run: invoice },
    { id: 'fees.invoices', label: 'Every invoice that was written', keys: 'L', run: () => go('/invoices') },
    { id: 'fees.waive', label: 'Waive the fee of the selection', keys: 'W', run: onWaive },
    { id: 'export', label: 'Export this list', keys: 'Mod+E', run: onExport },
    { id: 'print', label: 'Print this list', keys: 'Mod+P', run: onPrint },
  ]);
  const opensAs = ParticipantId.safeParse(openId).data;
  const close = (did: boolean) => {
    setDialog(null);
    if (did) look({ selected: new Set() });
  };

  return (
    <Screen
      toolbar={
        <Toolbar
          title="Fees"
          sub={
            <span className="fees-sub">
              <CohortChooser cohortId={cohortId} />
              {answer && answer.totals.people > 0 && (
                <span>
                  {sayCents(answer.totals.paid)} paid, {sayCents(answer.totals.owes)} owed
                </span>
              )}
            </span>
          }
          actions={
            <>
              <Button kind="quiet" className="icon-only" aria-label={answer?.cohort?.name ?? 'Cohorts'} onClick={back}>
                <ArrowLeft aria-hidden="true" />
              </Button>
              <Button
                disabledBecause={rows.total > 0 ? null : 'There is nobody in this list to export.'}
                onClick={onExport}
              >
                Export…
              </Button>
              <Button title="Every invoice that was written (L)" onClick={() => go('/invoices')}>
                Invoices
              </Button>
              <Button keys="I" disabledBecause={whyNot} onClick={invoice}>
                Invoice…
              </Button>
              <Button
                kind="primary"
                keys="R"
                disabledBecause={acting.length > 0 ? null : 'Select whom the money is for, or open one.'}
                onClick={receive}
              >
                Received…
              </Button>
            </>
          }
        >
          <Search label="Search people" value={search} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={feeShows
              .filter((key) => key !== 'overpaid' || show === key || (answer?.counts.overpaid ?? 0) > 0)
              .map((key) => ({ key, label: sayFeeShow[key], count: answer?.counts[key] }))}
            onChange={(next) => look({ show: next })}
          />
        </Toolbar>
      }
      inspector={
        opensAs && (
          <FeeInspector
            key={opensAs}
            participantId={opensAs}
            onReceive={(row) => setDialog({ kind: 'receive', rows: [row] })}
            onInvoice={(row) => setDialog({ kind: 'invoice', rows: [row] })}
            onRefund={(row) => setDialog({ kind: 'refund', rows: [row] })}
            onClose={() => {
              look({ openId: null });
              if (opened) go(cohortId === null ? '/fees' : `/fees/${cohortId}`, { replace: true });
            }}
          />
        )
      }
    >
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          key={tableOf(cohortId)}
          name={tableOf(cohortId)}
          label="Participants and their fees"
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
        label="Selected participants"
        count={held.length}
        note={saySelection(held)}
        all={<SelectAll rows={rows} idOf={idOf} selected={held.length} onSelect={(ids) => look({ selected: ids })} />}
        onClear={() => look({ selected: new Set() })}
      >
        <Button
          keys="W"
          disabledBecause={owing(held).length > 0 ? null : 'Nobody of the selection owes anything.'}
          onClick={onWaive}
        >
          Waive…
        </Button>
      </Selected>
      {dialog?.kind === 'receive' && <ReceiveDialog rows={dialog.rows} onClose={close} />}
      {dialog?.kind === 'invoice' && <InvoiceDialog rows={dialog.rows} onClose={close} />}
      {dialog?.kind === 'refund' && dialog.rows[0] && <RefundDialog row={dialog.rows[0]} onClose={close} />}
    </Screen>
  );
}

const idOf = ({ participantId }: FeeRow): string => participantId;

/** `$375 owed by 5, Lee County Schools`. */
function saySelection(rows: readonly FeeRow[]): string {
  const chosen = owing(rows);
  if (chosen.length === 0) return 'nothing owed';
  const systems = new Set(chosen.map(({ organization }) => organization));
  const [only = ''] = systems;
  const whose = systems.size > 1 ? `, ${systems.size} school systems` : only === '' ? '' : `, ${only}`;
  return `${sayCents(sumCents(chosen.map(({ owes }) => owes)))} owed by ${chosen.length.toLocaleString('en-US')}${whose}`;
}
