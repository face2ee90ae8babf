import { Link } from 'wouter';
import { sayInstant } from '../../../shared/model/dates.ts';
import type { PersonApplication, PersonLetter } from '../../../shared/views/person.ts';
import { Card } from '../../kit/card.tsx';
import { Status } from '../../kit/status.tsx';
import { useZone } from '../../kit/status-store.ts';

/** Every application of a person, with what was decided and why. */
export function ApplicationsCard({ applications }: { readonly applications: readonly PersonApplication[] }) {
  const zone = useZone();
  return (
    <Card title="Applications" level={2}>
      <ul className="person-lines">
        {applications.map(
          ({ applicationId, cohortId, cohort, firstSubmittedAt, forms, status, statusSaid, decided }) => (
            <li key={applicationId}>
              <span className="row">
                <Link className="link" href={`/applicants/${cohortId}?open=${applicationId}`}>
                  {cohort}
                </Link>
                <Status of={status} />
                <span className="mute">
                  Applied {sayInstant(firstSubmittedAt, zone)}
                  {forms > 1 && `, sent ${forms} times`}
                </span>
              </span>
              {decided !== null && <span>{decided}</span>}
              {statusSaid !== null && <span className="mute">{statusSaid}</span>}
            </li>
          ),
        )}
      </ul>
    </Card>
  );
}

/** Every letter that was written to a person. */
export function LettersCard({ letters }: { readonly letters: readonly PersonLetter[] }) {
  const zone = useZone();
  return (
    <Card title="Letters" level={2}>
      <ul className="person-lines">
        {letters.map(({ letterId, cohort, subject, kind, writtenAt }) => (
          <li key={letterId}>
            <span>{subject}</span>
            <span className="mute">
              {kind}, {cohort}, {sayInstant(writtenAt, zone)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
