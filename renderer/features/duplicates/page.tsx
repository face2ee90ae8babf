import './duplicates.css';
import { UsersRound } from 'lucide-react';
import type { DuplicatesPage as Answer, DuplicatePair } from '../../../shared/views/duplicates.ts';
import { Button } from '../../components/button.tsx';
import type { Column } from '../../components/data-table/column.ts';
import { DataTable } from '../../components/data-table/data-table.tsx';
import { Empty } from '../../components/empty.tsx';
import { ProblemNote } from '../../components/problem.tsx';
import { Screen } from '../../components/screen.tsx';
import { Search, Toolbar } from '../../components/toolbar.tsx';
import { type Slices, useSlices } from '../../slices.ts';
import { Comparison } from './comparison.tsx';
import { useDuplicates } from './store.ts';

const sayNames = ({ a, b }: DuplicatePair): string => (a.name === b.name ? a.name : `${a.name} · ${b.name}`);
const sayPlaces = ({ a, b }: DuplicatePair): string =>
  [...new Set([a.organization, b.organization])].filter(Boolean).join(' · ');

const columns: readonly Column<DuplicatePair>[] = [
  { key: 'names', title: 'Who may be one', least: 190, always: true, sortable: false, text: sayNames },
  { key: 'score', title: 'Score', width: 92, align: 'end', sortable: false, text: ({ score }) => String(score) },
  { key: 'places', title: 'School system', width: 180, mute: true, sortable: false, hidden: true, text: sayPlaces },
];

/** People who may be one, and two of them side by side. */
export function DuplicatesPage() {
  const { search, openKey, openAt, look } = useDuplicates();
  const rows = useSlices('duplicates.list', (slice) => ({ search, ...slice }), [
    'person',
    'organization',
    'notSamePerson',
  ]);
  const current = currentPair(rows, openKey, openAt);
  const { answer } = rows;
  return (
    <Screen
      toolbar={
        <Toolbar title="Duplicates" sub={answer && saySub(answer)}>
          <Search
            label="Search names"
            value={search}
            onChange={(text) => look({ search: text, openKey: null, openAt: 0 })}
          />
        </Toolbar>
      }
    >
      {rows.problem ? (
        <ProblemNote problem={rows.problem} />
      ) : answer && answer.total === 0 ? (
        <Nobody answer={answer} search={search} onClear={() => look({ search: '' })} />
      ) : (
        <div className="duplicates">
          <div className="duplicates-list">
            <DataTable
              name="duplicates"
              label="Pairs who may be one person"
              columns={columns}
              rows={rows}
              idOf={({ key }) => key}
              openId={current?.pair.key ?? null}
              onOpen={(pair) => look({ openKey: pair.key, openAt: placeOf(rows, pair) })}
            />
            {answer?.notes.map((note) => (
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
      )}
    </Screen>
  );
}

/** The pair that is looked at; once it is gone, the one that took its place. */
function currentPair(
  rows: Slices<DuplicatePair, Answer>,
  key: string | null,
  at: number,
): { pair: DuplicatePair; at: number } | null {
  const there = rows.rowAt(at);
  if (there && (key === null || there.key === key)) return { pair: there, at };
  for (let index = 0; index < Math.min(rows.total, 200) && key !== null; index += 1) {
    const pair = rows.rowAt(index);
    if (pair?.key === key) return { pair, at: index };
  }
  const next = Math.max(0, Math.min(at, rows.total - 1));
  const pair = rows.rowAt(next);
  return pair ? { pair, at: next } : null;
}

function placeOf(rows: Slices<DuplicatePair, Answer>, pair: DuplicatePair): number {
  for (let index = 0; index < rows.total; index += 1) if (rows.rowAt(index)?.key === pair.key) return index;
  return 0;
}

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en-US')} ${number === 1 ? one : many}`;

function saySub({ total, people, dismissed }: Answer): string {
  const found = `${count(total, 'pair', 'pairs')} among ${count(people, 'person', 'people')}`;
  return dismissed === 0 ? found : `${found}, ${count(dismissed, 'pair', 'pairs')} marked as two people`;
}

function Nobody({
  answer,
  search,
  onClear,
}: {
  readonly answer: Answer;
  readonly search: string;
  readonly onClear: () => void;
}) {
  if (search !== '') {
    return (
      <Empty title={`No pair is found by “${search}”`} actions={<Button onClick={onClear}>Clear the search</Button>}>
        The search looks at names, school systems and e-mail addresses.
      </Empty>
    );
  }
  return (
    <Empty icon={<UsersRound />} title="Nobody seems to be here twice">
      {count(answer.people, 'person was', 'people were')} compared by name, with short forms such as Bob for Robert, by
      e-mail address, phone and school system. Whoever is alike enough stands here side by side: merge the two records
      into one, or say that they are two people. Merging keeps every application, course and certificate, and can be
      undone.
    </Empty>
  );
}
