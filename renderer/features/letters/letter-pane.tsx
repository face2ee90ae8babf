import { ChevronDown, ChevronUp, Pencil } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { sayCount } from '../../../shared/model/counts.ts';
import { type CivilDate, sayInstant } from '../../../shared/model/dates.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import { type LetterText, sayChannel } from '../../../shared/model/letters.ts';
import type { LetterPreview, LettersAnswer } from '../../../shared/views/letters.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useZone } from '../../kit/status-store.ts';
import { CorrectButton } from '../people/correct-dialog.tsx';
import { PersonName } from '../people/person-name.tsx';
import { usePersonPage } from '../people/person-page.ts';
import { WordsEditor } from './words-editor.tsx';

/** The letter as one person would get it, and the words that it is made of. */
export function LetterPane({
  answer,
  personId,
  replyBy,
  several,
  onClear,
  onStep,
}: {
  readonly answer: LettersAnswer;
  /** Null: no one is chosen. */
  readonly personId: PersonId | null;
  readonly replyBy: CivilDate | null;
  /** How many are selected, where that is more than one: letters are written to them, and one of all is shown. */
  readonly several: number;
  /** Selects no one. */
  readonly onClear: () => void;
  /** Goes to the next or the previous person; null where there is none. */
  readonly onStep: { readonly next: (() => void) | null; readonly previous: (() => void) | null };
}) {
  const { kind, cohort, template, fields } = answer;
  const [draft, setDraft] = useState<LetterText | null>(null);
  const change = () => setDraft((now) => now ?? { subject: template.subject, body: template.body });
  const page = usePersonPage(personId);
  const [, go] = useLocation();
  useCommands([
    { id: 'letters.words', label: 'Change the text of this letter', keys: 'E', run: change },
    ...(page ? [{ id: 'inspector.page', label: page.label, keys: page.keys, run: () => go(page.href) }] : []),
  ]);
  // What can't be a letter at all is said by its field; main is asked about the rest.
  const asked = draft !== null && draft.subject.trim() !== '' && draft.body.trim() !== '' ? draft : null;
  const { value, problem } = useCall(
    'letters.preview',
    personId && { kind, cohortId: cohort.id, personId, replyBy, draft: asked },
  );
  return (
    <section className="letters-pane" aria-label="The letter">
      {several > 0 && (
        <p className="letters-several" role="status">
          <span>
            <b>{sayCount(several)} selected.</b> What you write goes to all of them
            {value && personId !== null && `; this is the letter to ${value.name}`}.
          </span>
          <Button keys="Escape" onClick={onClear}>
            Clear selection
          </Button>
        </p>
      )}
      <header className="letters-head">
        <div className="letters-to">
          <h2>{value && personId !== null ? <PersonName personId={personId} name={value.name} /> : 'The letter'}</h2>
          {value && <p className="mute">{value.email || 'No e-mail address'}</p>}
          {value?.organization && <p className="mute">{value.organization}</p>}
        </div>
        <div className="row">
          {personId !== null && value && <CorrectButton personId={personId} name={value.name} />}
          <Step label="Previous person" keys="P" run={onStep.previous} icon={<ChevronUp aria-hidden="true" />} />
          <Step label="Next person" keys="N" run={onStep.next} icon={<ChevronDown aria-hidden="true" />} />
          {draft === null && (
            <Button icon={<Pencil aria-hidden="true" />} title="Edit text (E)" onClick={change}>
              Edit text
            </Button>
          )}
        </div>
      </header>
      {draft !== null && (
        <WordsEditor
          kind={kind}
          template={template}
          fields={fields}
          draft={draft}
          problems={value?.problems ?? []}
          onChange={setDraft}
          onDone={() => setDraft(null)}
        />
      )}
      {problem && <ProblemNote problem={problem} />}
      {personId === null && draft === null && <Paper subject={template.subject} body={template.body} />}
      {value && personId !== null && <Shown preview={value} isChanging={draft !== null} />}
    </section>
  );
}

const Step = ({
  label,
  keys,
  run,
  icon,
}: {
  readonly label: string;
  readonly keys: string;
  readonly run: (() => void) | null;
  readonly icon: React.ReactNode;
}) => (
  <Button
    className="icon-only"
    icon={icon}
    aria-label={label}
    title={`${label} (${keys})`}
    disabledBecause={run ? null : 'This is the end of the list.'}
    onClick={run ?? undefined}
  />
);

function Shown({ preview, isChanging }: { readonly preview: LetterPreview; readonly isChanging: boolean }) {
  const zone = useZone();
  const { missing, written } = preview;
  const stands = written.some(({ isUndone }) => !isUndone);
  const now = <Paper subject={preview.subject} body={preview.body} />;
  return (
    <>
      {missing.length > 0 && (!stands || isChanging) && (
        <ProblemNote problem={{ sentence: 'This letter can’t be written yet.', reasons: missing }} />
      )}
      {(!stands || isChanging) && now}
      {written.map(({ at, channel, file, subject, body, isUndone }, index) => (
        <details key={`${at} ${file}`} className="letters-written" open={index === 0 && !isUndone && !isChanging}>
          <summary>
            As written {sayInstant(at, zone)}, {sayChannel[channel]}
            {isUndone && ' (undone since; it may have been sent)'}
            <span className="mute">{file}</span>
          </summary>
          <Paper subject={subject} body={body} />
        </details>
      ))}
      {stands && !isChanging && (
        <details className="letters-written">
          <summary>Preview now</summary>
          {now}
        </details>
      )}
    </>
  );
}

const Paper = ({ subject, body }: LetterText) => (
  <article className="letters-paper">
    {subject !== '' && <h3>{subject}</h3>}
    <div className="letters-body">{body}</div>
  </article>
);
