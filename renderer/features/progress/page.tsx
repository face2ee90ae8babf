import './progress.css';

import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { type CohortId, type CourseId, ParticipantId } from '../../../shared/model/ids.ts';
import {
  type ProgressPage as Answer,
  type ProgressRow,
  progressShows,
  sayProgressShow,
} from '../../../shared/views/progress.ts';
import { Button } from '../../components/button.tsx';
import { CohortSelect } from '../../components/cohort-select.tsx';
import { shownColumns } from '../../components/data-table/choice.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ExportButton } from '../../components/export-button.tsx';
import { heldRows } from '../../components/held-rows.ts';
import { ProblemNote } from '../../components/problem.tsx';
import { Screen } from '../../components/screen.tsx';
import { SelectAll } from '../../components/select-all.tsx';
import { Selected } from '../../components/selected.tsx';
import { Chips, Search, Toolbar } from '../../components/toolbar.tsx';
import { useCommands } from '../../frame/commands.ts';
import { useAsked, useOpened } from '../../frame/opened.ts';
import { useStatus } from '../../frame/status-store.ts';
import { writeFile } from '../../perform.ts';
import { printPaper } from '../../print.ts';
import { useSlices } from '../../slices.ts';
import { CohortSides } from '../cohorts/sides.tsx';
import { AssignDialog, type Assigning } from './assign-dialog.tsx';
import { matrixColumns } from './columns.tsx';
import { NobodyHere } from './empty.tsx';
import { ProgressInspector } from './inspector.tsx';
import { courseOf, exportedColumn, sortAsked, useProgress } from './store.ts';

const table = 'progress';

/** A cohort's participants by courses: who may graduate, who needs which make-up, and who can't finish. */
export function ProgressPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const current = useStatus()?.currentCohort ?? null;
  const cohort = cohortId ?? current?.id ?? null;
  if (cohort === null) {
    return (
      <Screen toolbar={<Toolbar title="Progress" />}>
        <Empty title="No cohort yet">Open a cohort first; its participants and their courses are shown here.</Empty>
      </Screen>
    );
  }
  return <Matrix key={cohort} cohortId={cohort} />;
}

function Matrix({ cohortId }: { readonly cohortId: CohortId }) {
  const { show, search, sort, openId, courseId, selected, look } = useProgress();
  const [assigning, setAssigning] = useState<Assigning | null>(null);
  const [, go] = useLocation();
  const opened = useOpened();
  const asked = useAsked('show');
  useEffect(() => {
    const found = ParticipantId.safeParse(opened);
    if (found.success) look({ openId: found.data, courseId: null });
  }, [opened, look]);
  useEffect(() => {
    const wanted = progressShows.find((each) => each === asked);
    if (wanted) look({ show: wanted, search: '' });
  }, [asked, look]);
  const rows = useSlices(
    'progress.list',
    (slice) => ({ cohortId, show, search, sort: sortAsked(sort), ...slice }),
    'any',
  );
  const { answer } = rows;
  const columns = useMemo(() => matrixColumns(answer?.courses ?? []), [answer?.courses]);
  const held = useMemo(() => heldRows(rows, selected, idOf), [rows, selected]);

  const next = answer && assigningFor(answer, held, openId === null ? null : courseId);
  const assign = () => {
    if (next) setAssigning(next);
  };
  const onTheScreen = () => ({
    show,
    search,
    sort: sortAsked(sort),
    columns: shownColumns(table, columns).flatMap(({ key }) => exportedColumn(key)),
  });
  const toCohort = () => go(`/cohorts/${cohortId}`);
  const toGraduates = () => go(`/graduates/${cohortId}?show=may-graduate`);
  useCommands([
    { id: 'progress.assign', label: 'Assign a make-up', keys: 'M', run: assign },
    { id: 'progress.graduates', label: 'Graduates of this cohort', keys: 'G', run: toGraduates },
    { id: 'progress.cohort', label: 'Back to the cohort', keys: 'Alt+ArrowLeft', run: toCohort },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Progress"
          sub={
            <span className="progress-of">
              <CohortSelect path="/progress" cohortId={cohortId} />
              <CohortSides cohortId={cohortId} side="progress" />
            </span>
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
                disabledBecause={next ? null : 'Nobody waits for a make-up. Select people to assign one all the same.'}
                onClick={assign}
              >
                Assign make-up…
              </Button>
            </>
          }
        >
          <Search label="Search participants" value={search} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={progressShows.map((key) => ({ key, label: sayProgressShow[key], count: answer?.counts[key] }))}
            onChange={(key) => look({ show: key, selected: new Set() })}
          />
        </Toolbar>
      }
      inspector={
        openId && (
          <ProgressInspector
            key={openId}
            participantId={openId}
            courseId={courseId}
            onClose={() => {
              look({ openId: null });
              if (opened) go(`/progress/${cohortId}`, { replace: true });
            }}
          />
        )
      }
    >
      {answer && answer.makeUps.length > 0 && <Waiting answer={answer} onAssign={setAssigning} />}
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : (
        <DataTable
          name={table}
          label={answer ? `Progress of ${answer.cohort.name}` : 'Progress'}
          columns={columns}
          columnSets="progress"
          rows={rows}
          idOf={idOf}
          cellwise
          sort={sort}
          onSort={(by) => look({ sort: by })}
          openId={openId}
          onOpen={({ participantId }, column) => look({ openId: participantId, courseId: courseOf(column) })}
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
      >
        <Button onClick={assign} disabledBecause={next ? null : 'They miss no course.'}>
          Assign a make-up…
        </Button>
      </Selected>
      {assigning && answer && (
        <AssignDialog
          cohortId={cohortId}
          assigning={assigning}
          courses={answer.courses.filter(({ required }) => required)}
          onClose={(did) => {
            setAssigning(null);
            if (did) look({ selected: new Set() });
          }}
        />
      )}
    </Screen>
  );
}

/** The courses that people wait for a make-up of, each with its way to assign it to all of them. */
function Waiting({
  answer: { makeUps, courses },
  onAssign,
}: {
  readonly answer: Answer;
  readonly onAssign: (assigning: Assigning) => void;
}) {
  return (
    <section className="progress-waiting" aria-label="Make-ups to assign">
      <span>Make-ups to assign:</span>
      {makeUps.map(({ courseId, people }) => {
        const title = courses.find(({ id }) => id === courseId)?.title ?? courseId;
        return (
          <Button
            key={courseId}
            className="progress-small"
            onClick={() => onAssign({ participantIds: 'all-who-need', courseId })}
          >
            {title} for {people.toLocaleString('en-US')}
          </Button>
        );
      })}
    </section>
  );
}

/** Whom a make-up would be assigned to now: the selection, else everybody who waits; null: nobody needs any. */
function assigningFor(answer: Answer, held: readonly ProgressRow[], courseId: CourseId | null): Assigning | null {
  if (held.length === 0) {
    const wanted = answer.makeUps.find((each) => each.courseId === courseId) ?? answer.makeUps[0];
    return wanted ? { participantIds: 'all-who-need', courseId: wanted.courseId } : null;
  }
  const open = (wanted: CourseId): number =>
    held.filter((row) => row.courses.some((each) => each.courseId === wanted && each.outlook !== 'completed')).length;
  const waits = (wanted: CourseId): number =>
    held.filter((row) => row.courses.some((each) => each.courseId === wanted && each.outlook === 'make-up')).length;
  const required = answer.courses.filter((each) => each.required).map(({ id }) => id);
  // The course whose cell is open, else the one that most of them wait for, else the first that any of them misses.
  const byNeed = required.toSorted((a, b) => waits(b) - waits(a));
  const found = courseId !== null && open(courseId) > 0 ? courseId : byNeed.find((id) => waits(id) > 0 || open(id) > 0);
  return found ? { participantIds: held.map(({ participantId }) => participantId), courseId: found } : null;
}

const idOf = ({ participantId }: ProgressRow): string => participantId;
