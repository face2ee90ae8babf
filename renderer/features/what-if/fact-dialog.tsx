import { type FormEvent, useState } from 'react';
import { sayCount } from '../../../shared/model/counts.ts';
import { type CivilDate, dayOf } from '../../../shared/model/dates.ts';
import type { ApplicationId, CohortId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { TriedFacts } from '../../../shared/model/what-if.ts';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useZone } from '../../kit/status-store.ts';
import { useWhatIf } from './draft.ts';

/** So many of those who are found are offered. */
const mostFound = 8;

/** Tries other facts of one applicant: whom, and what of them. Nothing of it is written anywhere. */
export function FactDialog({
  cohortId,
  policy,
  applicationId,
  onClose,
}: {
  readonly cohortId: CohortId;
  readonly policy: Policy;
  /** Null: someone is to be chosen first. */
  readonly applicationId: ApplicationId | null;
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState(applicationId);
  const { value, problem } = useCall('applicants.show', chosen && { applicationId: chosen });
  const title = value ? `What if ${value.row.name} …` : 'What if someone …';
  return (
    <Dialog title={title} onClose={onClose}>
      {problem && <ProblemNote problem={problem} />}
      {chosen === null && <Choose cohortId={cohortId} onChoose={setChosen} onClose={onClose} />}
      {value && chosen !== null && (
        <FactsForm key={chosen} cohortId={cohortId} policy={policy} detail={value} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** Finds the applicant whose facts are tried. */
function Choose({
  cohortId,
  onChoose,
  onClose,
}: {
  readonly cohortId: CohortId;
  readonly onChoose: (applicationId: ApplicationId) => void;
  readonly onClose: () => void;
}) {
  const [search, setSearch] = useState('');
  const { value } = useCall('applicants.list', { cohortId, search, limit: mostFound });
  const found = value?.rows ?? [];
  const more = (value?.total ?? 0) - found.length;
  const [first] = found;
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (first) onChoose(first.applicationId);
      }}
    >
      <TextField
        label="Who"
        hint="A part of the name, the school system or the e-mail address"
        value={search}
        onChange={setSearch}
        autoFocus
      />
      <ul className="what-if-found" aria-label="Applicants found">
        {found.map(({ applicationId, name, organization }) => (
          <li key={applicationId}>
            <Button kind="quiet" onClick={() => onChoose(applicationId)}>
              {name} <span className="mute">{organization}</span>
            </Button>
          </li>
        ))}
      </ul>
      <p className="mute" role="status">
        {value && found.length === 0 && 'No one matches.'}
        {more > 0 && `And ${sayCount(more)} more: type more of the name.`}
      </p>
      <footer className="row dialog-actions">
        <Button onClick={onClose}>Cancel</Button>
      </footer>
    </form>
  );
}

const posts = [
  { key: '', label: 'Not known' },
  { key: 'yes', label: 'Yes, holds it' },
  { key: 'no', label: 'No' },
] as const;

/** Every fact that the ranking looks at, as it is tried now, or else as it is. */
function FactsForm({
  cohortId,
  policy,
  detail,
  onClose,
}: {
  readonly cohortId: CohortId;
  readonly policy: Policy;
  readonly detail: ApplicantDetail;
  readonly onClose: () => void;
}) {
  const { tryFacts, tried } = useWhatIf();
  const zone = useZone();
  const { applicationId, name, applied } = detail.row;
  const before = tried.find((each) => each.facts.applicationId === applicationId)?.facts;
  const sent = dayOf(applied, zone);
  const [membership, setMembership] = useState(
    (before?.membership === undefined ? detail.membership : before.membership) ?? '',
  );
  const [post, setPost] = useState<(typeof posts)[number]['key']>(
    (before?.highestPost === undefined ? detail.highestPost : before.highestPost) ?? '',
  );
  const [years, setYears] = useState(
    before?.yearsInEducation === undefined ? detail.yearsInEducation : before.yearsInEducation,
  );
  const [sentOn, setSentOn] = useState<CivilDate | null>(before?.sentOn ?? sent);
  const [gone, setGone] = useState(before?.stands === false);
  const changes: Omit<TriedFacts, 'applicationId'> = {
    ...(membership !== (detail.membership ?? '') && { membership: membership || null }),
    ...(post !== (detail.highestPost ?? '') && { highestPost: post || null }),
    ...(years !== detail.yearsInEducation && { yearsInEducation: years }),
    ...(sentOn !== null && sentOn !== sent && { sentOn }),
    ...(gone && { stands: false }),
  };
  const isChanged = Object.keys(changes).length > 0;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    tryFacts({ cohortId, name, facts: { applicationId, ...changes } });
    onClose();
  };
  const memberships = policy.memberships.map(({ id, name: label }) => ({ key: id, label }));
  const idle = before === undefined ? 'Nothing is changed yet.' : null;
  return (
    <form className="stack" onSubmit={onSubmit}>
      <p>Nothing changes while you try. The list behind this shows who would move, and why.</p>
      <div className="what-if-facts">
        <SelectField
          label="Membership"
          value={membership}
          options={[{ key: '', label: 'Not known' }, ...memberships]}
          onChange={setMembership}
          autoFocus
        />
        <SelectField label="Holds the highest EdTech position" value={post} options={posts} onChange={setPost} />
        <NumberField
          label="Years in education"
          value={years}
          onChange={setYears}
          min={0}
          max={60}
          unit="years"
          fractions
          optional
        />
        <DateField label="Sent on" value={sentOn} onChange={setSentOn} />
      </div>
      <Checkbox label="Had withdrawn" checked={gone} onChange={setGone} />
      <footer className="row dialog-actions">
        <Button kind="primary" type="submit" disabledBecause={isChanged ? null : idle}>
          Try
        </Button>
        <Button onClick={onClose}>Cancel</Button>
      </footer>
    </form>
  );
}
