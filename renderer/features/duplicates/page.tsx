import { countOf, sayCount } from '../../../shared/model/counts.ts';
import './duplicates.css';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { DuplicatesAnswer as Answer, DuplicatePair } from '../../../shared/views/duplicates.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Chips, Search, Toolbar } from '../../kit/toolbar.tsx';
import { Comparison } from './comparison.tsx';
import { DismissedPairs } from './dismissed.tsx';
import { currentPair, placeOfPair, sayPairNames, sayPlaces } from './pairs.ts';
import { useDuplicates } from './store.ts';

const columns: readonly Column<DuplicatePair>[] = [
  { key: 'names', title: 'Possible duplicates', least: 138, always: true, sortable: false, text: sayPairNames },
  { key: 'places', title: 'School system', least: 104, mute: true, hidden: true, sortable: false, text: sayPlaces },
  { key: 'score', title: 'Score', width: 70, align: 'end', sortable: false, text: ({ score }) => String(score) },
];

/** People who may be one, and two of them side by side; and the pairs that were marked as two people. */
export function DuplicatesPage() {
  // Another key asks again from the start, as after a search that was canceled.
  const [turn, setTurn] = useState(0);
  return <Duplicates key={turn} onAgain={() => setTurn(turn + 1)} />;
}

function Duplicates({ onAgain }: { readonly onAgain: () => void }) {
  const { show, search, look } = useDuplicates();
  const rows = useSlices('duplicates.list', (slice) => ({ search: show === 'open' ? search : '', ...slice }));
  const { answer, problem } = rows;
  useCommands(
    problem && show === 'open' ? [{ id: 'duplicates.again', label: 'Search again', keys: 'R', run: onAgain }] : [],
  );
  return (
    <Screen
      toolbar={
        <Toolbar title="Duplicates" sub={answer && answer.people > 1 && saySub(answer)}>
          <Search
            label="Search names"
            value={search}
            found={rows.total}
            onChange={(text) => look({ search: text, openKey: null, openAt: 0 })}
          />
          <Chips
            label="Show"
            value={show}
            options={[
              {
                key: 'open',
                label: 'Possible duplicates',
                count: show === 'open' && search !== '' ? undefined : answer?.total,
              },
              { key: 'dismissed', label: 'Marked as two people', count: answer?.dismissed },
            ]}
            onChange={(next) => look({ show: next, search: '', openKey: null, openAt: 0 })}
          />
        </Toolbar>
      }
    >
      {show === 'dismissed' ? (
        <DismissedPairs />
      ) : problem ? (
        <div className="duplicates-stopped">
          <ProblemNote problem={problem} />
          <Button kind="primary" keys="R" onClick={onAgain}>
            Search again
          </Button>
        </div>
      ) : answer && answer.total === 0 ? (
        <NoOne answer={answer} search={search} onClear={() => look({ search: '' })} />
      ) : (
        <Pairs rows={rows} />
      )}
    </Screen>
  );
}

type Rows = ReturnType<typeof useSlices<'duplicates.list'>>;

/** The pairs who may be one, and the one that is compared. */
function Pairs({ rows }: { readonly rows: Rows }) {
  const { openKey, openAt, look } = useDuplicates();
  const current = currentPair(rows, openKey, openAt);
  return (
    <div className="duplicates">
      <div className="duplicates-list">
        <DataTable
          name="duplicates"
          label="Possible duplicates"
          columns={columns}
          rows={rows}
          idOf={({ key }) => key}
          openId={current?.pair.key ?? null}
          onOpen={(pair) => look({ openKey: pair.key, openAt: placeOfPair(rows, pair) })}
        />
        {rows.answer?.notes.map((note) => (
          <p key={note} className="mute duplicates-note">
            {note}
          </p>
        ))}
      </div>
      {current && (
        <Comparison
          key={current.pair.key}
          pair={current.pair}
          onDecided={() => look({ openKey: null, openAt: current.at })}
        />
      )}
    </div>
  );
}

function saySub({ total, people, dismissed }: Answer): string {
  const found = `${countOf(total, 'pair', 'pairs')} among ${countOf(people, 'person', 'people')}`;
  return dismissed === 0 ? found : `${found}, ${countOf(dismissed, 'pair', 'pairs')} marked as two people`;
}

function NoOne({
  answer,
  search,
  onClear,
}: {
  readonly answer: Answer;
  readonly search: string;
  readonly onClear: () => void;
}) {
  const [, go] = useLocation();
  if (answer.people < 2) {
    return (
      <Empty
        icon={<UsersRound />}
        title={answer.people === 0 ? 'There is no one to compare yet' : 'There is only one person yet'}
        actions={
          <Button kind="primary" onClick={() => go('/import')}>
            Import…
          </Button>
        }
      >
        Applications and graduate lists bring people in, sometimes twice. Everyone is compared by name (with short forms
        such as Bob for Robert), e-mail address, phone and school system. Pairs that look alike are listed here side by
        side, to merge or keep apart.
      </Empty>
    );
  }
  if (search !== '') {
    return (
      <Empty title={`No pair matches “${search}”`} actions={<Button onClick={onClear}>Clear the search</Button>}>
        Searches names, school systems and e-mail addresses.
      </Empty>
    );
  }
  return (
    <Empty icon={<UsersRound />} title="No duplicates found">
      {sayCount(answer.people)} people were compared by name (with short forms such as Bob for Robert), e-mail address,
      phone and school system. Pairs that look alike are listed here side by side: merge the two records, or mark them
      as two people. Merging keeps every application, course and certificate, and can be undone.
    </Empty>
  );
}
