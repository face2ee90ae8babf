import type { ApplicationStatus } from '../../../shared/model/applicants.ts';
import { isInTheOrder } from '../../../shared/model/applicants.ts';
import { countOf, nameOrCount, sayCount } from '../../../shared/model/counts.ts';
import type { ApplicationId, CohortId } from '../../../shared/model/ids.ts';
import { type ApplicantRow, type ApplicantsAnswer, sayApplicantStanding } from '../../../shared/views/applicants.ts';
import { askReason, confirm } from '../../kit/ask.tsx';
import { perform } from '../../kit/perform.ts';
import { sayRefused } from '../../kit/toast-store.ts';
import { offerToNext } from '../offers/dialog-store.ts';
import { isAcceptable } from './columns.tsx';

const many = (count: number, word = 'applicant'): string => countOf(count, word);

/** `Jamal Calloway`, or `3 applicants`. */
export const sayApplicants = (rows: readonly ApplicantRow[]): string => nameOrCount(rows, 'applicant');

const promise = 'They become participants in the cohort, and each decision is saved with its reasons.';
/** Why a selection can’t be accepted. */
export const nobodyToAccept = 'No one in the selection has a seat that is not accepted yet.';

/** Accepts everyone within the seats, after saying who that is and who stays. */
export async function acceptEveryone({ cohort, acceptable, undecided, counts }: ApplicantsAnswer): Promise<void> {
  if (acceptable === 0) {
    const why =
      counts.accepted > 0 ? 'Everyone within the seats is accepted already.' : 'No one is within the seats yet.';
    sayRefused({ sentence: why, reasons: [] });
    return;
  }
  const yes = await confirm({
    title: `Accept ${many(acceptable)} to ${cohort.name}?`,
    sentence: promise,
    lines: [
      ...(counts.accepted > 0 ? [`${many(counts.accepted)} accepted before: nothing changes.`] : []),
      ...(counts.waiting > 0 ? [`${many(counts.waiting)} past the last seat: they keep their place in line.`] : []),
      ...(undecided > 0 ? [`${many(undecided)} to look at: not accepted.`] : []),
      ...(counts['not-eligible'] > 0 ? [`${many(counts['not-eligible'])} not eligible: not accepted.`] : []),
    ],
    action: `Accept ${sayCount(acceptable)}`,
  });
  if (yes) await perform('applicants.accept', { cohortId: cohort.id, applicationIds: 'within-seats' });
}

/** Accepts those of a selection who have a seat, after saying who is left out and why. */
export async function acceptSelected(
  cohort: ApplicantsAnswer['cohort'],
  rows: readonly ApplicantRow[],
): Promise<boolean> {
  const chosen = rows.filter(isAcceptable);
  if (chosen.length === 0) {
    sayRefused({ sentence: nobodyToAccept, reasons: [] });
    return false;
  }
  const left = rows.filter((row) => !isAcceptable(row));
  const more = left.length > 8 ? [`And ${many(left.length - 8, 'other')} as they are.`] : [];
  const yes = await confirm({
    title: `Accept ${sayApplicants(chosen)} to ${cohort.name}?`,
    sentence: promise,
    lines: [
      ...left.slice(0, 8).map((row) => `${row.name} stays as is: ${sayApplicantStanding(row).toLowerCase()}.`),
      ...more,
    ],
    action: `Accept ${sayCount(chosen.length)}`,
  });
  if (!yes) return false;
  const result = await perform('applicants.accept', { cohortId: cohort.id, applicationIds: idsOf(chosen) });
  return result.ok;
}

/** Accepts one applicant; past the last seat, which only an overruling opens, after asking. */
export async function acceptOne(
  cohortId: CohortId,
  cohort: ApplicantsAnswer['cohort'],
  row: ApplicantRow,
): Promise<void> {
  if (row.verdict !== 'within-seats') {
    const yes = await confirm({
      title: `Accept ${row.name} past the last seat?`,
      sentence: `${cohort.name} has ${countOf(cohort.seats, 'seat')}, and ${row.name} is at place ${row.place}. A lead overruled the rule for this applicant, so it can be done; ${cohort.name} may then hold more people than seats.`,
      action: 'Accept',
    });
    if (!yes) return;
  }
  await perform('applicants.accept', { cohortId, applicationIds: idsOf([row]) });
}

export type Act = Exclude<ApplicationStatus, 'accepted'>;

interface Question {
  readonly title: (who: string) => string;
  readonly action: string;
  readonly sentence: string;
  readonly danger: boolean;
}

const back = 'You can undo this.';
const questions: Partial<Record<Act, Question>> = {
  declined: {
    title: (who) => `Decline ${who}?`,
    action: 'Decline',
    sentence: `They leave the order, and the next in line move up. ${back}`,
    danger: true,
  },
  withdrawn: {
    title: (who) => `Withdraw ${who}?`,
    action: 'Withdraw',
    sentence: `The application is withdrawn. An accepted seat opens up for the next in order. ${back}`,
    danger: true,
  },
};

/** Sets a status; whatever takes someone out of the order asks for the reason first. */
export async function askAndSetStatus(rows: readonly ApplicantRow[], status: Act): Promise<boolean> {
  const chosen = rows.filter((row) => row.status !== status);
  const question = questions[status];
  const accepted = chosen.filter((row) => row.status === 'accepted').length;
  let reason: string | null = null;
  if (question) {
    reason = await askReason({
      title: question.title(sayApplicants(chosen)),
      sentence: question.sentence,
      ...(accepted > 0 && chosen.length > 1 ? { lines: [`${many(accepted)} of them accepted already.`] } : {}),
      action: question.action,
      kind: question.danger ? 'danger' : 'primary',
      optional: true,
    });
    if (reason === null) return false;
  } else if (accepted > 0) {
    const yes = await confirm({
      title: `Undo the acceptance of ${sayApplicants(chosen.filter((row) => row.status === 'accepted'))}?`,
      sentence: `They leave the cohort, and ${accepted === 1 ? 'the seat goes' : 'the seats go'} to the next in order.`,
      action: 'Undo acceptance',
      kind: 'danger',
    });
    if (!yes) return false;
  }
  const result = await perform('applicants.setStatus', {
    applicationIds: idsOf(chosen),
    status,
    reason: reason === '' ? null : reason,
  });
  // A seat that became free goes to the next in order: the lead is asked at once.
  if (result.ok) offerToNext(result.value.next);
  return result.ok;
}

const idsOf = (rows: readonly ApplicantRow[]): ApplicationId[] => rows.map(({ applicationId }) => applicationId);

/** Whether there is anything to do for a status among these. */
export const canSet = (rows: readonly ApplicantRow[], status: Act): boolean =>
  rows.some((row) => row.status !== status && (status === 'submitted' ? !isInTheOrder(row.status) : true));
