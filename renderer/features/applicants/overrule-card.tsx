import { type FormEvent, useState } from 'react';
import type { ApplicantDetail } from '../../../shared/views/applicants.ts';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { perform } from '../../kit/perform.ts';
import { useCall } from '../../kit/query.ts';
import { useTyped } from '../../kit/unsaved.ts';

const none = 'not-eligible';

/** Sets a lead's decision against the rule: the tier to rank in, and the reason, which stays with the decision. */
export function OverruleCard({ detail, onDone }: { readonly detail: ApplicantDetail; readonly onDone: () => void }) {
  const { value: program } = useCall('program.show', {});
  const tiers = (program?.policy.admission.tiers ?? []).toSorted((a, b) => a.rank - b.rank);
  const [tier, setTier] = useState(String(detail.ranking.tier ?? tiers[0]?.rank ?? 1));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const typed = useTyped('Your overruling is not saved yet.');
  const enough = reason.trim().length >= 3;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (!enough) {
      setTried(true);
      return;
    }
    const overrule = { tier: tier === none ? null : Number(tier), reason };
    const result = await perform('applicants.overrule', { applicationId: detail.row.applicationId, overrule });
    if (result.ok) onDone();
  };
  const options = [
    ...tiers.map(({ rank, name }) => ({ key: String(rank), label: `Tier ${rank}: ${name}` })),
    { key: none, label: 'Not eligible' },
  ];
  return (
    <Card title="Overrule the rule">
      <form className="stack" onChange={typed.onChange} onSubmit={(event) => void onSubmit(event)}>
        <SelectField label="Rank in" value={tier} options={options} onChange={setTier} autoFocus />
        <TextArea
          label="Reason"
          hint="It is shown with the decision."
          value={reason}
          onChange={setReason}
          problem={tried && !enough ? 'Enter a reason (three letters or more).' : null}
        />
        <footer className="row">
          <Button kind="primary" type="submit">
            Overrule
          </Button>
          <Button onClick={onDone}>Cancel</Button>
        </footer>
      </form>
    </Card>
  );
}
