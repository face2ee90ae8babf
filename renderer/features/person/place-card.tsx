import { Link } from 'wouter';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import { sayCents } from '../../../shared/model/money.ts';
import { sayHours } from '../../../shared/model/session-hours.ts';
import type { PersonPlace } from '../../../shared/views/person.ts';
import { Card } from '../../kit/card.tsx';
import { Status } from '../../kit/status.tsx';

/** A place in a cohort: courses and attendance, the fee, the certificate, and re-certification, each with its screen. */
export function PlaceCard({ place }: { readonly place: PersonPlace }) {
  const { participantId, cohortId, cohort, status, verdict, graduatedOn } = place;
  const open = `${cohortId}?open=${participantId}`;
  const { courses, fee, payments, certificates, recertification } = place;
  return (
    <Card
      title={cohort}
      level={2}
      aside={
        <span className="row">
          <Status of={status === 'enrolled' ? (verdict ?? status) : status} />
          {graduatedOn !== null && <span className="mute">{sayDate(graduatedOn)}</span>}
        </span>
      }
    >
      {courses.length > 0 && (
        <table className="person-courses">
          <caption className="unseen">Courses of {cohort}</caption>
          <thead>
            <tr>
              <th scope="col">Course</th>
              <th scope="col">Standing</th>
              <th scope="col">Day</th>
              <th scope="col" className="number">
                Hours
              </th>
            </tr>
          </thead>
          <tbody>
            {courses.map(({ courseId, title, standing, heldOn, hours }) => (
              <tr key={courseId}>
                <th scope="row">{title}</th>
                <td>
                  <Status of={standing} />
                </td>
                <td>{heldOn === null ? '–' : sayDate(heldOn)}</td>
                <td className="number">{hours === 0 ? '–' : sayHours(hours)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {courses.length === 0 && status === 'graduated' && (
        <p className="mute person-before">Courses from before this program’s records have no attendance here.</p>
      )}
      <dl className="person-facts">
        <dt>
          <Link className="link" href={`/fees/${open}`}>
            Fee
          </Link>
        </dt>
        <dd>
          {fee === null ? (
            <p className="mute">None is asked here.</p>
          ) : (
            <p>
              <Status of={fee.state}>{sayFeeState[fee.state]}</Status> {sayCents(fee.paid)} of {sayCents(fee.due)} paid
            </p>
          )}
          {payments.map((payment) => (
            <p key={payment} className="mute">
              {payment}
            </p>
          ))}
        </dd>
        <dt>
          <Link className="link" href={`/graduates/${open}`}>
            Certificate
          </Link>
        </dt>
        <dd>
          {certificates.length === 0 && <p className="mute">None was issued here.</p>}
          {certificates.map(({ number, name, issuedOn, ended }) => (
            <p key={number}>
              {number}, {name}, {sayDate(issuedOn)}
              {ended !== null && <span className="mute"> {ended}</span>}
            </p>
          ))}
        </dd>
        {status === 'graduated' && (
          <>
            <dt>
              <Link className="link" href={`/recertification/${open}`}>
                Re-certification
              </Link>
            </dt>
            <dd>
              {recertification === null ? (
                <p className="mute">No due date is set.</p>
              ) : (
                <p>
                  {recertification.state && <Status of={recertification.state} />} {recertification.said}
                </p>
              )}
            </dd>
          </>
        )}
      </dl>
    </Card>
  );
}
