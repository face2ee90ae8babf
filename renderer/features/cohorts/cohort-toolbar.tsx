import type { Cohort } from '../../../shared/model/cohorts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { CohortRow } from '../../../shared/views/cohorts.ts';
import { Button } from '../../kit/button.tsx';
import { printPaper } from '../../kit/print.ts';
import { Status } from '../../kit/status.tsx';
import { Back, Search, Toolbar } from '../../kit/toolbar.tsx';
import { CalendarButton } from '../calendars/button.tsx';
import { NotesButton } from '../notes/button.tsx';
import { PrintMenu } from '../papers/print-menu.tsx';
import { askPlaces, placeActs } from '../participant-changes/store.ts';
import { TagFilter } from '../tags/filter.tsx';
import { RosterExport } from './roster-export.tsx';
import { CohortSides } from './sides.tsx';
import { useCohorts } from './store.ts';

/** The head of a cohort: where to go from it, and what can be done on the side that shows. */
export function CohortToolbar({
  cohortId,
  cohort,
  counts,
  found,
  laying,
  roster,
  go,
  onChange,
  onPlan,
}: {
  readonly cohortId: CohortId;
  readonly cohort: Cohort | undefined;
  readonly counts: CohortRow | undefined;
  /** How many participants the search leaves. */
  readonly found: number;
  /** Whether a session is being placed on the year. */
  readonly laying: boolean;
  /** The roster as it is on the screen. */
  readonly roster: Parameters<typeof RosterExport>[0]['shown'];
  readonly go: (path: string) => void;
  readonly onChange: () => void;
  readonly onPlan: () => void;
}) {
  const { side, search, look } = useCohorts();
  const isPeople = side === 'participants';
  return (
    <Toolbar
      title={cohort?.name ?? 'Cohort'}
      sub={
        cohort && (
          <>
            <Status of={cohort.status} />
            {counts && (
              <span>
                {counts.participants} of {cohort.seats} seats taken
              </span>
            )}
          </>
        )
      }
      actions={
        <>
          <Back to="All cohorts" onClick={() => go('/cohorts')} />
          <PrintMenu
            here={{ whose: { of: 'cohort', cohortId }, sessionIds: [], cohortIds: [cohortId] }}
            list={{
              label: 'Roster…',
              run: () => void printPaper('cohorts.exportRoster', { cohortId, ...roster() }),
            }}
          />
          <NotesButton about={{ cohortId }} title={`Notes on ${cohort?.name ?? 'the cohort'}`} />
          <Button keys="F" onClick={() => go(`/fees/${cohortId}`)}>
            Fees
          </Button>
          <Button keys="E" onClick={onChange}>
            Change
          </Button>
          {isPeople && (
            <Button keys={placeActs.add.keys} onClick={() => askPlaces('add')}>
              Add…
            </Button>
          )}
          {isPeople ? (
            <RosterExport cohortId={cohortId} shown={roster} />
          ) : (
            !laying && (
              <>
                <CalendarButton cohortId={cohortId} />
                <Button kind="primary" keys="P" onClick={onPlan}>
                  Add session
                </Button>
              </>
            )
          )}
        </>
      }
    >
      {isPeople && (
        <Search label="Search participants" value={search} found={found} onChange={(text) => look({ search: text })} />
      )}
      {isPeople && <TagFilter list="cohorts" />}
      <CohortSides cohortId={cohortId} side={side} counts={counts} />
    </Toolbar>
  );
}
