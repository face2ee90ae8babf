import { countOf, sayCount } from '../../../shared/model/counts.ts';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { GraduationPreview } from '../../../shared/views/graduates.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { Status } from '../../kit/status.tsx';

/** So many people are listed; the others are counted. */
const mostListed = 200;

/** Who graduates by the rule, and the names on their certificates. */
export function Ready({ ready, isOne }: { readonly ready: GraduationPreview['ready']; readonly isOne: boolean }) {
  const [only] = ready;
  if (!only) return null;
  if (isOne) {
    return (
      <p>
        Nothing is missing. A certificate is issued to <b>{only.certificateName}</b>; printing comes next.
      </p>
    );
  }
  return (
    <section className="graduating" aria-label="Who graduates">
      <h3>
        <Status of="may-graduate">{countOf(ready.length, 'is ready', 'are ready')}</Status>
      </h3>
      <p className="mute">
        {ready.length === 1
          ? 'A certificate is issued; printing comes next.'
          : 'Each gets a certificate, numbered in the order of last names; printing comes next.'}
      </p>
      <ul className="graduating-names">
        {ready.slice(0, mostListed).map(({ participantId, name, certificateName }) => (
          <li key={participantId}>
            {name}
            {certificateName !== name && <span className="mute">as {certificateName}</span>}
          </li>
        ))}
        {ready.length > mostListed && <li className="mute">and {sayCount(ready.length - mostListed)} more</li>}
      </ul>
    </section>
  );
}

/** Who does not, and why; a tick graduates them anyway, with a reason. */
export function HeldBack({
  held,
  anyway,
  isOne,
  onAnyway,
}: {
  readonly held: GraduationPreview['held'];
  readonly anyway: ReadonlySet<ParticipantId>;
  readonly isOne: boolean;
  readonly onAnyway: (anyway: ReadonlySet<ParticipantId>) => void;
}) {
  const [only] = held;
  if (!only) return null;
  if (isOne) {
    return (
      <p>
        The rule requires more: {only.missing}. A certificate is issued anyway; the reason is saved with the decision.
      </p>
    );
  }
  const turn = (id: ParticipantId, isMeant: boolean) => {
    const next = new Set(anyway);
    if (isMeant) next.add(id);
    else next.delete(id);
    onAnyway(next);
  };
  return (
    <section className="graduating" aria-label="Who doesn’t graduate">
      <h3>
        <Status of="courses-missing">{countOf(held.length, 'is not', 'are not')}</Status>
      </h3>
      <p className="mute">Check someone to graduate them anyway, with a reason that stays.</p>
      <ul className="graduating-held">
        {held.slice(0, mostListed).map(({ participantId, name, why }) => (
          <li key={participantId}>
            <Checkbox
              label={name}
              hint={why}
              checked={anyway.has(participantId)}
              onChange={(isMeant) => turn(participantId, isMeant)}
            />
          </li>
        ))}
        {held.length > mostListed && <li className="mute">and {sayCount(held.length - mostListed)} more</li>}
      </ul>
    </section>
  );
}
