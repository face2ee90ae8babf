import { foldName } from '../../../shared/model/people.ts';
import { isEmptyCell, parseYesNo } from './values.ts';

/** A column for one choice of a question: `ALET Membership [Delegate]`, `Membership (choice=Delegate)`. */
export interface ChoiceColumn {
  /** The question, as all of its columns have it. */
  readonly question: string;
  readonly choice: string;
}

const choiceHeader = /^(.+?)\s*(?:\[([^[\]]+)\]|\((?:choice|option|answer)\s*[=:]?\s*([^()]+)\))\s*$/i;

/** The columns that ask one question with a column for each choice, as some forms save ticks; two of them at least. */
export function choiceColumns(header: readonly string[]): ReadonlyMap<number, ChoiceColumn> {
  const found = header.flatMap((cell, column) => {
    const [, question = '', bracketed, named] = choiceHeader.exec(cell.replace(/\s+/g, ' ').trim()) ?? [];
    const choice = (bracketed ?? named ?? '').trim();
    return choice === '' || saysOfAnswering.test(choice) ? [] : [{ column, question: question.trim(), choice }];
  });
  const byQuestion = Map.groupBy(found, ({ question }) => foldName(question));
  const several = [...byQuestion.values()].filter(
    (columns) => new Set(columns.map(({ choice }) => foldName(choice))).size > 1,
  );
  return new Map(several.flat().map(({ column, question, choice }) => [column, { question, choice }]));
}

/** Brackets after a question that don't hold one of its choices. */
const saysOfAnswering = /^(required|optional)$/i;

const ticked = /^(checked|selected|ticked|chosen)$/i;
const notTicked = /^(un(checked|selected|ticked)|not (checked|selected|chosen))$/i;

/** What a cell under a choice answers: the choice where it is ticked, nothing where it isn’t, else what was typed. */
export function chosen(cell: string, { choice }: ChoiceColumn): string {
  const typed = cell.trim();
  if (isEmptyCell(typed) || notTicked.test(typed)) return '';
  if (ticked.test(typed) || foldName(typed) === foldName(choice)) return choice;
  const tick = readTick(typed);
  return tick === null ? cell : tick === 'yes' ? choice : '';
}

/** A cell that says yes or no and nothing else: “No shellfish” is an answer of its own. */
export const readTick = (typed: string) => (typed.length <= 'false'.length ? parseYesNo(typed).value : null);
