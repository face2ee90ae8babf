import path from 'node:path';
import { countOf } from '../../../shared/model/counts.ts';
import { aboutField, fieldsOf, type LetterKind } from '../../../shared/model/letters.ts';
import { done, type Result } from '../../../shared/model/result.ts';
import type { TableColumn, TableRow } from '../../../shared/model/roster.ts';
import { csvFilter } from '../../call/dialogs.ts';
import type { Errand, Handlers, Workbench } from '../../call/handler.ts';
import { fileName } from '../../call/save-sheet.ts';
import { fileNames } from '../../files/file-names.ts';
import { runJob } from '../../jobs/run.ts';
import { type Placed, writeBeside, writeFolder } from './drafts-folder.ts';
import { emlDraft } from './eml.ts';
import { type LettersToWrite, lettersToWrite, nameOfLetters, type Outgoing, rememberLetters } from './write.ts';

/** Letters whose files are on the disk, not remembered yet. */
interface OnDisk extends Placed {
  /** The name under which each letter is remembered. */
  readonly fileOf: (letter: Outgoing) => string;
}

/** Of so many who were left out it is said why; of the others, only who they are. */
const mostNamed = 8;

/**
 * Writes letters and remembers them: first the files, then the command. Where the command is refused, the files go
 * again, so that nothing lies there that no one remembers.
 */
const write: Errand<'letters.write'> = async (desk, wish) => {
  const planned = lettersToWrite(desk.facts(), wish);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const name = nameOfLetters(plan.cohort, wish);
  const placed = await (wish.channel === 'eml'
    ? placeDrafts(desk, plan, name)
    : placeMerge(desk, plan, name, wish.kind));
  if (!placed.ok) return placed;
  if (placed.value === null) return done(null);
  const { path: file, fileOf, takeBack, keep } = placed.value;
  const remembered = await desk
    .commit(`Noting ${name}`, (facts) => rememberLetters(facts, wish, plan.letters, fileOf))
    .catch(async (error: unknown) => {
      await takeBack();
      throw error;
    });
  if (!remembered.ok) {
    await takeBack();
    return remembered;
  }
  await keep();
  desk.written.add(file);
  return done({ file, holds: sayHolds(wish.channel, plan.letters.length), notes: notesOn(plan) });
};

function sayHolds(channel: 'eml' | 'mail-merge', count: number): string {
  const what = channel === 'eml' ? 'mail draft' : 'letter';
  return countOf(count, what);
}

function notesOn({ left, shared }: LettersToWrite): string[] {
  const named = left.slice(0, mostNamed).map(({ sentence }) => `Left out: ${sentence}`);
  const more = left.slice(mostNamed);
  const rest = more.length > 0 ? [`Also left out: ${more.map(({ name }) => name).join(', ')}.`] : [];
  return [
    ...named,
    ...rest,
    ...shared,
    'If you undo this, the files stay, and so does the record that they were written.',
  ];
}

/** Mail drafts, one file each, in a new folder within the one that a person chooses. */
async function placeDrafts(desk: Workbench, { letters }: LettersToWrite, name: string): Promise<Result<OnDisk | null>> {
  const parent = await desk.dialogs.chooseFolder({ title: `Choose a folder for the ${name}` });
  if (parent === null) return done(null);
  const names = fileNames(
    letters.map(({ person }) => person.name),
    'eml',
  );
  const files = letters.map(({ person, subject, body }, at) => ({
    name: names[at] ?? '',
    text: emlDraft({ to: { name: person.name, address: person.email ?? '' }, subject, body }),
  }));
  const label = `Writing ${name}`;
  const placed = await writeFolder(parent, fileName(`${name} ${desk.facts().today}`), files, {
    signal: desk.signal,
    onProgress: ({ done: written, total }) => desk.progress(label, written / total),
  });
  if (!placed.ok) return placed;
  const folder = path.basename(placed.value.path);
  const nameOf = new Map(letters.map((letter, at) => [letter, `${folder}/${names[at] ?? ''}`]));
  return done({ ...placed.value, fileOf: (letter) => nameOf.get(letter) ?? folder });
}

/** One CSV with a row a person: the whole letter, and each of its fields for a mail merge with words of one’s own. */
async function placeMerge(
  desk: Workbench,
  { letters }: LettersToWrite,
  name: string,
  kind: LetterKind,
): Promise<Result<OnDisk | null>> {
  const file = await desk.dialogs.saveFile({
    title: `Save the ${name} for a mail merge`,
    suggestedName: `${fileName(`${name} ${desk.facts().today}`)}.csv`,
    filters: [csvFilter],
  });
  if (file === null) return done(null);
  const label = `Writing ${name}`;
  const sheet = { name, columns: mergeColumns(kind), rows: letters.map((letter) => mergeRow(letter, kind)) };
  const placed = await writeBeside(file, () =>
    runJob(
      'writeCsv',
      { file, sheet },
      {
        signal: desk.signal,
        onProgress: ({ done: written, total }) => desk.progress(label, total > 0 ? written / total : null),
      },
    ),
  );
  if (!placed.ok) return placed;
  return done({ ...placed.value, fileOf: () => path.basename(file) });
}

const mergeColumns = (kind: LetterKind): readonly TableColumn[] => [
  { key: 'email', title: 'E-mail', kind: 'text' },
  ...fieldsOf(kind).map((field): TableColumn => ({ key: field, title: aboutField[field].label, kind: 'text' })),
  { key: 'subject', title: 'Subject', kind: 'text' },
  { key: 'body', title: 'Letter', kind: 'text' },
];

const mergeRow = ({ person, values, subject, body }: Outgoing, kind: LetterKind): TableRow => ({
  ...Object.fromEntries(fieldsOf(kind).map((field) => [field, values[field] ?? ''])),
  email: person.email ?? '',
  subject,
  body,
});

export const letterErrands: Pick<Handlers, 'letters.write'> = { 'letters.write': write };
