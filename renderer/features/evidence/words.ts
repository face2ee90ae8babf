import { sayDate } from '../../../shared/model/dates.ts';
import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
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
