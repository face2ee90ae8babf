import { sayDate, sayInstant } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { ProgramView } from '../../../shared/views/desk.ts';
import { Status } from '../../kit/status.tsx';
import { useToday, useZone } from '../../kit/status-store.ts';
import { governing } from '../policy-words/policy-words.ts';
import { ClauseNote } from './clause.tsx';
import { Section } from './section.tsx';

/** The clauses that no setting above hangs on. */
export function PageSection({ policy }: { readonly policy: Policy }) {
  const governed = governing(policy);
  const rest = policy.clauses.filter(({ id }) => !governed.has(id));
  return (
    <Section
      id="page"
      title="The rest of the page"
      about="What else the page says, and the other points on which it is silent. Nothing is computed from these; they are shown so that nothing is hidden."
    >
      <div className="settings-clauses">
        {rest.map(({ id, title }) => (
          <div key={id}>
            <h3>{title}</h3>
            <ClauseNote id={id} />
          </div>
        ))}
      </div>
    </Section>
  );
}

/** Every version of the policy, and which one holds. */
export function VersionsSection({ versions }: { readonly versions: ProgramView['versions'] }) {
  const zone = useZone();
  const today = useToday();
  return (
    <Section
      id="versions"
      title="Versions"
      about="A decision keeps the version it was made under. A version can be undone in History."
    >
      <table className="settings-versions">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">In force from</th>
            <th scope="col">Why</th>
            <th scope="col">Adopted</th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, effectiveOn, note, adoptedAt, inForce }) => (
            <tr key={number}>
              <td className="number">{sayNumber(number)}</td>
              <td>{sayDate(effectiveOn)}</td>
              <td>{note}</td>
              <td className="mute">{sayInstant(adoptedAt, zone)}</td>
              <td>
                {inForce ? (
                  <Status of="in-force" />
                ) : effectiveOn > today ? (
                  <Status of="to-come" />
                ) : (
                  <span className="mute">Was in force</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
