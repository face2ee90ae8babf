import { type FormEvent, useState } from 'react';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { useTyped } from '../../kit/unsaved.ts';

const posts = [
  { key: '', label: 'Not known' },
  { key: 'yes', label: 'Yes, holds it' },
  { key: 'no', label: 'No' },
] as const;

/** Fixes what a form left open or got wrong: membership, post and years. What was typed stays in the submission. */
export function SettleCard({
  detail,
  onDone,
}: {
  readonly detail: ApplicantDetail;
  /** Null: the card stays as long as something is open. */
  readonly onDone: (() => void) | null;
}) {
  const { value: program } = useCall('program.show', {});
  const [membership, setMembership] = useState(detail.membership ?? '');
  const [post, setPost] = useState<(typeof posts)[number]['key']>(detail.highestPost ?? '');
  const [years, setYears] = useState(detail.yearsInEducation);
  const typed = useTyped('Your correction of an application is not saved yet.');
  const changes = {
    ...(membership !== (detail.membership ?? '') && { membership: membership || null }),
    ...(post !== (detail.highestPost ?? '') && { highestPost: post || null }),
    ...(years !== detail.yearsInEducation && { yearsInEducation: years }),
  };
  const changed = Object.keys(changes).length > 0;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!changed) return;
    const result = await perform('applicants.answer', { applicationId: detail.row.applicationId, ...changes });
    if (result.ok) onDone?.();
  };
  const memberships = (program?.policy.memberships ?? []).map(({ id, name }) => ({ key: id, label: name }));
  return (
    <Card title={onDone ? 'Correct the facts' : 'Answer what is open'} className="applicants-settle">
      <form className="stack" onChange={typed.onChange} onSubmit={(event) => void onSubmit(event)}>
        <SelectField
          label="Membership"
          value={membership}
          options={[{ key: '', label: 'Not known' }, ...memberships]}
          onChange={setMembership}
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
        <footer className="row">
          <Button kind="primary" type="submit" disabledBecause={changed ? null : 'Nothing is changed yet.'}>
            Set
          </Button>
          {onDone && <Button onClick={onDone}>Cancel</Button>}
        </footer>
      </form>
    </Card>
  );
}
