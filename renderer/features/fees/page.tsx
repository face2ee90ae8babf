import { sayCount } from '../../../shared/model/counts.ts';
import './fees.css';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { sayCents, sumCents } from '../../../shared/model/money.ts';
import { type FeeRow, feeColumns, feeShows, sayFeeShow } from '../../../shared/views/fees.ts';
import type { SheetFormat } from '../../../shared/views/page.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { knownColumns } from '../../kit/data-table/choice.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { ExportList } from '../../kit/list/export-list.tsx';
import { SelectedRows } from '../../kit/list/selected-rows.tsx';
import { SeveralInspector } from '../../kit/list/several-inspector.tsx';
import { useAskedList } from '../../kit/list/use-asked-list.ts';
import { useListing } from '../../kit/list/use-listing.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Back, Chips, chipsOf, Search, Toolbar } from '../../kit/toolbar.tsx';
import { CohortSelect } from '../current-cohort/cohort-select.tsx';
import { NobodyTagged, TagFilter, useTagFilter } from '../tags/filter.tsx';
import { TagButton } from '../tags/tag-button.tsx';
import { askAndWaive, whyNoInvoice } from './actions.ts';
import { columnsOfFees, owing } from './columns.tsx';
import { NoFees } from './empty.tsx';
import { FeeInspector } from './inspector.tsx';
import { InvoiceDialog } from './invoice-dialog.tsx';
import { ReceiveFeeDialog } from './receive-dialog.tsx';
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
  const fees = useFees();
  const { show, search, sort, look } = fees;
  const [, go] = useLocation();
  const closeInspector = useAskedList(feeShows, look, 'everyone');
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const tagId = useTagFilter('fees');
  const rows = useSlices('fees.list', (slice) => ({ cohortId, show, search, sort, tagId, ...slice }));
  const { answer } = rows;
  const list = useListing(rows, idOf, fees);
  const { held, acting } = list;
  // What was selected elsewhere is not here.
  useEffect(() => () => look({ selected: new Set() }), [look]);

  const columns = useMemo(() => columnsOfFees(cohortId !== null), [cohortId]);
  const whyNot = whyNoInvoice(acting);
  const receive = () => acting.length > 0 && setDialog({ kind: 'receive', rows: acting });
  const invoice = () => whyNot === null && setDialog({ kind: 'invoice', rows: acting });
  const onWaive = () => void askAndWaive(acting).then((did) => did && list.clear());
  const onTheScreen = (format: SheetFormat) => ({
    cohortId,
    show,
    search,
    sort,
    tagId,
    columns: knownColumns(tableOf(cohortId), columns, feeColumns),
    format,
  });
  const back = () => go(cohortId === null ? '/cohorts' : `/cohorts/${cohortId}`);
  useCommands([
    { id: 'fees.receive', label: 'Record payment', keys: 'R', onRows: { label: 'Record payment…' }, run: receive },
    {
      id: 'fees.invoice',
      label: 'Write an invoice to a school system',
      keys: 'I',
      onRows: { label: 'Write an invoice…', whyNot },
      run: invoice,
    },
    { id: 'fees.invoices', label: 'Every invoice that was written', keys: 'L', run: () => go('/invoices') },
    { id: 'fees.waive', label: 'Waive the fee of the selection', keys: 'W', onRows: waiving(acting), run: onWaive },
  ]);
  // As a rule no one pays too much.
  const shows = feeShows.filter((key) => key !== 'overpaid' || show === key || (answer?.counts.overpaid ?? 0) > 0);
  const opensAs = ParticipantId.safeParse(list.inspected.openId).data;
  const close = (did: boolean) => {
    setDialog(null);
    if (did) list.clear();
  };

  return (
    <Screen
      toolbar={
        <Toolbar
          title="Fees"
          sub={
            <>
              <CohortSelect path="/fees" cohortId={cohortId} every />
              {answer && answer.totals.people > 0 && (
                <span>
                  {sayCents(answer.totals.paid)} paid, {sayCents(answer.totals.owes)} owed
                </span>
              )}
            </>
          }
          actions={
            <>
              <Back to={answer?.cohort?.name ?? 'Cohorts'} onClick={back} />
              <ExportList call="fees.export" onTheScreen={onTheScreen} count={rows.total} />
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
                Record payment…
              </Button>
            </>
          }
        >
          <Search label="Search people" value={search} found={rows.total} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={chipsOf(shows, sayFeeShow, answer?.counts)}
            onChange={(next) => look({ show: next })}
          />
          <TagFilter list="fees" />
        </Toolbar>
      }
      inspector={
        list.inspected.several.length > 0 ? (
          <SeveralInspector
            names={list.inspected.several.map(({ name }) => name)}
            onClear={list.clear}
            onClose={closeInspector}
          />
        ) : (
          opensAs && (
            <FeeInspector
              key={opensAs}
              participantId={opensAs}
              onReceive={(row) => setDialog({ kind: 'receive', rows: [row] })}
              onInvoice={(row) => setDialog({ kind: 'invoice', rows: [row] })}
              onRefund={(row) => setDialog({ kind: 'refund', rows: [row] })}
              onClose={closeInspector}
            />
          )
        )
      }
    >
      <DataTable
        key={tableOf(cohortId)}
        name={tableOf(cohortId)}
        label="Participants and their fees"
        columns={columns}
        {...list.table}
        empty={
          answer &&
          (tagId === null ? (
            <NoFees answer={answer} show={show} search={search} onClear={() => look({ search: '' })} />
          ) : (
            <NobodyTagged list="fees" />
          ))
        }
      />
      <SelectedRows label="Selected participants" list={list} note={saySelection(held)}>
        <TagButton people={held} />
        <Button
          keys="W"
          disabledBecause={owing(held).length > 0 ? null : 'No one in the selection owes anything.'}
          onClick={onWaive}
        >
          Waive…
        </Button>
      </SelectedRows>
      {dialog?.kind === 'receive' && <ReceiveFeeDialog rows={dialog.rows} onClose={close} />}
      {dialog?.kind === 'invoice' && <InvoiceDialog rows={dialog.rows} onClose={close} />}
      {dialog?.kind === 'refund' && dialog.rows[0] && <RefundDialog row={dialog.rows[0]} onClose={close} />}
    </Screen>
  );
}

const waiving = (rows: readonly FeeRow[]) => ({
  label: 'Waive the fee…',
  whyNot: owing(rows).length > 0 ? null : 'Nothing is owed.',
});

const idOf = ({ participantId }: FeeRow): string => participantId;

/** `$375 owed by 5, Lee County Schools`. */
function saySelection(rows: readonly FeeRow[]): string {
  const chosen = owing(rows);
  if (chosen.length === 0) return 'nothing owed';
  const systems = new Set(chosen.map(({ organization }) => organization));
  const [only = ''] = systems;
  const whose = systems.size > 1 ? `, ${systems.size} school systems` : only === '' ? '' : `, ${only}`;
  return `${sayCents(sumCents(chosen.map(({ owes }) => owes)))} owed by ${sayCount(chosen.length)}${whose}`;
}
