import { sayCount } from '../../../shared/model/counts.ts';
import './graduates.css';
import { Award } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import {
  type GraduateRow,
  type GraduateShow,
  type GraduatesAnswer,
  graduateColumns,
  graduateShows,
  sayGraduateShow,
} from '../../../shared/views/graduates.ts';
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
import { Menu } from '../../kit/menu.tsx';
import { printPaper } from '../../kit/print.ts';
import { useCall } from '../../kit/query.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Chips, chipsOf, Search, Toolbar } from '../../kit/toolbar.tsx';
import { useBadgeActions } from '../credentials/badge-actions.ts';
import { CohortSelect } from '../current-cohort/cohort-select.tsx';
import { type Checklist, ChecklistDialog } from '../requirements/checklist-dialog.tsx';
import { NobodyTagged, TagFilter, useTagFilter } from '../tags/filter.tsx';
import { TagButton } from '../tags/tag-button.tsx';
import {
  askWithdraw,
  checklistOf,
  graduatingAll,
  graduatingOne,
  graduatingSelected,
  ofOneCohort,
  printingOf,
  transcriptsOf,
  whyNoGraduating,
  whyNoPrinting,
} from './actions.ts';
import { columnsOfGraduates } from './columns.tsx';
import { NoGraduates } from './empty.tsx';
import { GraduateDialog, type Graduating } from './graduate-dialog.tsx';
import { GraduateInspector } from './inspector.tsx';
import { useGraduates } from './store.ts';

/** What can be done on Graduates by keys, and in the menu of a row. */
function useGraduateCommands(acts: {
  readonly graduate: () => void;
  readonly print: () => void;
  readonly transcripts: () => void;
  readonly whyNot: string | null;
  readonly whyNoPrinting: string | null;
}): void {
  const [, go] = useLocation();
  useCommands([
    {
      id: 'graduates.transcripts',
      label: 'Print transcripts',
      keys: 'T',
      onRows: { label: 'Print transcripts…' },
      run: acts.transcripts,
    },
    { id: 'graduates.published', label: 'Published list', keys: 'L', hidden: true, run: () => go('/published') },
    {
      id: 'graduates.graduate',
      label: 'Graduate the selection, or everyone who is ready',
      keys: 'G',
      onRows: { label: 'Graduate…', whyNot: acts.whyNot },
      run: acts.graduate,
    },
    {
      id: 'graduates.print',
      label: 'Print certificates',
      keys: 'P',
      onRows: { label: 'Print certificates…', whyNot: acts.whyNoPrinting },
      run: acts.print,
    },
  ]);
}

/** Graduates by cohort, who can graduate, and who is in progress. */
export function GraduatesPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const graduates = useGraduates();
  const [, go] = useLocation();
  const { show, search, sort, look } = graduates;
  const closeInspector = useAskedList(graduateShows, look);
  const [graduating, setGraduating] = useState<Graduating | null>(null);
  const [checklist, setChecklist] = useState<Checklist | null>(null);
  const { value: cohortList } = useCall('cohorts.list', {});
  const cohort = cohortList?.cohorts.find(({ id }) => id === cohortId) ?? null;
  const tagId = useTagFilter('graduates');
  const rows = useSlices('graduates.list', (slice) => ({ cohortId, show, search, sort, tagId, ...slice }));
  const { answer } = rows;
  const list = useListing(rows, idOf, graduates);
  const { held } = list;
  // Each part of the list has columns of its own.
  const table = `graduates ${show}`;
  const columns = useMemo(() => columnsOfGraduates(show), [show]);
  const whyNot = whyNoGraduating(held, cohort, answer);
  const graduate = () => {
    if (whyNot !== null || !answer) return;
    setGraduating(held.length > 0 ? graduatingSelected(held) : cohort && graduatingAll(cohort));
  };
  const print = () => {
    const printing = printingOf(held, cohort);
    if (printing) void printPaper('graduates.printCertificates', printing);
  };
  const onTheScreen = (format: SheetFormat) => ({
    cohortId,
    show,
    search,
    sort,
    tagId,
    columns: knownColumns(table, columns, graduateColumns),
    format,
  });
  const transcripts = () => {
    const printing = transcriptsOf(held, cohort);
    if (printing) void printPaper('transcripts.print', printing);
  };
  const whyNoPrint = whyNoPrinting(held, cohort, answer);
  useGraduateCommands({ graduate, print, transcripts, whyNot, whyNoPrinting: whyNoPrint });
  const may = held.length > 0 ? held.length : cohort ? (answer?.counts['may-graduate'] ?? 0) : 0;
  const badges = useBadgeActions(printingOf(held, cohort), whyNoPrint);
  const opensAs = ParticipantId.safeParse(list.inspected.openId).data;

  return (
    <Screen
      toolbar={
        <Toolbar
          title="Graduates"
          sub={<CohortSelect path="/graduates" cohortId={cohortId} every />}
          actions={
            <>
              <ExportList call="graduates.export" onTheScreen={onTheScreen} count={rows.total} />
              <Menu
                label="More about graduates"
                items={[
                  { id: 'check', label: 'Check a certificate…', run: () => go('/check-certificate') },
                  { id: 'designs', label: 'Certificate designs…', run: () => go('/certificate-designs') },
                  { id: 'published', label: 'Published list…', keys: 'L', run: () => go('/published') },
                  { id: 'transcripts', label: 'Transcripts…', keys: 'T', run: transcripts },
                  ...badges,
                ]}
              >
                Tools…
              </Menu>
              <Button icon={<Award aria-hidden="true" />} keys="P" disabledBecause={whyNoPrint} onClick={print}>
                Print certificates…
              </Button>
              <Button kind="primary" keys="G" disabledBecause={whyNot} onClick={graduate}>
                {may > 0 ? `Graduate ${sayCount(may)}…` : 'Graduate…'}
              </Button>
            </>
          }
        >
          <Search label="Search people" value={search} found={rows.total} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={chipsOf(showsOf(show, answer), sayGraduateShow, answer?.counts)}
            onChange={(next) => look({ show: next, selected: new Set(), sort: undefined })}
          />
          <TagFilter list="graduates" />
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
            <GraduateInspector
              key={opensAs}
              participantId={opensAs}
              onGraduate={(row) => setGraduating(graduatingOne(row))}
              onClose={closeInspector}
            />
          )
        )
      }
    >
      <DataTable
        key={table}
        name={table}
        label={`${sayGraduateShow[show]} of ${cohort?.name ?? 'every cohort'}`}
        columns={columns}
        {...list.table}
        empty={
          answer &&
          (tagId === null ? (
            <NoGraduates answer={answer} show={show} search={search} onClear={() => look({ search: '' })} />
          ) : (
            <NobodyTagged list="graduates" />
          ))
        }
      />
      <SelectedRows label="Selected people" list={list}>
        <TagButton people={held} />
        <ForSelected
          held={held}
          onChecklist={() => setChecklist(checklistOf(held))}
          onTranscripts={transcripts}
          onWithdrawn={list.clear}
        />
      </SelectedRows>
      {checklist && <ChecklistDialog checklist={checklist} onClose={() => setChecklist(null)} />}
      {graduating && (
        <GraduateDialog
          graduating={graduating}
          onClose={(did) => {
            setGraduating(null);
            if (did) list.clear();
          }}
        />
      )}
    </Screen>
  );
}

/** What else can be done with the people who are selected. */
function ForSelected({
  held,
  onChecklist,
  onTranscripts,
  onWithdrawn,
}: {
  readonly held: readonly GraduateRow[];
  readonly onChecklist: () => void;
  readonly onTranscripts: () => void;
  readonly onWithdrawn: () => void;
}) {
  const whyNot = ofOneCohort(held) ? null : 'Select people of one cohort.';
  return (
    <>
      {held.some(({ verdict }) => verdict !== 'graduated') && (
        <Button disabledBecause={whyNot} onClick={onChecklist}>
          Checklist…
        </Button>
      )}
      <Button disabledBecause={whyNot} onClick={onTranscripts}>
        Transcripts…
      </Button>
      {held.length > 0 && held.every(({ verdict }) => verdict === 'graduated') && (
        <Button onClick={() => void askWithdraw(held).then((did) => did && onWithdrawn())}>Withdraw…</Button>
      )}
    </>
  );
}

/** The parts of the list; what most lists have no one in steps aside: requirements, and what must be corrected. */
const showsOf = (show: GraduateShow, answer: GraduatesAnswer | undefined): readonly GraduateShow[] =>
  graduateShows.filter(
    (each) =>
      (each !== 'requirements-missing' && each !== 'needs-a-look') || each === show || (answer?.counts[each] ?? 0) > 0,
  );

const idOf = ({ participantId }: GraduateRow): string => participantId;
