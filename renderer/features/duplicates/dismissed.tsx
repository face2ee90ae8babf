import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { sayMergedField } from '../../../shared/model/duplicates.ts';
import type { DismissedPair } from '../../../shared/views/duplicates.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { useCommands } from '../../kit/commands.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useSlices } from '../../kit/slices.ts';
import { Why } from '../../kit/why.tsx';
import { Head } from './head.tsx';
import { currentPair, placeOfPair, sayPairNames, sayPlaces } from './pairs.ts';
import { useDuplicates } from './store.ts';

const columns: readonly Column<DismissedPair>[] = [
  { key: 'names', title: 'Two people', least: 180, always: true, sortable: false, text: sayPairNames },
  { key: 'places', title: 'School system', least: 140, mute: true, hidden: true, sortable: false, text: sayPlaces },
];

/** Pairs that a lead marked as two people, with a way back for each. */
export function DismissedPairs() {
  const { search, openKey, openAt, look } = useDuplicates();
  const rows = useSlices('duplicates.dismissed', (slice) => ({ search, ...slice }));
  const current = currentPair(rows, openKey, openAt);
  if (rows.problem) return <ProblemNote problem={rows.problem} />;
  if (rows.answer?.total === 0) {
    return search === '' ? (
      <Empty icon={<UsersRound />} title="No pair is marked as two people">
        When two people are suggested as one but are not, choose “Not the same person”. They are then listed here. You
        can undo any of them.
      </Empty>
    ) : (
      <Empty
        title={`No pair matches “${search}”`}
        actions={<Button onClick={() => look({ search: '' })}>Clear the search</Button>}
      >
        Searches names, school systems and e-mail addresses.
      </Empty>
    );
  }
  return (
    <div className="duplicates">
      <div className="duplicates-list">
        <DataTable
          name="duplicates-dismissed"
          label="Pairs marked as two people"
          columns={columns}
          rows={rows}
          idOf={({ key }) => key}
          openId={current?.pair.key ?? null}
          onOpen={(pair) => look({ openKey: pair.key, openAt: placeOfPair(rows, pair) })}
        />
      </div>
      {current && (
        <TwoPeople
          key={current.pair.key}
          pair={current.pair}
          onDecided={() => look({ openKey: null, openAt: current.at })}
        />
      )}
    </div>
  );
}

/** Two people who are not one, side by side, and the way to take that back. */
function TwoPeople({ pair, onDecided }: { readonly pair: DismissedPair; readonly onDecided: () => void }) {
  const [busy, setBusy] = useState(false);
  const personIds: [typeof pair.a.personId, typeof pair.b.personId] = [pair.a.personId, pair.b.personId];
  const { value } = useCall('duplicates.compare', { personIds });
  const takeBack = async () => {
    if (busy) return;
    setBusy(true);
    const result = await perform('duplicates.takeBack', { personIds });
    setBusy(false);
    if (result.ok) onDecided();
  };
  useCommands([
    { id: 'duplicates.take-back', label: 'They may be one after all', keys: 'B', run: () => void takeBack() },
  ]);
  return (
    <section className="duplicates-pair" aria-label={`${sayPairNames(pair)}, marked as two people`}>
      <div className="duplicates-scroll">
        <div className="duplicates-score">
          <h2>Two people</h2>
          {pair.said && <span className="mute">marked {pair.said}</span>}
        </div>
        <div className="duplicates-choice">
          <div className="duplicates-heads">
            <span />
            <Head side={pair.a} />
            <Head side={pair.b} />
          </div>
          {value?.fields.map(({ field, a, b }) => (
            <div key={field} className="duplicates-field">
              <span className="mute">{sayMergedField[field]}</span>
              <span>{a || '–'}</span>
              <span>{b || '–'}</span>
            </div>
          ))}
        </div>
        {value && (
          <Card title="What is alike, and what is not">
            <Why reasons={value.reasons} />
          </Card>
        )}
      </div>
      <footer className="row duplicates-actions">
        <Button kind="primary" keys="B" onClick={() => void takeBack()}>
          Undo
        </Button>
        <span className="mute">They can then be suggested as one again.</span>
      </footer>
    </section>
  );
}
