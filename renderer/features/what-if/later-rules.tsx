import type { CohortId } from '../../../shared/model/ids.ts';
import { Cents } from '../../../shared/model/money.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { adoptionAreas, type LaterEffect, sayAdoptionArea } from '../../../shared/views/adoption.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { useCall } from '../../kit/query.ts';
import { options, sayExcused, sayFeeAtTheDoor, sayOthers } from '../policy-words/policy-words.ts';
import { laterDraftOf, useWhatIf } from './draft.ts';

/** Other rules for completion, fees and re-certification, and what they would do; folded until someone opens it. */
export function LaterRules({ cohortId, policy }: { readonly cohortId: CohortId; readonly policy: Policy }) {
  const draft = laterDraftOf(policy, useWhatIf());
  const { value } = useCall('program.whatIf', draft && { cohortId, policy: draft });
  return (
    <details className="what-if-later" open={draft !== null || undefined}>
      <summary>Completion, fees, and re-certification</summary>
      <LaterLevers policy={policy} />
      {draft && value && <Effects effects={value.effects} />}
    </details>
  );
}

function LaterLevers({ policy }: { readonly policy: Policy }) {
  const { completion, fee, recertification, set } = useWhatIf();
  const needed = completion.courses ?? policy.completion.courses;
  const need = (courseId: (typeof needed)[number], isNeeded: boolean) =>
    set({
      completion: {
        ...completion,
        courses: policy.courses.map(({ id }) => id).filter((id) => (id === courseId ? isNeeded : needed.includes(id))),
      },
    });
  return (
    <fieldset className="what-if-levers">
      <legend className="unseen">Rules after admission</legend>
      <fieldset className="what-if-courses">
        <legend>Courses needed</legend>
        {policy.courses.map(({ id, title }) => (
          <Checkbox
            key={id}
            label={title}
            checked={needed.includes(id)}
            disabled={needed.length === 1 && needed.includes(id)}
            onChange={(isNeeded) => need(id, isNeeded)}
          />
        ))}
      </fieldset>
      <NumberField
        label="Attended from"
        unit="%"
        min={1}
        max={100}
        value={completion.leastShare ?? policy.completion.leastShare}
        onChange={(leastShare) => leastShare !== null && set({ completion: { ...completion, leastShare } })}
      />
      <SelectField
        label="An excused absence"
        value={completion.excused ?? policy.completion.excused}
        options={options(sayExcused)}
        onChange={(excused) => set({ completion: { ...completion, excused } })}
      />
      <SelectField
        label="A session held for another cohort"
        value={completion.otherCohortsSessions ?? policy.completion.otherCohortsSessions}
        options={options(sayOthers)}
        onChange={(otherCohortsSessions) => set({ completion: { ...completion, otherCohortsSessions } })}
      />
      <NumberField
        label="Fee"
        unit="$"
        fractions
        max={100_000}
        value={(fee.amount ?? policy.fee.amount) / 100}
        onChange={(dollars) =>
          dollars !== null && set({ fee: { ...fee, amount: Cents.parse(Math.round(dollars * 100)) } })
        }
      />
      <SelectField
        label="At the door, with an open fee"
        value={fee.atTheDoor ?? policy.fee.atTheDoor}
        options={options(sayFeeAtTheDoor)}
        onChange={(atTheDoor) => set({ fee: { ...fee, atTheDoor } })}
      />
      <NumberField
        label="Days of grace"
        max={366}
        value={recertification.graceDays ?? policy.recertification.graceDays}
        onChange={(graceDays) => graceDays !== null && set({ recertification: { ...recertification, graceDays } })}
      />
      <NumberField
        label="Years until due"
        optional
        min={1}
        max={20}
        placeholder="not set"
        value={
          recertification.laterCohortsYears === undefined
            ? policy.recertification.laterCohortsYears
            : recertification.laterCohortsYears
        }
        onChange={(laterCohortsYears) => set({ recertification: { ...recertification, laterCohortsYears } })}
      />
    </fieldset>
  );
}

/** What would become of whom, area by area, and why. */
function Effects({ effects }: { readonly effects: readonly LaterEffect[] }) {
  return (
    <dl className="what-if-effects" aria-live="polite">
      {adoptionAreas
        .filter((area) => area !== 'seats')
        .map((area) => {
          const found = effects.filter((effect) => effect.area === area);
          return (
            <div key={area}>
              <dt>{sayAdoptionArea[area]}</dt>
              <dd>
                {found.length === 0 && <span className="mute">Nothing changes for anyone.</span>}
                {found.map(({ sentence, because, names, people }) => (
                  <p key={sentence} title={people > 1 ? names.join(', ') : undefined}>
                    {because}: {sentence}.
                  </p>
                ))}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}
