import { sayCount } from '../../../shared/model/counts.ts';
import './recertification.css';

import { useState } from 'react';
import { useLocation } from 'wouter';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { SheetFormat } from '../../../shared/views/page.ts';
import {
  type RecertificationAnswer,
  type RecertificationRow,
  recertificationColumns,
  recertificationShows,
  sayRecertificationShow,
} from '../../../shared/views/recertification.ts';
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
import { useToday } from '../../kit/status-store.ts';
import { Chips, chipsOf, Search, Toolbar } from '../../kit/toolbar.tsx';
import { NobodyTagged, TagFilter, useTagFilter } from '../tags/filter.tsx';
import { TagButton } from '../tags/tag-button.tsx';
import { AsOf } from './as-of.tsx';
import { columnsOfRecertifications } from './columns.tsx';
import { DueDialog } from './due-dialog.tsx';
import { NobodyDue } from './empty.tsx';
import { RecertificationInspector } from './inspector.tsx';
import { isAwaited, ReceiveRecertificationDialog } from './receive-dialog.tsx';
import { Rooms } from './rooms.tsx';
import { useAsOfDay, useRecertification } from './store.ts';
import { CohortTiles } from './tiles.tsx';

/** Who is due, received or overdue on a day, cohort by cohort. */
export function RecertificationPage({ cohortId }: { readonly cohortId: CohortId | null }) {
  const graduates = useRecertification();
  const { show, search, sort, look } = graduates;
  const { on, knownOn, showAsOf, showAsKnown } = useAsOfDay();
  const [, go] = useLocation();
  const today = useToday();
  const closeInspector = useAskedList(recertificationShows, look, 'everyone');
  const [dialog, setDialog] = useState<'due' | readonly RecertificationRow[] | null>(null);
  const tagId = useTagFilter('recertification');
  const rows = useSlices('recertification.list', (slice) => ({
    on,
    knownOn,
    show,
    cohortId,
    search,
    sort,
    tagId,
    ...slice,
  }));
  const { answer } = rows;
  const list = useListing(rows, idOf, graduates);
  const { acting } = list;
  const awaited = acting.filter(isAwaited).length;
  const receive = () => {
    if (awaited > 0) setDialog(acting);
  };
  const onDay = (day: CivilDate | null) => {
    showAsOf(day);
    list.clear();
  };
  const onKnown = (day: CivilDate | null) => {
    showAsKnown(day);
    list.clear();
  };
  const onTheScreen = (format: SheetFormat) => ({
    on,
    knownOn,
    show,
    cohortId,
    search,
    sort,
    tagId,
    columns: knownColumns('recertification', columnsOfRecertifications, recertificationColumns),
    format,
  });
  useCommands([
    { id: 'recertification.receive', label: 'Record documents received', keys: 'R', run: receive },
    { id: 'recertification.set-due', label: 'Set the due date of a cohort', run: () => setDialog('due') },
  ]);
  const close = (did: boolean) => {
    setDialog(null);
    if (did) list.clear();
  };
  const opensAs = ParticipantId.safeParse(list.inspected.openId).data;

  return (
    <Screen
      toolbar={
        <Toolbar
          title="Re-certification"
          sub={<AsOf on={on} knownOn={knownOn} today={today} onChange={onDay} onKnown={onKnown} />}
          actions={
            <>
              <ExportList call="recertification.export" onTheScreen={onTheScreen} count={rows.total} />
              <Rooms />
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
                {awaited > 1 ? `Mark ${sayCount(awaited)} received…` : 'Mark received…'}
              </Button>
            </>
          }
          summary={
            answer &&
            answer.cohorts.length > 0 && (
              <CohortTiles
                cohorts={answer.cohorts}
                chosen={cohortId}
                onChoose={(id) => go(id === null ? '/recertification' : `/recertification/${id}`)}
              />
            )
          }
        >
          <Search
            label="Search graduates"
            value={search}
            found={rows.total}
            onChange={(text) => look({ search: text })}
          />
          <Chips
            label="Show"
            value={show}
            options={chipsOf(recertificationShows, sayRecertificationShow, answer?.counts)}
            onChange={(next) => look({ show: next })}
          />
          <TagFilter list="recertification" />
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
            <RecertificationInspector
              key={opensAs}
              participantId={opensAs}
              on={on}
              knownOn={knownOn}
              onReceive={(row) => setDialog([row])}
              onSetDue={() => setDialog('due')}
              onClose={closeInspector}
            />
          )
        )
      }
    >
      <DataTable
        name="recertification"
        label="Graduates and their documents"
        columns={columnsOfRecertifications}
        {...list.table}
        empty={
          answer &&
          (tagId === null ? (
            <NobodyDue answer={answer} show={show} search={search} onClear={() => look({ search: '' })} />
          ) : (
            <NobodyTagged list="recertification" />
          ))
        }
      />
      <SelectedRows label="Selected graduates" list={list} note={`${sayCount(awaited)} owe documents`}>
        <TagButton people={list.held} />
      </SelectedRows>
      <OpenDialog dialog={dialog} cohorts={answer?.cohorts} cohortId={cohortId} onClose={close} />
    </Screen>
  );
}

/** What the page asks in front of its list: a cohort’s due date, or whose documents came in. */
function OpenDialog({
  dialog,
  cohorts,
  cohortId,
  onClose,
}: {
  readonly dialog: 'due' | readonly RecertificationRow[] | null;
  readonly cohorts: RecertificationAnswer['cohorts'] | undefined;
  readonly cohortId: CohortId | null;
  readonly onClose: (did: boolean) => void;
}) {
  if (dialog === null) return null;
  if (dialog !== 'due') return <ReceiveRecertificationDialog rows={dialog} onClose={onClose} />;
  return cohorts ? <DueDialog cohorts={cohorts} first={cohortId} onClose={() => onClose(false)} /> : null;
}

const idOf = ({ participantId }: RecertificationRow): string => participantId;
