import type { Policy } from '../../../shared/model/program.ts';
import { Button } from '../../kit/button.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { options, sayLate, sayWithinTier } from '../policy-words/policy-words.ts';
import { laterDraftOf, policyDraftOf, useWhatIf, yearsOf } from './draft.ts';

/** What can be tried: seats, years by tier, late applications, the cap, and who goes first within a tier. */
export function WhatIfLevers({ policy, seats }: { readonly policy: Policy; readonly seats: number }) {
  const draft = useWhatIf();
  const { admission } = policy;
  const changed =
    draft.fromScratch ||
    draft.tried.length > 0 ||
    policyDraftOf(policy, draft) !== null ||
    laterDraftOf(policy, draft) !== null ||
    (draft.seats !== undefined && draft.seats !== seats);
  return (
    <fieldset className="what-if-levers">
      <legend className="unseen">What to try</legend>
      <NumberField
        label="Seats"
        min={1}
        max={100_000}
        value={draft.seats ?? seats}
        onChange={(value) => value !== null && draft.set({ seats: value })}
      />
      {admission.tiers.map((tier) => {
        const years = yearsOf(tier);
        return (
          years !== null && (
            <NumberField
              key={tier.rank}
              label={`Years in tier ${tier.rank}`}
              fractions
              max={60}
              value={draft.years[tier.rank] ?? years}
              onChange={(value) => value !== null && draft.set({ years: { ...draft.years, [tier.rank]: value } })}
            />
          )
        );
      })}
      <NumberField
        label="Most from one school system"
        optional
        min={1}
        max={100_000}
        placeholder="no limit"
        value={draft.cap === undefined ? admission.perOrganizationCap : draft.cap}
        onChange={(cap) => draft.set({ cap })}
      />
      <SelectField
        label="A late application"
        value={draft.late ?? admission.late}
        options={options(sayLate)}
        onChange={(late) => draft.set({ late })}
      />
      <SelectField
        label="Within a tier, who goes first"
        value={draft.withinTier ?? admission.withinTier}
        options={options(sayWithinTier)}
        onChange={(withinTier) => draft.set({ withinTier })}
      />
      <Checkbox
        label="As if no one were accepted yet"
        checked={draft.fromScratch}
        onChange={(fromScratch) => draft.set({ fromScratch })}
      />
      <Button disabledBecause={changed ? null : 'Nothing is changed yet.'} onClick={draft.clear}>
        As it is now
      </Button>
    </fieldset>
  );
}
