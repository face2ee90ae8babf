import { sayCount } from '../../../shared/model/counts.ts';
import './applicants.css';
import { FileDown, FileUp, Inbox, Mails } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { ApplicationId, type CohortId } from '../../../shared/model/ids.ts';
import {
  type ApplicantsAnswer as Answer,
  type ApplicantRow,
  applicantColumns,
} from '../../../shared/views/applicants.ts';
import type { SheetFormat } from '../../../shared/views/page.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { shownColumns } from '../../kit/data-table/choice.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { heldRows } from '../../kit/held-rows.ts';
import { inspectedOf } from '../../kit/list/inspected.ts';
import { SeveralInspector } from '../../kit/list/several-inspector.tsx';
import { useOpened } from '../../kit/opened.ts';
import { writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { Screen } from '../../kit/screen.tsx';
import { SelectAll } from '../../kit/select-all.tsx';
import { type Slices, useSlices } from '../../kit/slices.ts';
import { useStatus, useToday, useZone } from '../../kit/status-store.ts';
import { Search, Toolbar } from '../../kit/toolbar.tsx';
import { OfferDialog } from '../offers/offer-dialog.tsx';
import { NobodyTagged, TagFilter, useTagFilter } from '../tags/filter.tsx';
import { acceptEveryone, acceptSelected, nobodyToAccept } from './actions.ts';
import { CohortChooser } from './cohort-chooser.tsx';
import { columnsOfApplicants, isAcceptable } from './columns.tsx';
import { NoApplicants } from './empty.tsx';
import { ApplicantInspector } from './inspector.tsx';
import { MoreMenu } from './more-menu.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ShowChips } from './show-chips.tsx';
import { useApplicants } from './store.ts';

/** The applicants of a cohort in their order: who is within the seats, who waits, and why. */
export function ApplicantsPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const status = useStatus();
  const here = cohortId ?? status?.currentCohort?.id ?? null;
  if (here) return <CohortApplicants key={here} cohortId={here} />;
  return <Screen toolbar={<Toolbar title="Applicants" />}>{status && <NoCohort />}</Screen>;
}

function NoCohort() {
  const [, go] = useLocation();
  return (
    <Empty
      icon={<Inbox />}
      title="Applicants belong to a cohort, and there is none yet"
      actions={
        <>
          <Button kind="primary" onClick={() => go('/cohorts?new=cohort')}>
            Add cohort…
          </Button>
          <Button onClick={() => go('/import')}>Import…</Button>
        </>
      }
    >
      Add the next cohort with its application window and seats. Then import the spreadsheet of your application form:
      everyone is ranked by the program’s order of acceptance, with every reason.
    </Empty>
  );
}

function CohortApplicants({ cohortId }: { readonly cohortId: CohortId }) {
  const { show, search, sort, openId, selected, look, sortBy } = useApplicants();
  const [, go] = useLocation();
  const zone = useZone();
  const today = useToday();
  const opened = useOpened();
  const tagId = useTagFilter('applicants');
  const rows = useSlices('applicants.list', (slice) => ({ cohortId, show, search, sort, tagId, ...slice }));
  const { answer } = rows;
  useEffect(() => {
    if (opened) look({ openId: opened });
  }, [opened, look]);
  // What was selected in another cohort is not here; the inspector leaves with it unless the path asks for it.
  useEffect(() => () => look({ selected: new Set(), openId: null }), [look]);

  const held = useMemo(() => heldRows(rows, selected, idOf), [rows, selected]);
  const all = useMemo(() => columnsOfApplicants(zone, today), [zone, today]);
  const accept = () => {
    if (!answer) return;
    if (held.length > 0) void acceptSelected(answer.cohort, held).then((did) => did && look({ selected: new Set() }));
    else void acceptEveryone(answer);
  };
  const onTheScreen = () => {
    const keys = shownColumns('applicants', all).map(({ key }) => key);
    const chosen = applicantColumns.filter((column) => keys.includes(column));
    return { cohortId, show, search, sort, tagId, columns: chosen };
  };
  const onExport = (format: SheetFormat) => void writeFile('applicants.export', { ...onTheScreen(), format });
  const onPrint = () => void printPaper('applicants.export', onTheScreen());
  useCommands([
    {
      id: 'applicants.accept',
      label: 'Accept the selection, or everyone within the seats',
      keys: 'A',
      onRows: { label: 'Accept…', whyNot: held.some(isAcceptable) ? null : nobodyToAccept },
      run: accept,
    },
    { id: 'export', label: 'Export this list', keys: 'Mod+E', run: () => onExport('xlsx') },
    { id: 'export-csv', label: 'Export this list as CSV', keys: 'Mod+Shift+E', run: () => onExport('csv') },
    { id: 'print', label: 'Print this list', keys: 'Mod+P', run: onPrint },
  ]);
  const inspected = inspectedOf(openId, held, idOf);
  const opensAs = ApplicationId.safeParse(inspected.openId).data;
  const clear = () => look({ selected: new Set() });
  const closeInspector = () => {
    look({ openId: null });
    if (opened) go(`/applicants/${cohortId}`, { replace: true });
  };

  return (
    <Screen
      toolbar={
        <Toolbar
          title="Applicants"
          sub={<CohortChooser cohortId={cohortId} seats={answer?.cohort.seats} />}
          actions={
            <>
              <Button icon={<FileUp aria-hidden="true" />} keys="Mod+I" onClick={() => go('/import')}>
                Import…
              </Button>
              <Button
                icon={<FileDown aria-hidden="true" />}
                disabledBecause={exportable(rows)}
                onClick={() => onExport('xlsx')}
              >
                Export…
              </Button>
              <Button icon={<Mails aria-hidden="true" />} onClick={() => go(`/letters/${cohortId}`)}>
                Letters…
              </Button>
              <MoreMenu cohortId={cohortId} />
              <Button
                kind="primary"
                keys={held.length > 0 ? undefined : 'A'}
                disabledBecause={held.length > 0 ? ownButton : acceptableBecause(answer)}
                onClick={accept}
              >
                Accept {sayCount(answer?.acceptable ?? 0)}
              </Button>
            </>
          }
        >
          <Search label="Search people" value={search} found={rows.total} onChange={(text) => look({ search: text })} />
          <ShowChips counts={answer?.counts} show={show} onChange={(next) => look({ show: next })} />
          <TagFilter list="applicants" />
        </Toolbar>
      }
      inspector={
        inspected.several.length > 0 ? (
          <SeveralInspector
            names={inspected.several.map(({ name }) => name)}
            onClear={clear}
            onClose={closeInspector}
          />
        ) : (
          opensAs && <ApplicantInspector key={opensAs} applicationId={opensAs} onClose={closeInspector} />
        )
      }
    >
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          name="applicants"
          label={`Applicants of ${answer?.cohort.name ?? 'the cohort'}`}
          columns={all}
          rows={rows}
          idOf={idOf}
          sort={sort}
          onSort={sortBy}
          openId={openId}
          onOpen={({ applicationId }) => look({ openId: applicationId })}
          selected={selected}
          onSelect={(ids) => look({ selected: ids })}
          cut={seatsLine(answer, sort.by === 'place' && sort.direction === 'up')}
          empty={
            answer &&
            (tagId === null ? (
              <NoApplicants answer={answer} show={show} search={search} look={look} />
            ) : (
              <NobodyTagged list="applicants" />
            ))
          }
        />
      )}
      {answer && held.length > 0 && (
        <SelectionBar
          cohort={answer.cohort}
          rows={held}
          more={
            <SelectAll rows={rows} idOf={idOf} selected={held.length} onSelect={(ids) => look({ selected: ids })} />
          }
          onClear={clear}
        />
      )}
      <OfferDialog />
    </Screen>
  );
}

const idOf = ({ applicationId }: ApplicantRow): string => applicationId;

/** The line after the last seat, in the one order in which it means something. */
const seatsLine = (answer: Answer | undefined, inOrder: boolean) =>
  answer && inOrder
    ? { after: ({ place }: ApplicantRow) => place === answer.cohort.seats, label: `${answer.cohort.seats} seats` }
    : undefined;

/** What this button names is everyone within the seats: it does nothing to a selection. */
const ownButton = 'Use the button below the list for the people you selected.';

const exportable = (rows: Slices<ApplicantRow, Answer>): string | null =>
  rows.answer && rows.total > 0 ? null : 'There is no one in this list to export.';

function acceptableBecause(answer: Answer | undefined): string | null {
  if (!answer) return 'The list is still loading.';
  if (answer.acceptable > 0) return null;
  if (answer.counts.accepted > 0) return 'Everyone within the seats is accepted already.';
  return 'No one is within the seats yet.';
}
