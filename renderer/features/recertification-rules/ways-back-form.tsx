import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { Credit } from '../../../shared/model/recertification/amounts.ts';
import type { WayBack } from '../../../shared/model/recertification/life.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { CreditField, LimitField, OptionalSpanField } from './amount-fields.tsx';
import { useRulesForm } from './form-context.ts';
import { Ruled } from './form-part.tsx';
import { RequirementTree } from './requirement-tree-field.tsx';

/** The ways back after a lapse, the shortest time away first. */
export function WaysBack() {
  const { rules, base, change, newClause } = useRulesForm();
  const { waysBack, reinstatementClause } = rules.life;
  const put = (next: (ways: readonly WayBack[]) => WayBack[]) =>
    change((now) => ({ life: { ...now.life, waysBack: next(now.life.waysBack) } }));
  const add = () => {
    const clause = newClause('A way back', 'The page doesn’t say how to come back. The leads decided it.');
    put((ways) => [...ways, { awayUpTo: null, perYear: null, requirement: null, lookBack: null, clause }]);
  };
  return (
    <Ruled
      clauses={[reinstatementClause, ...waysBack.map(({ clause }) => clause)]}
      of={[waysBack, base?.life.waysBack]}
    >
      <fieldset className="settings-choice">
        <legend>Ways back after a lapse</legend>
        {waysBack.length === 0 && <p className="mute">None: a lead decides each time.</p>}
        {waysBack.map((way, at) => (
          // A way has no name of its own: its place in the list is what it is known by.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <WayFields key={at} way={way} at={at} put={put} />
        ))}
        <Button
          icon={<Plus aria-hidden="true" />}
          disabledBecause={waysBack.length >= 10 ? 'There are ten ways already.' : null}
          onClick={add}
        >
          Add a way back
        </Button>
      </fieldset>
    </Ruled>
  );
}

type Put = (next: (ways: readonly WayBack[]) => WayBack[]) => void;

function WayFields({ way, at, put }: { readonly way: WayBack; readonly at: number; readonly put: Put }) {
  const { rules, problemAt } = useRulesForm();
  const called = `way ${at + 1}`;
  const set = (part: Partial<WayBack>) =>
    put((ways) => ways.map((each, place) => (place === at ? { ...each, ...part } : each)));
  const swap = (by: 1 | -1) =>
    put((ways) => {
      const next = [...ways];
      const [one, other] = [next[at], next[at + by]];
      if (one && other) [next[at], next[at + by]] = [other, one];
      return next;
    });
  const { perYear, requirement } = way;
  return (
    <fieldset className="card rules-category">
      <legend>Way {at + 1}</legend>
      <div className="rules-moves">
        <Button
          kind="quiet"
          className="icon-only"
          aria-label={`Move ${called} up`}
          disabledBecause={at === 0 ? 'It is first already.' : null}
          icon={<ArrowUp aria-hidden="true" />}
          onClick={() => swap(-1)}
        />
        <Button
          kind="quiet"
          className="icon-only"
          aria-label={`Move ${called} down`}
          disabledBecause={at === rules.life.waysBack.length - 1 ? 'It is last already.' : null}
          icon={<ArrowDown aria-hidden="true" />}
          onClick={() => swap(1)}
        />
        <Button
          kind="quiet"
          className="icon-only"
          aria-label={`Remove ${called}`}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => put((ways) => ways.filter((_, place) => place !== at))}
        />
      </div>
      <div className="settings-fields">
        <OptionalSpanField
          label={`After no more time away than (${called})`}
          none="any time"
          usual="years"
          problem={problemAt(`life.waysBack.${at}`)}
          value={way.awayUpTo}
          onChange={(awayUpTo) => set({ awayUpTo })}
        />
        <OptionalSpanField
          label={`Only what was earned in the last (${called})`}
          none="since leaving"
          usual="years"
          value={way.lookBack}
          onChange={(lookBack) => set({ lookBack })}
        />
      </div>
      <Checkbox
        label={`Asks for ${rules.unit.many} for each year away (${called})`}
        checked={perYear !== null}
        onChange={(asks) => set({ perYear: asks ? { credit: Credit.parse(1_000), most: null, shares: [] } : null })}
      />
      {perYear !== null && <PerYearFields perYear={perYear} called={called} clause={way.clause} set={set} />}
      <Checkbox
        label={`Asks for something besides (${called})`}
        checked={requirement !== null}
        onChange={(asks) =>
          set({
            requirement: asks
              ? { kind: 'credit', of: { kind: 'total' }, least: Credit.parse(1_000), per: 'cycle', clause: way.clause }
              : null,
          })
        }
      />
      {requirement !== null && (
        <RequirementTree
          label={`What ${called} asks for besides`}
          at={`life.waysBack.${at}.requirement`}
          tree={requirement}
          onChange={(next) => set({ requirement: next })}
        />
      )}
    </fieldset>
  );
}

function PerYearFields({
  perYear,
  called,
  clause,
  set,
}: {
  readonly perYear: NonNullable<WayBack['perYear']>;
  readonly called: string;
  readonly clause: string;
  readonly set: (part: Partial<WayBack>) => void;
}) {
  const { rules } = useRulesForm();
  const { shares } = perYear;
  const [first] = rules.categories;
  const setShares = (next: typeof shares) => set({ perYear: { ...perYear, shares: next } });
  return (
    <>
      <div className="settings-fields">
        <CreditField
          label={`For each year away (${called})`}
          value={perYear.credit}
          onChange={(credit) => set({ perYear: { ...perYear, credit } })}
        />
        <LimitField
          label={`And no more in all than (${called})`}
          value={perYear.most}
          onChange={(most) => set({ perYear: { ...perYear, most } })}
        />
      </div>
      {shares.map((share, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a share has no name of its own
        <div key={place} className="settings-line">
          <NumberField
            bare
            min={1}
            max={100}
            label={`Share ${place + 1} (${called})`}
            unit="percent in"
            value={share.percent}
            onChange={(percent) =>
              percent !== null && setShares(shares.map((each, at) => (at === place ? { ...each, percent } : each)))
            }
          />
          <SelectField
            bare
            label={`Kind of share ${place + 1} (${called})`}
            value={share.category}
            options={rules.categories.map(({ key, title }) => ({ key, label: title }))}
            onChange={(category) => setShares(shares.map((each, at) => (at === place ? { ...each, category } : each)))}
          />
          <Button
            kind="quiet"
            className="icon-only"
            aria-label={`Remove share ${place + 1} (${called})`}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => setShares(shares.filter((_, at) => at !== place))}
          />
        </div>
      ))}
      <Button
        kind="quiet"
        icon={<Plus aria-hidden="true" />}
        disabledBecause={first === undefined ? 'There are no kinds of credit.' : null}
        onClick={() => first && setShares([...shares, { category: first.key, percent: 20, clause }])}
      >
        Ask for a share in a kind ({called})
      </Button>
    </>
  );
}
