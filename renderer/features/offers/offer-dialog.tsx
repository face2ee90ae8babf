import { type FormEvent, useState } from 'react';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { OfferDetail } from '../../../shared/views/offers.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { type Invitee, useOfferDialog } from './dialog-store.ts';

const close = () => useOfferDialog.setState({ asked: null });

/** Shows the offer that is being written; mounted beside the screens from which one can be. */
export function OfferDialog() {
  const asked = useOfferDialog((state) => state.asked);
  return asked && <OpenOffer key={asked.applicationId} asked={asked} />;
}

function OpenOffer({ asked }: { readonly asked: Invitee }) {
  const { value, problem } = useCall('offers.show', { applicationId: asked.applicationId });
  const title = `Offer ${asked.name} a seat`;
  if (problem || (value && value.cannot !== null)) {
    const why = problem ?? { sentence: `${asked.name} ${value?.cannot ?? ''}`, reasons: [] };
    return (
      <Dialog title={title} onClose={close} actions={<Button onClick={close}>Close</Button>}>
        <ProblemNote problem={why} />
      </Dialog>
    );
  }
  return (
    <Dialog title={title} onClose={close}>
      {value && <OfferForm asked={asked} detail={value} />}
    </Dialog>
  );
}

function OfferForm({ asked, detail }: { readonly asked: Invitee; readonly detail: OfferDetail }) {
  const [replyBy, setReplyBy] = useState<CivilDate | null>(detail.usualReplyBy);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const overrules = detail.against.length > 0;
  const enough = !overrules || reason.trim().length >= 3;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (replyBy === null || !enough) return;
    const overruleReason = overrules ? reason.trim() : null;
    const result = await call('offers.offer', { applicationId: asked.applicationId, replyBy, overruleReason });
    if (result.ok) close();
    else setProblem(result.problem);
  };
  return (
    <form className="stack" onSubmit={(event) => void onSubmit(event)}>
      {asked.because !== '' && <p>{asked.because}</p>}
      {overrules && (
        <div>
          <p>This goes out of order:</p>
          <ul className="dialog-lines">
            {detail.against.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <DateField
        label="Answer by"
        hint="The seat is held until then. After this day the offer lapses and the next person is asked."
        value={replyBy}
        onChange={setReplyBy}
        problem={tried && replyBy === null ? 'The last day on which the answer is in time.' : null}
        autoFocus={!overrules}
      />
      {overrules && (
        <TextArea
          label="Reason to overrule"
          hint="It is shown with the decision."
          value={reason}
          onChange={setReason}
          problem={tried && !enough ? 'Enter a reason (three letters or more).' : null}
          autoFocus
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      <footer className="row dialog-actions">
        <Button kind="primary" type="submit">
          {overrules ? 'Overrule and offer' : 'Offer the seat'}
        </Button>
        <Button onClick={close}>Not now</Button>
      </footer>
    </form>
  );
}
