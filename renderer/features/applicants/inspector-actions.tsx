import { useLocation } from 'wouter';
import { isInTheOrder } from '../../../shared/model/applicants.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Menu } from '../../kit/menu.tsx';
import { perform } from '../../kit/perform.ts';
import { type Act, acceptOne, askAndSetStatus, canSet } from './actions.ts';

/** What can be done with the applicant that is open; what can't be done now says why. */
export function InspectorActions({
  detail,
  onOverrule,
  onDefer,
}: {
  readonly detail: ApplicantDetail;
  readonly onOverrule: () => void;
  readonly onDefer: () => void;
}) {
  const { row, cohort, ranking } = detail;
  const [, go] = useLocation();
  const act = (status: Act, label: string, danger = false) => ({
    id: status,
    label,
    danger,
    run: () => void askAndSetStatus([row], status),
  });
  const more = [
    act('waiting', 'Put on the waiting list'),
    act('under-review', 'Put under review'),
    { ...act('deferred', 'Defer to a later cohort…'), run: onDefer },
    ...(row.status === 'accepted' ? [act('submitted', 'Undo acceptance…', true)] : []),
    act('declined', 'Decline…', true),
    act('withdrawn', 'Withdraw…', true),
  ].filter(({ id }) => (id === 'submitted' ? true : canSet([row], id)));
  const whatIf = {
    id: 'what-if',
    label: 'What if…',
    run: () => go(`/what-if/${cohort.id}?open=${row.applicationId}`),
  };
  // An offer out of order overrules too, and is taken back with the offer.
  const takeBack =
    ranking.reasons[0]?.outcome === 'overruled'
      ? [
          {
            id: 'rule',
            label: 'Let the rule decide again',
            run: () => void perform('applicants.overrule', { applicationId: row.applicationId, overrule: null }),
          },
        ]
      : [];
  if (!isInTheOrder(row.status)) {
    return (
      <>
        <Button kind="primary" onClick={() => void askAndSetStatus([row], 'submitted')}>
          Reconsider
        </Button>
        <Button onClick={whatIf.run}>What if…</Button>
      </>
    );
  }
  return (
    <>
      {row.status === 'accepted' ? (
        <Button onClick={() => void askAndSetStatus([row], 'withdrawn')}>Withdraw…</Button>
      ) : (
        <Button kind="primary" disabledBecause={whyNot(detail)} onClick={() => void acceptOne(cohort.id, cohort, row)}>
          Accept
        </Button>
      )}
      <Button onClick={onOverrule}>Overrule…</Button>
      <Menu label="More for this applicant" items={[whatIf, ...takeBack, ...more]}>
        More…
      </Menu>
    </>
  );
}

/** Why an applicant can't be accepted now, and what opens the way. */
function whyNot({ row, ranking }: ApplicantDetail): string | null {
  if (row.verdict === 'within-seats') return null;
  if (row.overruled && ranking.place !== null) return null;
  switch (row.verdict) {
    case 'needs-a-look':
      return 'Answer what is open first, or overrule the rule with a reason.';
    case 'not-eligible':
      return 'Not eligible by the rule. To accept anyway, overrule it with a reason.';
    default:
      return `Place ${ranking.place} is past the last seat. If someone withdraws, the seat goes to the next in order.`;
  }
}
