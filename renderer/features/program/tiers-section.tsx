import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import type { Policy, Tier, TierPath } from '../../../shared/model/program.ts';
import { Button } from '../../kit/button.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { options, sayPost, sayWithinTier } from '../policy-words/policy-words.ts';
import { ClauseNote } from './clause.tsx';
import { Governed, Section } from './section.tsx';
import { addClause, useDraft } from './store.ts';

const setTiers = (change: (tiers: readonly Tier[]) => Tier[]) =>
  useDraft.getState().edit(({ admission }) => ({
    // A rank is a place in the order, and nothing else.
    admission: { ...admission, tiers: change(admission.tiers).map((tier, at) => ({ ...tier, rank: at + 1 })) },
  }));

const setTier = (rank: number, change: (tier: Tier) => Partial<Tier>) =>
  setTiers((tiers) => tiers.map((tier) => (tier.rank === rank ? { ...tier, ...change(tier) } : tier)));

function addPath(policy: Policy, rank: number) {
  const clause = addClause('A way into a tier', 'The page doesn’t list this way into the order. The leads decided it.');
  const path: TierPath = {
    membership: policy.memberships[0]?.id ?? '',
    highestPost: 'either',
    minimumYears: 3,
    clause,
  };
  setTier(rank, ({ paths }) => ({ paths: [...paths, path] }));
}

function addTier(policy: Policy) {
  const clause = addClause('Another tier', 'The page does not name this tier. The leads decided it.');
  const path: TierPath = {
    membership: policy.memberships[0]?.id ?? '',
    highestPost: 'either',
    minimumYears: 3,
    clause,
  };
  setTiers((tiers) => [...tiers, { rank: tiers.length + 1, name: 'Another tier', paths: [path] }]);
}

const swap = (rank: number, by: 1 | -1) =>
  setTiers((tiers) => {
    const next = [...tiers];
    const [one, other] = [next[rank - 1], next[rank - 1 + by]];
    if (one && other) [next[rank - 1], next[rank - 1 + by]] = [other, one];
    return next;
  });

/** Who goes first: the tiers in their order, and the ways into each. */
export function TiersSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { admission } = policy;
  return (
    <Section
      id="order"
      title="Order of acceptance"
      about="Everyone in tier 1 goes before everyone in tier 2. One way is enough; a person is in the first tier that fits."
    >
      {admission.tiers.map((tier) => (
        <TierCard key={tier.rank} policy={policy} tier={tier} last={tier.rank === admission.tiers.length} />
      ))}
      <div className="row">
        <Button icon={<Plus aria-hidden="true" />} onClick={() => addTier(policy)}>
          Add a tier
        </Button>
      </div>
      <Governed clauses={[admission.withinTierClause]} changed={admission.withinTier !== base.admission.withinTier}>
        <SelectField
          label="Within a tier, who goes first"
          value={admission.withinTier}
          options={options(sayWithinTier)}
          onChange={(withinTier) => edit((now) => ({ admission: { ...now.admission, withinTier } }))}
        />
      </Governed>
    </Section>
  );
}

function TierCard({ policy, tier, last }: { readonly policy: Policy; readonly tier: Tier; readonly last: boolean }) {
  const { rank, name, paths } = tier;
  return (
    <fieldset className="card tier">
      <legend className="unseen">Tier {rank}</legend>
      <div className="tier-head">
        <span className="tier-rank" aria-hidden="true">
          {rank}
        </span>
        <TextField
          bare
          required
          label={`Name of tier ${rank}`}
          value={name}
          onChange={(text) => setTier(rank, () => ({ name: text }))}
        />
        <Button
          kind="quiet"
          className="icon-only"
          aria-label={`Move tier ${rank} up`}
          disabledBecause={rank === 1 ? 'It goes first already.' : null}
          onClick={() => swap(rank, -1)}
          icon={<ArrowUp aria-hidden="true" />}
        />
        <Button
          kind="quiet"
          className="icon-only"
          aria-label={`Move tier ${rank} down`}
          disabledBecause={last ? 'It goes last already.' : null}
          onClick={() => swap(rank, 1)}
          icon={<ArrowDown aria-hidden="true" />}
        />
        <Button
          kind="quiet"
          className="icon-only"
          aria-label={`Remove tier ${rank}`}
          disabledBecause={policy.admission.tiers.length === 1 ? 'A program has at least one tier.' : null}
          onClick={() => setTiers((tiers) => tiers.filter((each) => each.rank !== rank))}
          icon={<Trash2 aria-hidden="true" />}
        />
      </div>
      {paths.map((path, at) => (
        // A way has no name of its own: its place in the tier is what it is known by.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <PathRow key={at} policy={policy} tier={tier} path={path} at={at} />
      ))}
      <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => addPath(policy, rank)}>
        Add a way into tier {rank}
      </Button>
    </fieldset>
  );
}

function PathRow({
  policy,
  tier: { rank, paths },
  path,
  at,
}: {
  readonly policy: Policy;
  readonly tier: Tier;
  readonly path: TierPath;
  readonly at: number;
}) {
  const which = `of way ${at + 1} into tier ${rank}`;
  const set = (part: Partial<TierPath>) =>
    setTier(rank, (tier) => ({ paths: tier.paths.map((each, place) => (place === at ? { ...each, ...part } : each)) }));
  return (
    <div className="tier-path">
      <div className="tier-path-fields">
        <SelectField
          bare
          label={`Membership ${which}`}
          value={path.membership}
          options={policy.memberships.map(({ id, name }) => ({ key: id, label: name }))}
          onChange={(membership) => set({ membership })}
        />
        <SelectField
          bare
          label={`Position ${which}`}
          value={path.highestPost}
          options={options(sayPost)}
          onChange={(highestPost) => set({ highestPost })}
        />
        <NumberField
          bare
          optional
          fractions
          max={60}
          label={`Years in education ${which}`}
          placeholder="any"
          unit={path.minimumYears === null ? 'number of years' : 'years or more'}
          value={path.minimumYears}
          onChange={(minimumYears) => set({ minimumYears })}
        />
        <Button
          kind="quiet"
          className="icon-only"
          aria-label={`Remove way ${at + 1} into tier ${rank}`}
          disabledBecause={paths.length === 1 ? 'A tier has at least one way into it.' : null}
          onClick={() => setTier(rank, (tier) => ({ paths: tier.paths.filter((_, place) => place !== at) }))}
          icon={<Trash2 aria-hidden="true" />}
        />
      </div>
      <ClauseNote id={path.clause} />
    </div>
  );
}
