import { type FormEvent, useState } from 'react';
import { create } from 'zustand';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { TextArea } from './fields/text-field.tsx';

interface Confirmation {
  readonly title: string;
  /** What it will do, in a sentence. */
  readonly sentence?: string;
  /** What it will do, a line each. */
  readonly lines?: readonly string[];
  /** The word on the button: `Accept 26`. */
  readonly action: string;
  readonly kind?: 'primary' | 'danger';
}

interface ReasonQuestion extends Confirmation {
  /** Whether it may be left empty. */
  readonly optional?: boolean;
  readonly placeholder?: string;
}

type Question =
  | { readonly kind: 'confirm'; readonly ask: Confirmation; readonly answer: (yes: boolean) => void }
  | { readonly kind: 'reason'; readonly ask: ReasonQuestion; readonly answer: (reason: string | null) => void };

const useQuestion = create<{ readonly question: Question | null }>(() => ({ question: null }));
const close = () => useQuestion.setState({ question: null });

/** Says what something will do, and asks whether to do it. */
export const confirm = (ask: Confirmation): Promise<boolean> =>
  new Promise((answer) => useQuestion.setState({ question: { kind: 'confirm', ask, answer } }));

/** Asks for a reason that is kept; null where the person thinks better of it. */
export const askReason = (ask: ReasonQuestion): Promise<string | null> =>
  new Promise((answer) => useQuestion.setState({ question: { kind: 'reason', ask, answer } }));

/** Shows the question that is open; the app mounts it once. */
export function Questions() {
  const question = useQuestion((state) => state.question);
  if (!question) return null;
  return question.kind === 'confirm' ? (
    <ConfirmDialog ask={question.ask} answer={question.answer} />
  ) : (
    <ReasonDialog ask={question.ask} answer={question.answer} />
  );
}

const What = ({ ask }: { readonly ask: Confirmation }) => (
  <>
    {ask.sentence && <p>{ask.sentence}</p>}
    {ask.lines && ask.lines.length > 0 && (
      <ul className="dialog-lines">
        {ask.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    )}
  </>
);

function ConfirmDialog({ ask, answer }: { readonly ask: Confirmation; readonly answer: (yes: boolean) => void }) {
  const say = (yes: boolean) => {
    close();
    answer(yes);
  };
  return (
    <Dialog
      title={ask.title}
      role="alertdialog"
      onClose={() => say(false)}
      actions={
        <>
          <Button kind={ask.kind ?? 'primary'} autoFocus onClick={() => say(true)}>
            {ask.action}
          </Button>
          <Button onClick={() => say(false)}>Cancel</Button>
        </>
      }
    >
      <What ask={ask} />
    </Dialog>
  );
}

function ReasonDialog({
  ask,
  answer,
}: {
  readonly ask: ReasonQuestion;
  readonly answer: (reason: string | null) => void;
}) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const said = reason.trim();
  const enough = said.length >= 3 || (ask.optional === true && said === '');
  const say = (text: string | null) => {
    close();
    answer(text);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (enough) say(said);
    else setTried(true);
  };
  return (
    <Dialog title={ask.title} onClose={() => say(null)}>
      <form onSubmit={onSubmit} className="stack">
        <What ask={ask} />
        <TextArea
          label={ask.optional ? 'Reason (optional)' : 'Reason'}
          hint="It is saved with the decision and shown in its history."
          value={reason}
          onChange={setReason}
          placeholder={ask.placeholder ?? ''}
          problem={tried && !enough ? 'Enter a reason (three letters or more).' : null}
          autoFocus
        />
        <footer className="row dialog-actions">
          <Button kind={ask.kind ?? 'primary'} type="submit">
            {ask.action}
          </Button>
          <Button onClick={() => say(null)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}
