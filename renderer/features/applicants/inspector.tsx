import { useState } from 'react';
import { isInTheOrder } from '../../../shared/model/applicants.ts';
import { countOf } from '../../../shared/model/counts.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import type { ApplicationId } from '../../../shared/model/ids.ts';
import { type ApplicantDetail, sayApplicantStanding } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { Inspector, NoRecord } from '../../kit/inspector.tsx';
import { useCall } from '../../kit/query.ts';
import { Status } from '../../kit/status.tsx';
import { Timeline } from '../../kit/timeline.tsx';
import { Why } from '../../kit/why.tsx';
import { OfferCard } from '../offers/offer-card.tsx';
import { CorrectPerson } from '../people/correct-person.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { ToCorrect } from '../people/to-correct.tsx';
import { applicantStanding } from './columns.tsx';
import { DeferDialog } from './defer-dialog.tsx';
import { ApplicantFacts } from './facts-card.tsx';
import { InspectorActions } from './inspector-actions.tsx';
import { OverruleCard } from './overrule-card.tsx';
import { ReplayLine } from './replay-line.tsx';
import { SettleCard } from './settle-card.tsx';
import { Submissions } from './submissions.tsx';
import { SubmittedCard } from './submitted-card.tsx';

/** One applicant: the decision and why, the facts, what was sent, what happened, and what can be done. */
export function ApplicantInspector({
  applicationId,
  onClose,
}: {
  readonly applicationId: ApplicationId;
  readonly onClose: () => void;
}) {
  const { value, problem } = useCall('applicants.show', { applicationId });
  const page = usePersonPage(value?.row.personId);
  const [open, setOpen] = useState<'overrule' | 'settle' | 'defer' | null>(null);
  if (problem || !value) return <NoRecord problem={problem} onClose={onClose} />;
  const { row, ranking } = value;
  const needsALook = ranking.verdict === 'needs-a-look' && isInTheOrder(row.status);
  const isOpen = needsALook && hasGaps(value);
  const isUndated = needsALook && row.appliedDoubt !== null;
  return (
    <Inspector
      title={row.name}
      page={page}
      sub={[row.jobTitle, row.organization].filter(Boolean).join(', ')}
      status={
        <>
          <Status of={applicantStanding(row)}>{sayPlace(value)}</Status>
          {row.late && <Status of="late" />}
          {row.early && <Status of="late">Early</Status>}
          {row.overruled && <Status of="overruled" />}
        </>
      }
      actions={
        <InspectorActions detail={value} onOverrule={() => setOpen('overrule')} onDefer={() => setOpen('defer')} />
      }
      onClose={onClose}
    >
      {open === 'defer' && <DeferDialog rows={[row]} cohort={value.cohort} onClose={() => setOpen(null)} />}
      <ToCorrect personId={row.personId} />
      {open === 'overrule' && <OverruleCard detail={value} onDone={() => setOpen(null)} />}
      {(isOpen || open === 'settle') && (
        <SettleCard
          key={`${value.membership} ${value.highestPost} ${value.yearsInEducation}`}
          detail={value}
          onDone={isOpen && open !== 'settle' ? null : () => setOpen(null)}
        />
      )}
      {(isUndated || open === 'settle') && (
        <SubmittedCard
          key={`${row.appliedDoubt} ${row.applied}`}
          detail={value}
          onDone={isUndated && open !== 'settle' ? null : () => setOpen(null)}
        />
      )}
      <Card title="Why" aside={<span className="mute">version {sayNumber(value.policyNumber)} of the policy</span>}>
        <Why reasons={ranking.reasons} />
      </Card>
      <OfferCard applicationId={row.applicationId} name={row.name} />
      {(value.decided !== null || value.statusSaid !== null || value.overruleSaid !== null) && (
        <Card title="Decided" className="applicants-decided">
          {value.statusSaid !== null && <p>{value.statusSaid}</p>}
          {value.overruleSaid !== null && <p>{value.overruleSaid}</p>}
          {value.decided !== null && <p className="mute">{value.decided}</p>}
          {value.decided !== null && <ReplayLine detail={value} />}
          {value.changedSince !== null && <p>{value.changedSince}</p>}
        </Card>
      )}
      <Card
        title="Facts"
        aside={
          !isOpen &&
          open !== 'settle' && (
            <Button kind="quiet" className="applicants-small" onClick={() => setOpen('settle')}>
              Correct…
            </Button>
          )
        }
      >
        <ApplicantFacts detail={value} />
      </Card>
      <Card title={value.submissions.length === 1 ? 'Submission' : countOf(value.submissions.length, 'submission')}>
        <Submissions submissions={value.submissions} />
      </Card>
      <Card title="History">
        <Timeline lines={value.history} />
      </Card>
      <CorrectPerson personId={row.personId} />
    </Inspector>
  );
}

const hasGaps = ({ membership, highestPost, yearsInEducation }: ApplicantDetail): boolean =>
  membership === null || highestPost === null || yearsInEducation === null;

/** `Within seats, place 4 of 30`. */
function sayPlace({ row, cohort, ranking }: ApplicantDetail): string {
  const word = sayApplicantStanding(row);
  if (ranking.place === null || !isInTheOrder(row.status)) return word;
  return ranking.verdict === 'within-seats'
    ? `${word}, place ${ranking.place} of ${cohort.seats}`
    : `${word}, place ${ranking.place}`;
}
