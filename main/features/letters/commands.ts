import { LetterTemplateId } from '../../../shared/model/ids.ts';
import { sayTheLetter } from '../../../shared/model/letters.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { noProgram } from '../../call/no-program.ts';
import { insert, remove, update } from '../../log/change.ts';
import { idFor } from '../../log/one-of-a-kind.ts';
import { templateProblems } from '../../rules/letters/letters.ts';
import { changedTemplate, originalOf } from './writing.ts';

/** Changes the text of a kind of letter; the words that came with the app take the change back. */
const saveTemplate: Command<'letters.saveTemplate'> = (facts, { kind, subject, body }) => {
  if (!facts.inForce) return noProgram();
  const problems = templateProblems(kind, { subject, body });
  const [first, ...rest] = problems;
  if (first !== undefined) return refuse(`The text was not saved. ${first}`, rest);
  const before = changedTemplate(facts, kind);
  const original = originalOf(kind);
  const isOriginal = subject === original.subject && body === original.body;
  const changedAt = facts.now;
  const words = `the text of ${sayTheLetter(kind)}`;
  if (isOriginal) {
    const label = `Restored ${words} to the built-in text`;
    return { ok: true, label, changes: before ? [remove('letterTemplate', before.id)] : [], value: null };
  }
  const isSame = before?.subject === subject && before.body === body;
  const change = before
    ? update('letterTemplate', before.id, { subject, body, changedAt })
    : insert('letterTemplate', {
        id: LetterTemplateId.parse(idFor(facts.database, 'letterTemplate', { kind })),
        kind,
        subject,
        body,
        changedAt,
      });
  return { ok: true, label: `Changed ${words}`, changes: isSame ? [] : [change], value: null };
};

export const letterCommands: Pick<Handlers, 'letters.saveTemplate'> = { 'letters.saveTemplate': saveTemplate };
