import {
  matchThresholds,
  sayMatchBand,
  sayWeight,
  sayWeightGroup,
  sayWeightRule,
  weightGroups,
  weightRules,
} from '../../../shared/model/duplicates.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { Section } from './section.tsx';
import { useDraft } from './store.ts';

/** What makes two records look like one person's: points for each observation, which add up to a score of 100 at most. */
export function DuplicatesSection({ policy }: { readonly policy: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { duplicates } = policy;
  const set = (part: Partial<Policy['duplicates']>) => edit((now) => ({ duplicates: { ...now.duplicates, ...part } }));
  return (
    <Section
      id="duplicates"
      title="Duplicates"
      about={`Two records are compared when they share a name, an e-mail address, or a phone. The points add up: from ${matchThresholds.perhaps} points on they are shown as “${sayMatchBand.perhaps}”, from ${matchThresholds.likely} as “${sayMatchBand.likely}”, from ${matchThresholds.almostSurely} as “${sayMatchBand['almost-surely']}”. Points below zero suggest two people.`}
    >
      {weightGroups.map((group) => {
        const weights: Readonly<Record<string, number>> = duplicates[group];
        return (
          <fieldset key={group} className="settings-weights">
            <legend>{sayWeightGroup[group]}</legend>
            {Object.entries(sayWeight[group]).map(([key, word]) => (
              <NumberField
                key={key}
                label={word}
                min={-100}
                max={100}
                value={weights[key] ?? 0}
                onChange={(points) => points !== null && set({ [group]: { ...weights, [key]: points } })}
              />
            ))}
          </fieldset>
        );
      })}
      <fieldset className="settings-weights">
        <legend>Also</legend>
        {weightRules.map((rule) => (
          <NumberField
            key={rule}
            label={sayWeightRule[rule]}
            min={-100}
            max={100}
            value={duplicates[rule]}
            onChange={(points) => points !== null && set({ [rule]: points })}
          />
        ))}
      </fieldset>
    </Section>
  );
}
