import type { InputOf } from '../../../shared/api.ts';
import { countOf } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import type { GraduateRow, GraduatesAnswer } from '../../../shared/views/graduates.ts';
import type { Graduating } from './graduate-dialog.tsx';

interface ChosenCohort {
  readonly id: CohortId;
  readonly name: string;
}

const many = (count: number): string => countOf(count, 'is', 'are');

/** Everyone of a cohort who can graduate. */
export const graduatingAll = ({ id, name }: ChosenCohort, { counts }: GraduatesAnswer): Graduating => ({
  cohortId: id,
  cohort: name,
  participantIds: 'all-who-may',
  count: counts['may-graduate'],
  names: [],
  others: [
    ...(counts['on-the-way'] > 0 ? [`${many(counts['on-the-way'])} still in progress: nothing changes.`] : []),
    ...(counts['courses-missing'] > 0
      ? [`${countOf(counts['courses-missing'], 'can’t', 'can’t')} finish with this cohort: nothing changes.`]
      : []),
  ],
  overruling: null,
});

/** Those of a selection who can graduate; null where no one is. All are of one cohort. */
export function graduatingSelected(rows: readonly GraduateRow[]): Graduating | null {
  const chosen = rows.filter(({ verdict }) => verdict === 'may-graduate');
  const [first] = chosen;
  if (!first) return null;
  const left = rows.length - chosen.length;
  return {
    cohortId: first.cohortId,
    cohort: first.cohort,
    participantIds: chosen.map(({ participantId }) => participantId),
    count: chosen.length,
    names: chosen.map(({ name }) => name),
    others: left > 0 ? [`${many(left)} left out: a certificate needs every course.`] : [],
    overruling: null,
  };
}

/** One person, by the rule or against it. */
export const graduatingOne = (row: GraduateRow): Graduating => ({
  cohortId: row.cohortId,
  cohort: row.cohort,
  participantIds: [row.participantId],
  count: 1,
  names: [row.name],
  others: [],
  overruling: row.verdict === 'may-graduate' ? null : row.missing,
});

const cohortsOf = (rows: readonly GraduateRow[]): number => new Set(rows.map(({ cohortId }) => cohortId)).size;

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
