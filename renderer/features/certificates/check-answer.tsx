import { CircleAlert, CircleCheck, CircleHelp, type LucideIcon, OctagonX } from 'lucide-react';
import { Link } from 'wouter';
import type { CertificateState } from '../../../shared/model/certificate-state.ts';
import { CivilDate, sayDay } from '../../../shared/model/dates.ts';
import type { CertificateCheck, CheckedRecord } from '../../../shared/views/certificates.ts';
import { askReason } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { perform } from '../../kit/perform.ts';
import { useChecking } from './store.ts';

/** How each state looks: an icon, the word beside it, the color third. */
const looks: Record<CertificateState['kind'], readonly [icon: LucideIcon, tone: 'ok' | 'wait' | 'bad']> = {
  valid: [CircleCheck, 'ok'],
  due: [CircleCheck, 'ok'],
  expired: [CircleAlert, 'bad'],
  superseded: [CircleAlert, 'bad'],
  revoked: [OctagonX, 'bad'],
  altered: [OctagonX, 'bad'],
  'other-issuer': [OctagonX, 'bad'],
  'not-known': [CircleHelp, 'wait'],
};

/** Revokes a certificate with a reason that everyone who checks it will read, and checks it again. */
async function revoke({ number, name }: CheckedRecord): Promise<void> {
  const reason = await askReason({
    title: `Revoke ${number}`,
    sentence: `Everyone who checks the certificate of ${name} from now on reads that it is revoked, and this reason. It can be undone.`,
    action: 'Revoke',
  });
  if (reason === null) return;
  const result = await perform('certificates.revoke', { number, reason });
  if (result.ok) await useChecking.getState().checkText(number);
}

const sayAnyDay = (day: string): string => sayDay(CivilDate.parse(day));

/** What the check of one certificate found: the answer large, and every signed fact to be held beside the paper. */
export function CheckAnswer({ check }: { readonly check: CertificateCheck }) {
  const [Icon, tone] = looks[check.state.kind];
  const { statement, record } = check;
  // What no one here has signed is shown as nothing that was.
  const signed = statement !== null && check.state.kind !== 'altered' && check.state.kind !== 'other-issuer';
  return (
    <article className={`certificate-check certificate-check-${tone}`}>
      <header>
        <Icon aria-hidden="true" />
        <div>
          <h2>
            {check.word}
            {check.number !== null && <span className="certificate-check-number number">{check.number}</span>}
          </h2>
          <p>{check.sentence}</p>
        </div>
      </header>
      <div className="certificate-check-facts">
        {signed && (
          <Card title="What was signed">
            <FactList
              of={[
                ['Name', statement.name],
                ['Certificate', statement.what],
                ['Cohort', statement.cohort],
                ['Issued', sayAnyDay(statement.issuedOn)],
                ['Number', statement.number],
                [
                  'Valid until',
                  statement.validUntil === null ? 'No end when printed' : sayAnyDay(statement.validUntil),
                ],
              ]}
            />
            <p className="mute">Hold this beside the paper. Where they differ, the paper was changed.</p>
          </Card>
        )}
        {record && (
          <Card title="What the record says">
            <FactList
              of={[
                ['Name', record.name],
                ['Cohort', record.cohort],
                ['Issued', sayDay(record.issuedOn)],
                ['Number', record.number],
              ]}
            />
            {check.differences.map((difference) => (
              <p key={difference}>{difference}</p>
            ))}
            <div className="row certificate-check-actions">
              {check.state.kind !== 'revoked' && check.state.kind !== 'superseded' && (
                <Button kind="danger" onClick={() => void revoke(record)}>
                  Revoke…
                </Button>
              )}
              <Link className="link" href={`/graduates?open=${record.participantId}`}>
                Open the graduate
              </Link>
            </div>
          </Card>
        )}
        {check.profile.length > 0 && (
          <Card title="For LinkedIn">
            <textarea
              className="input certificate-profile"
              aria-label="Fields for LinkedIn"
              readOnly
              rows={check.profile.length}
              value={check.profile.map((line) => line.join(': ')).join('\n')}
              onFocus={(event) => event.currentTarget.select()}
            />
            <p className="mute">
              What the graduate enters under “Add license or certification”. A click selects all of it, to be copied.
            </p>
          </Card>
        )}
      </div>
    </article>
  );
}
