import type { InputOf } from '../../../shared/api.ts';
import { countOf } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { GraduateRow, GraduatesAnswer } from '../../../shared/views/graduates.ts';
import { askReason } from '../../kit/ask.tsx';
import { perform } from '../../kit/perform.ts';
import type { Checklist } from '../requirements/checklist-dialog.tsx';
import type { Graduating } from './graduate-dialog.tsx';

interface ChosenCohort {
  readonly id: CohortId;
  readonly name: string;
}

/** Everyone of a cohort who can graduate. */
export const graduatingAll = ({ id, name }: ChosenCohort): Graduating => ({
  cohortId: id,
  cohort: name,
  participantIds: 'all-who-may',
  name: null,
  isOverruling: false,
});

/** A selection of one cohort, with those who can't graduate shown among them; null where there is none. */
export function graduatingSelected(rows: readonly GraduateRow[]): Graduating | null {
  const [first] = rows;
  if (!first) return null;
  return {
    cohortId: first.cohortId,
    cohort: first.cohort,
    participantIds: rows.map(({ participantId }) => participantId),
    name: rows.length === 1 ? first.name : null,
    isOverruling: false,
  };
}

/** One person, by the rule or against it. */
export const graduatingOne = (row: GraduateRow): Graduating => ({
  cohortId: row.cohortId,
  cohort: row.cohort,
  participantIds: [row.participantId],
  name: row.name,
  isOverruling: row.verdict !== 'may-graduate',
});

/** Asks why a graduation was a mistake, and withdraws it. Gives back whether it did. */
export async function askWithdraw(rows: readonly GraduateRow[]): Promise<boolean> {
  const [first] = rows;
  if (!first) return false;
  const whose = rows.length === 1 ? first.name : countOf(rows.length, 'graduate');
  const reason = await askReason({
    title: `Withdraw the graduation of ${whose}?`,
    sentence:
      'For a graduation that was a mistake. The certificate is revoked: its number says so, and why, whenever someone checks it. The place in the cohort stays, so that they can still graduate.',
    action: 'Withdraw',
    kind: 'danger',
    placeholder: 'Graduated the wrong Smith',
  });
  if (reason === null) return false;
  const done = await perform('graduates.withdraw', {
    participantIds: rows.map(({ participantId }) => participantId),
    reason,
  });
  return done.ok;
}

/** Whose transcripts are printed: the selection, else all of the cohort; null where neither is chosen. */
export function transcriptsOf(
  held: readonly GraduateRow[],
  cohort: ChosenCohort | null,
): InputOf<'transcripts.print'> | null {
  const [first] = held;
  if (first) {
    return cohortsOf(held) > 1
      ? null
      : { cohortId: first.cohortId, participantIds: held.map(({ participantId }) => participantId) };
  }
  return cohort ? { cohortId: cohort.id, participantIds: 'all' } : null;
}

const cohortsOf = (rows: readonly GraduateRow[]): number => new Set(rows.map(({ cohortId }) => cohortId)).size;

/** Whether a selection is of one cohort. */
export const ofOneCohort = (rows: readonly GraduateRow[]): boolean => cohortsOf(rows) === 1;

/** The checklist of a selection of one cohort; null where there is none. */
export function checklistOf(rows: readonly GraduateRow[]): Checklist | null {
  const [first] = rows;
  if (!first) return null;
  return {
    participantIds: rows.map(({ participantId }) => participantId),
    who: rows.length === 1 ? first.name : countOf(rows.length, 'participant'),
    cohortId: first.cohortId,
  };
}

/** Why no one can graduate now; null where someone can. */
export function whyNoGraduating(
  held: readonly GraduateRow[],
  cohort: ChosenCohort | null,
  answer: GraduatesAnswer | undefined,
): string | null {
  if (held.length > 0) {
    const chosen = held.filter(({ verdict }) => verdict === 'may-graduate');
    if (chosen.length === 0) return 'No one in the selection can graduate.';
    return cohortsOf(chosen) > 1 ? 'Select people of one cohort: certificates are numbered by cohort.' : null;
  }
  if (!cohort) return 'Choose a cohort first, or select people who can graduate.';
  return answer && answer.counts['may-graduate'] > 0 ? null : `No one in ${cohort.name} can graduate now.`;
}

/** What is printed: the selection’s certificates, else all of the cohort; null where neither is chosen. */
export function printingOf(
  held: readonly GraduateRow[],
  cohort: ChosenCohort | null,
): InputOf<'graduates.printCertificates'> | null {
  const certified = held.filter(({ certificate }) => certificate !== null);
  const [first] = certified;
  if (first) {
    if (cohortsOf(certified) > 1) return null;
    return { cohortId: first.cohortId, participantIds: certified.map(({ participantId }) => participantId) };
  }
  return cohort && held.length === 0 ? { cohortId: cohort.id, participantIds: 'all' } : null;
}

/** Why nothing can be printed now; null where something can. */
export function whyNoPrinting(
  held: readonly GraduateRow[],
  cohort: ChosenCohort | null,
  answer: GraduatesAnswer | undefined,
): string | null {
  if (held.length === 0 && !cohort) return 'Choose a cohort first, or select graduates.';
  if (held.length === 0 && answer?.counts.graduates === 0) return 'No one in this cohort has graduated yet.';
  if (printingOf(held, cohort)) return null;
  return held.some(({ certificate }) => certificate !== null)
    ? 'Select graduates of one cohort.'
    : 'No one in the selection has a certificate.';
}
