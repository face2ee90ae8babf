import { useState } from 'react';
import { type MergedField, mergedFields, sayMatchBand, sayMergedField } from '../../../shared/model/duplicates.ts';
import type { DuplicateComparison, DuplicatePair, MergeSide } from '../../../shared/views/duplicates.ts';
import { Breaking } from '../../kit/breaking.tsx';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { useCommands } from '../../kit/commands.ts';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { Why } from '../../kit/why.tsx';
import { Head } from './head.tsx';

type Taken = Readonly<Partial<Record<MergedField, MergeSide>>>;

/** Two people side by side: which fact is kept of which, why they may be one, and what a merge does. */
export function Comparison({ pair, onDecided }: { readonly pair: DuplicatePair; readonly onDecided: () => void }) {
  const [taken, setTaken] = useState<Taken>({});
  const [busy, setBusy] = useState(false);
  const { value } = useCall('duplicates.compare', { personIds: [pair.a.personId, pair.b.personId] });

  const decide = async (run: () => Promise<{ readonly ok: boolean }>) => {
    if (busy) return;
    setBusy(true);
    const result = await run();
    setBusy(false);
    if (result.ok) onDecided();
  };
  const merge = () => {
    if (!value || value.problem) return;
    const [kept, gone] = value.keep === 'a' ? [value.a, value.b] : [value.b, value.a];
    const take = mergedFields.filter((field) => sideOf(field, taken, value) !== value.keep);
    void decide(() => perform('duplicates.merge', { keptId: kept.personId, goneId: gone.personId, take: [...take] }));
  };
  const dismiss = () =>
    void decide(() => perform('duplicates.dismiss', { personIds: [pair.a.personId, pair.b.personId] }));
  useCommands([
    { id: 'duplicates.merge', label: 'Merge these two', keys: 'M', run: merge },
    { id: 'duplicates.dismiss', label: 'Not the same person', keys: 'N', run: dismiss },
  ]);

  const names = pair.a.name === pair.b.name ? pair.a.name : `${pair.a.name} and ${pair.b.name}`;
  return (
    <section className="duplicates-pair" aria-label={`Comparison of ${names}`}>
      <div className="duplicates-scroll">
        <div className="duplicates-score">
          <h2>{sayMatchBand[pair.band]}</h2>
          <span className="mute number">{pair.score} of 100</span>
        </div>
        {value && (
          <Choice value={value} taken={taken} onTake={(field, side) => setTaken({ ...taken, [field]: side })} />
        )}
        <div className="duplicates-cards">
          <Card title="Why">
            <Why reasons={pair.reasons} />
          </Card>
          {value && !value.problem && (
            <Card title="What a merge does">
              <ul className="duplicates-lines">
                {value.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        {value?.problem && <ProblemNote problem={value.problem} />}
      </div>
      <footer className="row duplicates-actions">
        <Button
          kind="primary"
          keys="M"
          disabledBecause={value?.problem ? 'Papers were issued for both; see above.' : null}
          onClick={merge}
        >
          Merge
        </Button>
        <Button keys="N" onClick={dismiss}>
          Not the same person
        </Button>
      </footer>
    </section>
  );
}

const sideOf = (field: MergedField, taken: Taken, { take }: DuplicateComparison): MergeSide =>
  taken[field] ?? take[field];

/** Every fact of both, one of each to keep. */
function Choice({
  value,
  taken,
  onTake,
}: {
  readonly value: DuplicateComparison;
  readonly taken: Taken;
  readonly onTake: (field: MergedField, side: MergeSide) => void;
}) {
  return (
    <div className="duplicates-choice">
      <div className="duplicates-heads">
        <span />
        <Head side={value.a} />
        <Head side={value.b} />
      </div>
      {value.fields.map(({ field, a, b }) => (
        <div key={field} className="duplicates-field" role="radiogroup" aria-label={sayMergedField[field]}>
          <span className="mute">{sayMergedField[field]}</span>
          {a === b ? (
            <span className="duplicates-same">{a ? <Breaking text={a} /> : '–'}</span>
          ) : (
            (['a', 'b'] as const).map((side) => (
              <label key={side} className="duplicates-option">
                <input
                  type="radio"
                  name={`take ${field}`}
                  checked={sideOf(field, taken, value) === side}
                  onChange={() => onTake(field, side)}
                />
                <Known fact={side === 'a' ? a : b} />
              </label>
            ))
          )}
        </div>
      ))}
    </div>
  );
}

const Known = ({ fact }: { readonly fact: string }) => (
  <span>{fact ? <Breaking text={fact} /> : <span className="mute">not known</span>}</span>
);
