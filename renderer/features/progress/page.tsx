import './progress.css';

import { ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import { type ProgressRow, progressShows, sayProgressShow } from '../../../shared/views/progress.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { shownColumns } from '../../kit/data-table/choice.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { NoCohort } from '../../kit/empty.tsx';
import { ExportButton } from '../../kit/export-button.tsx';
import { SelectedRows } from '../../kit/list/selected-rows.tsx';
import { SeveralInspector } from '../../kit/list/several-inspector.tsx';
import { useAskedList } from '../../kit/list/use-asked-list.ts';
import { useListing } from '../../kit/list/use-listing.ts';
import { writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { useStatus } from '../../kit/status-store.ts';
import { Chips, chipsOf, Search, Toolbar } from '../../kit/toolbar.tsx';
import { CohortSides } from '../cohorts/sides.tsx';
import { CohortSelect } from '../current-cohort/cohort-select.tsx';
import { NobodyTagged, TagFilter, useTagFilter } from '../tags/filter.tsx';
import { TagButton } from '../tags/tag-button.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { type Assigning, assigningFor } from './assigning.ts';
import { matrixColumns } from './columns.tsx';
import { NobodyToFollow } from './empty.tsx';
import { ProgressInspector } from './inspector.tsx';
import { courseOfColumn, exportedColumn, sortAsked, useProgress } from './store.ts';
import { Waiting } from './waiting.tsx';

const table = 'progress';

/** A cohort's participants by courses: who can graduate, who needs which make-up, and who can't finish. */
export function ProgressPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const current = useStatus()?.currentCohort ?? null;
  const cohort = cohortId ?? current?.id ?? null;
  if (cohort === null) {
    return (
      <Screen toolbar={<Toolbar title="Progress" />}>
        <NoCohort icon={<ListChecks />} title="Progress is tracked by cohort, and there is none yet">
          Add a cohort and accept its applicants. Then everyone is listed here with each course: attended, missed, made
          up or to come.
        </NoCohort>
      </Screen>
    );
  }
  return <Matrix key={cohort} cohortId={cohort} />;
}

function Matrix({ cohortId }: { readonly cohortId: CohortId }) {
  const participants = useProgress();
  const { show, search, courseId, look } = participants;
  const sort = sortAsked(participants.sort);
  const [assigning, setAssigning] = useState<Assigning | null>(null);
  const [, go] = useLocation();
  const closeInspector = useAskedList(progressShows, look);
  const tagId = useTagFilter('progress');
  const rows = useSlices('progress.list', (slice) => ({ cohortId, show, search, sort, tagId, ...slice }));
  const { answer } = rows;
  const columns = useMemo(() => matrixColumns(answer?.courses ?? []), [answer?.courses]);
  const list = useListing(rows, idOf, participants);

  const next = answer && assigningFor(answer, list.held, courseId);
  const assign = () => {
    if (next) setAssigning(next);
  };
  const onTheScreen = () => ({
    show,
    search,
    sort,
    tagId,
    columns: shownColumns(table, columns).flatMap(({ key }) => exportedColumn(key)),
  });
  const toCohort = () => go(`/cohorts/${cohortId}`);
  const toGraduates = () => go(`/graduates/${cohortId}?show=may-graduate`);
  useCommands([
    {
      id: 'progress.assign',
      label: 'Assign a make-up',
      keys: 'M',
      onRows: { label: 'Assign a make-up…', whyNot: next ? null : 'They miss no course.' },
      run: assign,
    },
    { id: 'progress.graduates', label: 'Graduates of this cohort', keys: 'G', run: toGraduates },
    { id: 'progress.cohort', label: 'Back to the cohort', keys: 'Alt+ArrowLeft', run: toCohort },
  ]);
  const opensAs = ParticipantId.safeParse(list.inspected.openId).data;
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Progress"
          sub={
            <>
              <CohortSelect path="/progress" cohortId={cohortId} />
              <CohortSides cohortId={cohortId} side="progress" />
            </>
          }
          actions={
            <>
              <ExportButton
                label="Export"
                what="Export the matrix"
                kind="plain"
                onExport={(format) => void writeFile('progress.export', { cohortId, ...onTheScreen(), format })}
                more={[
                  {
                    id: 'print',
                    label: 'Print the matrix…',
                    keys: 'Mod+P',
                    run: () => void printPaper('progress.export', { cohortId, ...onTheScreen() }),
                  },
                ]}
              />
              <Button
                kind="primary"
                keys="M"
                disabledBecause={next ? null : 'No one needs a make-up. Select people to assign one anyway.'}
                onClick={assign}
              >
                Assign make-up…
              </Button>
            </>
          }
        >
          <Search
            label="Search participants"
            value={search}
            found={rows.total}
            onChange={(text) => look({ search: text })}
          />
          <Chips
            label="Show"
            value={show}
            options={chipsOf(progressShows, sayProgressShow, answer?.counts)}
            onChange={(key) => look({ show: key, selected: new Set() })}
          />
          <TagFilter list="progress" />
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
            <ProgressInspector key={opensAs} participantId={opensAs} courseId={courseId} onClose={closeInspector} />
          )
        )
      }
    >
      {answer && answer.makeUps.length > 0 && <Waiting answer={answer} onAssign={setAssigning} />}
      <DataTable
        name={table}
        label={answer ? `Progress of ${answer.cohort.name}` : 'Progress'}
        columns={columns}
        columnSets="progress"
        cellwise
        {...list.table}
        onOpen={({ participantId }, column) => look({ openId: participantId, courseId: courseOfColumn(column) })}
        empty={
          answer &&
          (tagId === null ? (
            <NobodyToFollow answer={answer} show={show} search={search} onClear={() => look({ search: '' })} />
          ) : (
            <NobodyTagged list="progress" />
          ))
        }
      />
      <SelectedRows label="Selected people" list={list}>
        <TagButton people={list.held} />
        <Button onClick={assign} disabledBecause={next ? null : 'They miss no course.'}>
          Assign a make-up…
        </Button>
      </SelectedRows>
      {assigning && answer && (
        <AssignDialog
          cohortId={cohortId}
          assigning={assigning}
          courses={answer.courses.filter(({ required }) => required)}
          onClose={(did) => {
            setAssigning(null);
            if (did) list.clear();
          }}
        />
      )}
    </Screen>
  );
}

const idOf = ({ participantId }: ProgressRow): string => participantId;
