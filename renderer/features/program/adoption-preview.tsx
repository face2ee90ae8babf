import { sayCount } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { type AdoptionEffect, adoptionAreas, sayAdoptionArea } from '../../../shared/views/adoption.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';

/** Who would gain or lose what if this version held from a day on, area by area, before it is adopted. */
export function AdoptionPreview({
  policy,
  effectiveOn,
}: {
  readonly policy: Policy;
  readonly effectiveOn: CivilDate | null;
}) {
  const { value, problem } = useCall('program.preview', effectiveOn && { policy, effectiveOn });
  if (effectiveOn === null) return null;
  if (problem) return <ProblemNote problem={problem} />;
  if (!value) return <p role="status">Looking at who would gain or lose what.</p>;
  return (
    <section className="settings-preview" aria-label="Who would gain or lose what">
      {value.isCorrection && (
        <p>
          The day has passed, so this is a correction: questions about that day and later ones are answered by the new
          version. What was decided, printed, or issued stays, and History keeps what held before.
        </p>
      )}
      {value.whyNot && <ProblemNote problem={value.whyNot} />}
      <dl>
        {adoptionAreas.map((area) => {
          const effects = value.effects.filter((effect) => effect.area === area);
          return (
            <div key={area} className="settings-preview-area">
              <dt>{sayAdoptionArea[area]}</dt>
              <dd>
                {effects.length === 0 ? <span className="mute">Nothing changes for anyone.</span> : null}
                {effects.map((effect) => (
                  <EffectLine key={effect.sentence} effect={effect} />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function EffectLine({ effect: { sentence, names, people } }: { readonly effect: AdoptionEffect }) {
  const more = people - names.length;
  return (
    <p>
      {sentence}.
      {people > 1 && (
        <span className="mute">
          {' '}
          {names.join(', ')}
          {more > 0 ? `, and ${sayCount(more)} more` : ''}
        </span>
      )}
    </p>
  );
}
