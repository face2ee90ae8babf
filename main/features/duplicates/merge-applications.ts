import { Answers, type Application } from '../../../shared/model/applicants.ts';
import { fromJson, toJson } from '../../../shared/model/json.ts';
import type { ReadableDatabase } from '../../database/handles.ts';
import { type Change, remove, update } from '../../log/change.ts';
import type { MergedRows } from './merged-records.ts';
import { moveRows } from './move-rows.ts';

/** Two applications to one cohort. */
export type ApplicationPair = MergedRows<Application>['joined'][number];

/** Makes two applications to one cohort one: the later answers, the decision that went further, every form sent. */
export function* joinApplications(database: ReadableDatabase, { kept, gone }: ApplicationPair): Generator<Change> {
  yield update('application', kept.id, {
    ...timesOf(kept, gone),
    ...answersOf(kept, gone),
    ...decisionOf(kept, gone),
    overrule: kept.overrule ?? gone.overrule,
  });
  yield* moveRows(database, 'application', kept.id, gone.id);
  yield remove('application', gone.id);
}

/** The first and the latest moment of sending; where one application has times that can be relied on, they alone count. */
function timesOf(
  kept: Application,
  gone: Application,
): Pick<Application, 'firstSubmittedAt' | 'latestSubmittedAt' | 'submittedDoubt'> {
  const sure = [kept, gone].filter(({ submittedDoubt }) => submittedDoubt === null);
  const counting = sure.length > 0 ? sure : [kept, gone];
  // Moments sort as texts.
  const [firstSubmittedAt = kept.firstSubmittedAt] = counting.map((each) => each.firstSubmittedAt).sort();
  const latestSubmittedAt =
    counting
      .map((each) => each.latestSubmittedAt)
      .sort()
      .at(-1) ?? kept.latestSubmittedAt;
  return { firstSubmittedAt, latestSubmittedAt, submittedDoubt: sure.length > 0 ? null : kept.submittedDoubt };
}

const settled = ['membership', 'highestPost', 'yearsInEducation'] as const;

/** The answers of the form that came last; what it left open stays as the earlier one, or a lead, had settled it. */
function answersOf(kept: Application, gone: Application): Partial<Omit<Application, 'id'>> {
  const [later, earlier] = gone.latestSubmittedAt > kept.latestSubmittedAt ? [gone, kept] : [kept, gone];
  const answers = { ...fromJson(Answers, later.answers) };
  const before = fromJson(Answers, earlier.answers);
  const filled = settled.filter((field) => later[field] === null && earlier[field] !== null);
  for (const field of filled) answers[field] = before[field] ?? '';
  const open = new Set<string>(filled);
  return {
    membership: open.has('membership') ? earlier.membership : later.membership,
    highestPost: open.has('highestPost') ? earlier.highestPost : later.highestPost,
    yearsInEducation: open.has('yearsInEducation') ? earlier.yearsInEducation : later.yearsInEducation,
    payment: later.payment ?? earlier.payment,
    needs: later.needs ?? earlier.needs,
    answers: filled.length === 0 ? later.answers : toJson(answers),
  };
}

/** An acceptance stands before everything, since a place in the cohort hangs on it; else what was decided last. */
function decisionOf(kept: Application, gone: Application): Partial<Omit<Application, 'id'>> {
  const rank = ({ status }: Application): number => (status === 'accepted' ? 2 : status === 'submitted' ? 0 : 1);
  const further = rank(gone) - rank(kept);
  const { status, statusAt, statusReason, decision } =
    further > 0 || (further === 0 && gone.statusAt > kept.statusAt) ? gone : kept;
  return { status, statusAt, statusReason, decision };
}
