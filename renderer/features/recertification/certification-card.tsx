import './recertification.css';
import type { ReactNode } from 'react';
import { sayDate } from '../../../shared/model/dates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import { sayMonth } from '../../../shared/model/months.ts';
import { sayCredit } from '../../../shared/model/recertification/amounts.ts';
import { sayStandingKind } from '../../../shared/model/recertification/facts.ts';
import { type Cycle, sayLife, sayOutcome } from '../../../shared/model/recertification/standing.ts';
import type { CertificationLife, LastDays } from '../../../shared/views/recertification-life.ts';
import { askReason, confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { FactList } from '../../kit/facts.tsx';
import { perform } from '../../kit/perform.ts';
import { Status } from '../../kit/status.tsx';
import { Why } from '../../kit/why.tsx';
import { AuditButtons } from './audit-buttons.tsx';
import { DecideButtons } from './decide-buttons.tsx';

/** A graduate’s certification: its state and every reason, what is still needed, its days, and what leads decided. */
export function CertificationCard({
  life,
  level = 3,
  title = 'Certification',
  canDecide,
  hasKeys = false,
}: {
  readonly life: CertificationLife;
  readonly level?: 2 | 3;
  readonly title?: string;
  /** Whether the day that is shown is today, so that something can be decided. */
  readonly canDecide: boolean;
  /** Whether keys reach its buttons: of several cards on a screen, the first one’s. */
  readonly hasKeys?: boolean;
}) {
  const { standing, clauses, clocks, unit, hasRules } = life;
  const { cycle, cycles, needs, reasons } = standing;
  const earlier = cycles.slice(0, -1).toReversed();
  return (
    <Card title={title} level={level} aside={<Status of={standing.life} />} className="certification">
      <FactList
        of={[
          [sayLife[standing.life], standing.since && `since ${sayDate(standing.since)}`],
          ...(cycle === null ? [] : [[`Cycle ${cycle.number}`, sayCycleDays(cycle)] as const]),
          ...(life.exam.asked ? ([['Exam', life.exam.examOn && sayDate(life.exam.examOn)]] as const) : []),
          ...(life.birth.asked
            ? ([['Birth month', life.birth.month === null ? null : sayMonth(life.birth.month)]] as const)
            : []),
          ...(hasRules && life.versions.own !== null
            ? ([
                [
                  'Rules',
                  `version ${life.versions.own.number}, in effect from ${sayDate(life.versions.own.effectiveOn)}`,
                ],
              ] as const)
            : []),
          ...(clocks === null || !hasRules
            ? []
            : ([
                ['Earn by', sayLast(clocks.earn)],
                ['Turn in by', sayLast(clocks.submit)],
                ['Pay by', sayLast(clocks.pay)],
                ['Good through', sayLast(clocks.good)],
              ] as const)),
        ]}
      />
      <Part title="Still needed">
        {needs.length === 0 ? (
          <p className="mute">
            {standing.life === 'lapsed' || standing.life === 'revoked'
              ? 'Nothing more. A lead can reinstate the certification.'
              : 'Nothing right now.'}
          </p>
        ) : (
          <ul className="dialog-lines">
            {needs.map(({ sentence }) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </Part>
      {hasRules && reasons.length > 0 && (
        <Part title="Why">
          <Why reasons={reasons} clauses={clauses} />
        </Part>
      )}
      <Fees life={life} canDecide={canDecide} />
      <Extensions life={life} canDecide={canDecide} />
      {life.audits.length > 0 && (
        <Part title="Audits">
          <ul className="certification-lines">
            {life.audits.map(({ id, cycle: number, cause, reason, answerBy, state, note }) => (
              <li key={id}>
                Cycle {number} <Status of={`audit-${state}`} />
                <span className="mute">
                  {cause === 'random' ? 'Drawn' : 'For cause'}, answer by {sayDate(answerBy)}
                  {reason !== null && `: “${reason}”`}
                  {note !== null && `. “${note}”`}
                </span>
                {canDecide && <AuditButtons audit={{ id, name: life.name, cycle: number, state }} />}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {life.changes.length > 0 && (
        <Part title="Decided by the leads">
          <ul className="certification-lines">
            {life.changes.map(({ id, kind, fromOn, reason }) => (
              <li key={id}>
                {sayStandingKind[kind]} from {sayDate(fromOn)}
                <span className="mute">“{reason}”</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {earlier.length > 0 && (
        <Part title="Earlier cycles">
          <ul className="certification-lines">
            {earlier.map((each) => (
              <li key={each.number}>
                Cycle {each.number}, {sayOutcome[each.outcome].toLowerCase()}
                {each.completedOn !== null && ` on ${sayDate(each.completedOn)}`}
                <span className="mute">
                  {sayCycleDays(each)}
                  {each.counted > 0 && `, ${sayCredit(each.counted)} ${each.counted === 100 ? unit.one : unit.many}`}
                </span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {canDecide && <DecideButtons life={life} hasKeys={hasKeys} />}
    </Card>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="certification-part">
      <p className="mute">{title}</p>
      {children}
    </div>
  );
}

function sayCycleDays({ beginsOn, endsOn, extendedFrom }: Cycle): string {
  const from = beginsOn === null ? '' : `${sayDate(beginsOn)} `;
  if (endsOn === null) return `${from}no end yet`.trim();
  const extended = extendedFrom === null ? '' : `, extended from ${sayDate(extendedFrom)}`;
  return `${from}to ${sayDate(endsOn)}${extended}`;
}

/** `Jun 1, 2025, with grace Jul 31, 2025`. */
const sayLast = ({ due, last }: LastDays): string =>
  last === null
    ? `${sayDate(due)}, later counts as late`
    : last > due
      ? `${sayDate(due)}, at the latest ${sayDate(last)}`
      : sayDate(due);

function Fees({ life, canDecide }: { readonly life: CertificationLife; readonly canDecide: boolean }) {
  const { fees, payments, name } = life;
  if (fees.length === 0 && payments.length === 0) return null;
  const titleOf = (key: string): string => fees.find((fee) => fee.key === key)?.title ?? key;
  const remove = async (paymentId: (typeof payments)[number]['id'], what: string) => {
    const yes = await confirm({
      title: `Remove ${what}?`,
      sentence: `It is taken off the record of ${name}. Undo brings it back.`,
      action: 'Remove',
      kind: 'danger',
    });
    if (yes) await perform('recertification.removePayment', { paymentId });
  };
  return (
    <Part title="Fees">
      <ul className="certification-lines">
        {fees.map(({ key, title, due, paid, onlyIf }) => (
          <li key={key}>
            {title}:{' '}
            {onlyIf !== null && paid === 0
              ? `${sayCents(due)}, only ${onlyIf}`
              : `${sayCents(paid)} of ${sayCents(due)} paid`}
          </li>
        ))}
        {payments.map(({ id, cycle, fee, amount, paidOn, note }) => (
          <li key={id}>
            <span className="mute">
              {sayCents(amount)} for “{titleOf(fee)}”, cycle {cycle}, paid {sayDate(paidOn)}
              {note !== null && `, “${note}”`}
            </span>
            {canDecide && (
              <Button kind="quiet" onClick={() => void remove(id, `the payment of ${sayCents(amount)}`)}>
                Remove…
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Extensions({ life, canDecide }: { readonly life: CertificationLife; readonly canDecide: boolean }) {
  if (life.extensions.length === 0) return null;
  const takeBack = async (extensionId: (typeof life.extensions)[number]['id'], until: string) => {
    const reason = await askReason({
      title: `Take back the extension until ${until}`,
      sentence: `From today on, ${life.name} has the earlier end again. Nothing changes for days before today.`,
      action: 'Take back',
      kind: 'danger',
    });
    if (reason !== null) await perform('recertification.takeBackExtension', { extensionId, reason });
  };
  return (
    <Part title="Extensions">
      <ul className="certification-lines">
        {life.extensions.map(({ id, cycle, untilOn, grantedOn, reason, fee, takenBackOn, takenBackBecause }) => (
          <li key={id}>
            Cycle {cycle}, until {sayDate(untilOn)}
            {fee > 0 && `, for ${sayCents(fee)}`}
            <span className="mute">
              Granted {sayDate(grantedOn)}: “{reason}”
            </span>
            {takenBackOn === null
              ? canDecide && (
                  <Button kind="quiet" onClick={() => void takeBack(id, sayDate(untilOn))}>
                    Take back…
                  </Button>
                )
              : takenBackBecause !== null && (
                  <span className="mute">
                    Taken back {sayDate(takenBackOn)}: “{takenBackBecause}”
                  </span>
                )}
          </li>
        ))}
      </ul>
    </Part>
  );
}
