import { sayDate } from '../../../shared/model/dates.ts';
import { type EvidenceAsked, type FurtherFact, furtherAsked } from '../../../shared/model/evidence.ts';
import { type Credit, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { EvidenceRow } from '../../../shared/views/evidence.ts';

/** `6 hours`, `1 point`; a dash where nothing is claimed, as for a document alone. */
export const sayAmount = (credit: Credit, { unit }: Pick<EvidenceAsked, 'unit'>): string =>
  credit === 0 ? '–' : `${sayCredit(credit)} ${credit === 100 ? unit.one : unit.many}`;

/** What is known of an activity besides its title, on one line: `6 hours · Law · May 20, 2024`. */
export const sayActivity = (row: EvidenceRow, asked: EvidenceAsked): string =>
  [
    row.claimed === 0 ? null : sayAmount(row.claimed, asked),
    row.categoryTitle,
    row.strandTitle,
    row.checklistTitle,
    sayDate(row.activityOn),
  ]
    .filter((each) => each !== null)
    .join(' · ');

/** What the rules of its category go by, and what else is on record of it; null: not known. */
export function sayFurther(row: EvidenceRow, asked: EvidenceAsked): readonly (readonly [string, string | null])[] {
  const further = furtherAsked(asked, row.category);
  const facts: readonly (readonly [FurtherFact, string, string | null])[] = [
    ['activityKey', 'Course or talk', row.activityKey],
    ['paid', 'Paid work', row.paid && { paid: 'Yes', unpaid: 'No, unpaid' }[row.paid]],
    ['preApprovedOn', 'Approved beforehand', row.preApprovedOn && sayDate(row.preApprovedOn)],
    ['relevance', 'On the subject', row.relevance === null ? null : `${row.relevance}%`],
    ['countedElsewhere', 'Counted elsewhere', row.countedElsewhere],
  ];
  return facts.filter(([fact, , said]) => further.has(fact) || said !== null).map(([, label, said]) => [label, said]);
}

/** What became of it, where a lead has looked at it. */
export function sayDecided(row: EvidenceRow, asked: EvidenceAsked): string | null {
  if (row.firstReviewer !== null && row.firstReviewedOn !== null) {
    return `${row.firstReviewer} would give it ${row.firstAccepted === null ? 'nothing' : sayAmount(row.firstAccepted, asked)}, ${sayDate(row.firstReviewedOn)}; a second lead decides.`;
  }
  if (row.decidedOn === null) return null;
  const by = row.reviewer === null ? '' : ` by ${row.reviewer}`;
  const given = row.accepted === null || row.accepted === 0 ? '' : `${sayAmount(row.accepted, asked)} accepted`;
  const what = row.state === 'returned' ? 'Returned' : given || 'Accepted';
  const why = row.returnedBecause === null ? '' : ` “${row.returnedBecause}”`;
  return `${what}${by}, ${sayDate(row.decidedOn)}.${why}`;
}
