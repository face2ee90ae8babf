import { sayCount } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import { type LetterChannel, sayLetters, sayTheLetter } from '../../../shared/model/letters.ts';
import type { LetterRow, LettersAnswer } from '../../../shared/views/letters.ts';
import { confirm } from '../../kit/ask.tsx';
import { writeFile } from '../../kit/perform.ts';

/** What of the list is to be written: those selected, or everyone who has no letter yet. */
interface ChosenLetters {
  readonly answer: LettersAnswer;
  /** Empty: everyone to write to. */
  readonly selected: readonly LetterRow[];
  readonly channel: LetterChannel;
  readonly replyBy: CivilDate | null;
}

const people = (count: number, one: string, many: string): string =>
  `${sayCount(count)} ${count === 1 ? `person ${one}` : `people ${many}`}`;

/** How many letters a button would write: of those selected, or of all to write to, who have a usable address. */
export function countToWrite({ answer, selected }: Pick<ChosenLetters, 'answer' | 'selected'>): number {
  if (selected.length > 0) return selected.filter(({ isToGet, mailable }) => isToGet && mailable).length;
  return answer.counts[answer.kind].toWrite - answer.withoutEmail;
}

/** Writes letters, after saying how many, who is left out, and who has it already. */
export async function writeLetters({ answer, selected, channel, replyBy }: ChosenLetters): Promise<void> {
  const { kind, cohort } = answer;
  const chosen = selected.filter(({ isToGet }) => isToGet);
  const isAll = selected.length === 0;
  const have = chosen.filter(({ hasIt }) => hasIt).length;
  const gone = selected.length - chosen.length;
  const noMail = isAll ? answer.withoutEmail : chosen.filter(({ mailable }) => !mailable).length;
  const count = countToWrite({ answer, selected });
  const undone = isAll ? answer.undone : chosen.filter(({ undoneAt }) => undoneAt !== null).length;
  const the = sayTheLetter(kind);
  const yes = await confirm({
    title: `Write ${sayLetters(kind, count)} for ${cohort.name}?`,
    sentence:
      channel === 'eml'
        ? 'Each becomes a draft for your mail program. Nothing is sent from here.'
        : 'They become one file with a row for each person, for the mail merge of your mail program.',
    lines: [
      ...(have > 0 ? [`${people(have, 'has', 'have')} ${the} already and would get it again.`] : []),
      ...(undone > 0
        ? [
            `${people(undone, 'was', 'were')} written to before. That step was undone, but if the letter was sent, they get it twice.`,
          ]
        : []),
      ...(noMail > 0 ? [`${people(noMail, 'has', 'have')} no usable e-mail address: no letter for them.`] : []),
      ...(gone > 0 ? [`${people(gone, 'is', 'are')} no longer supposed to get ${the}: left out.`] : []),
      'A letter with a gap is not written, and you are told whose.',
      'Who it was written to is recorded, so no one gets it twice.',
    ],
    action: `Write ${sayCount(count)}${have + undone > 0 ? `, ${sayCount(have + undone)} again` : ''}…`,
  });
  if (!yes) return;
  await writeFile('letters.write', {
    kind,
    cohortId: cohort.id,
    channel,
    replyBy: answer.asksReplyBy ? replyBy : null,
    personIds: isAll ? 'all' : chosen.map(({ personId }) => personId),
    again: have > 0,
    afterUndo: undone > 0,
  });
}

/** Why nothing can be written now; null where it can. */
export function whyNotWrite(answer: LettersAnswer | undefined, selected: readonly LetterRow[]): string | null {
  if (!answer) return 'The list is still loading.';
  if (selected.length > 0) {
    return selected.some(({ isToGet }) => isToGet) ? null : 'No one in the selection should get this letter now.';
  }
  if (answer.counts[answer.kind].toWrite > 0) return null;
  return answer.counts[answer.kind].written > 0
    ? 'Everyone who should get this letter has it. Select people to write it again.'
    : 'No one should get this letter now.';
}
