import type { CivilDate } from '../../../shared/model/dates.ts';
import { PersonId } from '../../../shared/model/ids.ts';
import { timesCents } from '../../../shared/model/money.ts';
import { type Credit, creditOf } from '../../../shared/model/recertification/amounts.ts';
import type { Category } from '../../../shared/model/recertification/credit.ts';
import { type EvidenceItem, EvidenceItemId } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts } from '../../../shared/model/recertification/standing.ts';
import { standingOn } from './life.ts';
import { newlyCertified } from './newly-certified.ts';
import type { RulesFor } from './walk.ts';

/** Somebody whom nobody knows, and what they did: what a lead tries rules on. */
export interface ExampleInput {
  readonly certifiedOn: CivilDate;
  readonly cohort: string;
  /** 1 to 12; null: not known. */
  readonly birthMonth: number | null;
  readonly earned: readonly { readonly category: string | null; readonly credit: Credit }[];
  readonly ticked: readonly string[];
  readonly paid: boolean;
  readonly doneOn: CivilDate;
}

/** The facts of an example: everything it says was done, on one day, in a way that counts wherever it can. */
export function exampleFacts(
  rules: RecertificationRules,
  rulesFor: RulesFor,
  example: ExampleInput,
): CertificationFacts {
  const { certifiedOn, cohort, birthMonth, earned, ticked, paid, doneOn } = example;
  const bare = newlyCertified(certifiedOn, { cohort, examOn: certifiedOn, birthMonth });
  const cycle = standingOn(bare, rulesFor, doneOn).cycle?.number ?? 1;
  return {
    ...bare,
    ticked: ticked.map((item) => ({ item, cycle, on: doneOn })),
    evidence: earned.flatMap(({ category, credit }) => activities(rules, category, credit, doneOn)),
    payments: paid
      ? rules.fees.map(({ key, kind, amount }) => ({
          cycle,
          fee: key,
          // A fee asked for each year is paid for every year that a cycle can have.
          amount: kind === 'yearly' ? timesCents(amount, longestCycleYears) : amount,
          // Evidence counts only from this fee on.
          paidOn: kind === 'entry' ? certifiedOn : doneOn,
        }))
      : [],
  };
}

const longestCycleYears = 20;

/** No example has more activities than this; where each counts for little, the last one is the rest. */
const mostActivities = 200;

/** So much credit as accepted evidence: several activities where one counts only up to a limit. */
function activities(rules: RecertificationRules, key: string | null, credit: Credit, on: CivilDate): EvidenceItem[] {
  const category = rules.categories.find((each) => each.key === key) ?? null;
  const each =
    category?.mostEach == null ? credit : Math.max(1, Math.floor((category.mostEach * 100) / category.value));
  const items: EvidenceItem[] = [];
  for (let left: number = credit; left > 0 && items.length < mostActivities; left -= each) {
    items.push(activity(rules, category, key, creditOf(Math.min(left, each)), on, items.length));
  }
  return items;
}

const nobody = PersonId.parse('00000000-0000-7000-8000-000000000000');

function activity(
  rules: RecertificationRules,
  category: Category | null,
  key: string | null,
  credit: Credit,
  on: CivilDate,
  number: number,
): EvidenceItem {
  return {
    id: EvidenceItemId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`),
    personId: nobody,
    title: 'An activity',
    activityOn: on,
    category: key,
    strand: rules.strands[0]?.key ?? null,
    delivery: category?.deliveries[0] ?? null,
    checklistItem: null,
    claimed: credit,
    accepted: credit,
    state: 'accepted',
    receivedOn: on,
    decidedOn: on,
    reviewer: null,
    returnedBecause: null,
    activityKey: null,
    paid: category?.unpaidOnly ? 'unpaid' : null,
    preApprovedOn: category?.preApproval === 'needed' ? on : null,
    relevance: null,
    countedElsewhere: null,
  };
}
