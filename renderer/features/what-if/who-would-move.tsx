import { sayCount } from '../../../shared/model/counts.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { sayMove } from '../../../shared/model/what-if.ts';
import { useCall } from '../../kit/query.ts';
import { useStatus } from '../../kit/status-store.ts';
import { sayConsequences } from './consequences.ts';

/** So many names are told; the others are counted. */
const named = 8;

/** Whom a policy would move in the cohort that work is about now, before it is adopted. Nothing where there is none. */
export function WhoWouldMove({ policy }: { readonly policy: Policy }) {
  const cohortId = useStatus()?.currentCohort?.id ?? null;
  const { value } = useCall('applicants.whatIf', cohortId && { cohortId, policy, limit: named });
  if (!cohortId) return null;
  const more = value ? value.total - value.rows.length : 0;
  return (
    <section className="who-would-move" aria-label="Who would move">
      <p role="status">{value ? sayConsequences(value) : 'Working out who would move.'}</p>
      {value && value.rows.length > 0 && (
        <ul className="dialog-lines">
          {value.rows.map(({ applicationId, name, move, because }) => (
            <li key={applicationId}>
              {name}: {sayMove[move].toLowerCase()}. <span className="mute">{because}</span>
            </li>
          ))}
          {more > 0 && <li className="mute">And {sayCount(more)} more.</li>}
        </ul>
      )}
    </section>
  );
}
