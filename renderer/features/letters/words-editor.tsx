import { type FormEvent, useRef } from 'react';
import {
  aboutField,
  type LetterField,
  type LetterKind,
  type LetterText,
  sayTheLetter,
} from '../../../shared/model/letters.ts';
import type { LettersAnswer } from '../../../shared/views/letters.ts';
import { Button } from '../../kit/button.tsx';
import { TextArea, TextField } from '../../kit/fields/text-field.tsx';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useUnsaved } from '../../kit/unsaved.ts';

/** Changes the text of a kind of letter. A field is put in where the cursor stands. */
export function WordsEditor({
  kind,
  template,
  fields,
  draft,
  problems,
  onChange,
  onDone,
}: {
  readonly kind: LetterKind;
  readonly template: LettersAnswer['template'];
  readonly fields: readonly LetterField[];
  readonly draft: LetterText;
  /** What is wrong with the words, as main says. */
  readonly problems: readonly string[];
  readonly onChange: (draft: LetterText) => void;
  readonly onDone: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const place = useRef<{ readonly part: keyof LetterText; readonly at: number }>({
    part: 'body',
    at: draft.body.length,
  });
  const { original } = template;
  const isSame = draft.subject === template.subject && draft.body === template.body;
  const isOriginal = draft.subject === original.subject && draft.body === original.body;
  useUnsaved(isSame ? null : `The text of ${sayTheLetter(kind)} is not saved yet.`);
  const [first, ...rest] = problems;
  const why = first !== undefined ? 'Fix the problems below first.' : isSame ? 'Nothing is changed yet.' : null;

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (why !== null) return;
    const result = await perform('letters.saveTemplate', { kind, ...draft });
    if (result.ok) onDone();
  };
  const remember = () => {
    const field = document.activeElement;
    if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
    const part = field instanceof HTMLTextAreaElement ? 'body' : 'subject';
    place.current = { part, at: field.selectionStart ?? draft[part].length };
  };
  const putIn = (name: LetterField) => {
    const { part, at } = place.current;
    const word = `{${name}}`;
    const text = draft[part];
    onChange({ ...draft, [part]: `${text.slice(0, at)}${word}${text.slice(at)}` });
    const next = at + word.length;
    place.current = { part, at: next };
    // The field has the new text after React has drawn it.
    requestAnimationFrame(() => {
      const field = form.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>(
        part === 'body' ? 'textarea' : 'input',
      );
      field?.focus();
      field?.setSelectionRange(next, next);
    });
  };

  return (
    <form
      ref={form}
      className="stack letters-words"
      aria-label={`The text of ${sayTheLetter(kind)}`}
      onSubmit={(event) => void onSubmit(event)}
      onSelect={remember}
      onBlur={remember}
    >
      <TextField
        label="Subject"
        value={draft.subject}
        onChange={(subject) => onChange({ ...draft, subject })}
        maxLength={200}
        required
      />
      <TextArea
        label="Letter"
        value={draft.body}
        onChange={(body) => onChange({ ...draft, body })}
        rows={12}
        required
      />
      <fieldset className="letters-fields">
        <legend>Insert field</legend>
        {fields.map((field) => (
          <button
            key={field}
            type="button"
            className="chip"
            title={`{${field}}`}
            // The cursor's place is read before the button takes the focus.
            onPointerDown={remember}
            onClick={() => putIn(field)}
          >
            {aboutField[field].label}
          </button>
        ))}
      </fieldset>
      {first !== undefined && <ProblemNote problem={{ sentence: first, reasons: rest }} />}
      <footer className="row">
        <Button kind="primary" type="submit" disabledBecause={why}>
          Save text
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        {!isOriginal && (
          <Button kind="quiet" onClick={() => onChange(original)}>
            Use the built-in text
          </Button>
        )}
      </footer>
    </form>
  );
}
