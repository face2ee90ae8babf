import type { ApplicationStatus, Ranking } from '../../../shared/model/applicants.ts';
import type { ParticipantStatus } from '../../../shared/model/cohorts.ts';
import { fieldsOf, type LetterField, type LetterKind, letterFields, manyLines } from '../../../shared/model/letters.ts';
import type { Cents } from '../../../shared/model/money.ts';
import { foldName } from '../../../shared/model/people.ts';
import type { RecertificationState } from '../../../shared/model/recertification.ts';

/** How someone stands towards a cohort, as far as letters ask. */
export interface LetterStanding {
  /** Null: no application, as of a graduate from an old list. */
  readonly status: ApplicationStatus | null;
  readonly verdict: Ranking['verdict'] | null;
  readonly participant: ParticipantStatus | null;
  /** What is still owed of the fee; null: nothing, or it is not known. */
  readonly owed: Cents | null;
  readonly documents: { readonly state: RecertificationState; readonly daysLeft: number } | null;
  /** Whether a seat was offered to the person and is not answered yet. */
  readonly isOffered: boolean;
}

/** What of the cohort and the policy decides who gets a letter. */
interface LetterSetting {
  /** Whether someone of the cohort is accepted: before, past the last seat is no news for anybody. */
  readonly selected: boolean;
  /** Days before the due date from which documents are reminded of. */
  readonly remindDays: number;
}

/**
 * Whether someone is to get a letter of a kind now, whether or not one was written before.
 *
 * Accepted until graduated. Waiting: whom a lead put on the list, and, once the cohort is selected, whom the order puts
 * past the last seat, as long as no seat is offered. Documents: from the policy's reminder on until they came in.
 */
export function isToGet(kind: LetterKind, standing: LetterStanding, setting: LetterSetting): boolean {
  const { status, verdict, participant, documents } = standing;
  const open = status === 'submitted' || status === 'under-review' || status === 'waiting';
  switch (kind) {
    case 'accepted':
      return status === 'accepted' && participant !== 'graduated';
    case 'waiting':
      if (!open || standing.isOffered || verdict === 'within-seats') return false;
      return status === 'waiting' || (setting.selected && verdict === 'waiting');
    case 'seat-offered':
      return standing.isOffered;
    case 'declined':
      return status === 'declined';
    case 'fee-reminder':
      return standing.owed !== null && standing.owed > 0;
    case 'recertification-reminder':
      if (participant !== 'graduated' || documents === null) return false;
      if (documents.state === 'received' || documents.state === 'received-late') return false;
      return documents.state !== 'due' || documents.daysLeft <= setting.remindDays;
  }
}

/** What a letter that comes round again is about: the offer, or the due date of the documents; empty for the others. */
export function occasionOf(kind: LetterKind, about: { readonly offerId: string; readonly dueOn: string }): string {
  if (kind === 'seat-offered') return about.offerId;
  return kind === 'recertification-reminder' ? about.dueOn : '';
}

/** The values of a letter's fields; one that is not there, or is empty, is missing. */
export type FieldValues = { readonly [Field in LetterField]?: string };

/** A letter to someone. Where a value is missing, its field stands as in the template, and is named. */
export interface Rendered {
  readonly subject: string;
  readonly body: string;
  readonly missing: readonly LetterField[];
}

const inBraces = /\{([^{}]*)\}/g;
const isField = (name: string): name is LetterField => letterFields.some((field) => field === name);

/** Puts the values into a template. Lines that a person's own value brings along are kept; the subject stays one line. */
export function renderLetter(
  template: { readonly subject: string; readonly body: string },
  values: FieldValues,
): Rendered {
  const missing = new Set<LetterField>();
  const fill = (text: string): string =>
    text.replace(inBraces, (whole, name: string) => {
      if (!isField(name)) return whole;
      const value = values[name]?.trim() ?? '';
      if (value !== '') return value;
      missing.add(name);
      return whole;
    });
  const subject = fill(template.subject).replace(/\s+/g, ' ').trim();
  return { subject, body: fill(template.body), missing: [...missing] };
}

/** What is wrong with a template's words, a sentence each: fields that no one knows, braces that do not close. */
export function templateProblems(
  kind: LetterKind,
  template: { readonly subject: string; readonly body: string },
): readonly string[] {
  const known = fieldsOf(kind);
  const problems = [template.subject, template.body].flatMap((text) => [
    ...[...text.matchAll(inBraces)].flatMap(([, name = '']) => fieldProblem(known, name)),
    ...strayBraces(text),
  ]);
  for (const field of manyLines) {
    if (template.subject.includes(`{${field}}`)) {
      problems.push(`{${field}} takes several lines and can’t be in the subject. Put it in the letter.`);
    }
  }
  if (problems.length === 0) return [];
  return [...new Set(problems), `The fields of this letter are ${known.map((field) => `{${field}}`).join(' ')}.`];
}

function fieldProblem(known: readonly LetterField[], name: string): string[] {
  if (known.some((field) => field === name)) return [];
  if (isField(name)) return [`{${name}} is not known in this letter.`];
  const meant =
    known.find((field) => foldName(field) === foldName(name)) ??
    known.find((field) => isNear(foldName(field), foldName(name)));
  return [`There is no field {${name}}.${meant === undefined ? '' : ` Perhaps {${meant}}.`}`];
}

/** Whether two words differ by one slip at most: a letter too many, too few, another one, or two swapped. */
function isNear(a: string, b: string): boolean {
  if (b.length < 3 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return swapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}

function strayBraces(text: string): string[] {
  const rest = text.replace(inBraces, '');
  const at = rest.search(/[{}]/);
  if (at < 0) return [];
  const around = rest.slice(at, at + 20).split('\n')[0] ?? '';
  return [`The brace before “${around.slice(1).trim() || around}” has no match. A field goes between { and }.`];
}
