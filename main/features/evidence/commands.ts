import { type EvidenceAsked, EvidenceDocumentId, type KeptEvidenceItem } from '../../../shared/model/evidence.ts';
import type { Person } from '../../../shared/model/people.ts';
import { sayName } from '../../../shared/model/people.ts';
import { type Credit, sayCredit } from '../../../shared/model/recertification/amounts.ts';
import type { EvidenceItemId } from '../../../shared/model/recertification/facts.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { remove, update } from '../../log/change.ts';
import { claimOf } from '../../rules/evidence/claim.ts';
import { type ReviewDecision, reviewOf } from '../../rules/evidence/review.ts';
import { laptopOf } from '../leads/queries.ts';
import { askedToday } from './asked.ts';
import { claimFields } from './claims.ts';

export const noSuchEvidence =
  'This evidence was removed, maybe by undoing the step that added it. Open the list and choose again.';

type Item = KeptEvidenceItem & Pick<Person, 'givenName' | 'familyName'>;

/** A piece of evidence with whose it is. */
export const evidenceItemBy = ({ database }: Facts, itemId: EvidenceItemId): Item | undefined =>
  database.get<Item>(
    'SELECT evidenceItem.*, givenName, familyName FROM evidenceItem JOIN person ON person.id = personId WHERE evidenceItem.id = ?',
    itemId,
  );

/** `Yolanda Quarles’s “Fall conference”`. */
const whose = (item: Item): string => `“${item.title}” of ${sayName(item)}`;

const correct: Command<'evidence.correct'> = (facts, { itemId, ...claim }) => {
  const item = evidenceItemBy(facts, itemId);
  if (!item) return refuse(noSuchEvidence);
  if (item.decidedOn !== null && item.state !== 'returned') {
    return refuse(
      `${whose(item)} is decided already, on what was claimed then. Undo the decision first, or add what is missing as new evidence.`,
    );
  }
  const fields = claimFields(facts, claim);
  if (!fields.ok) return fields;
  return {
    ok: true,
    label: `Corrected ${whose({ ...item, title: fields.value.title })}`,
    changes: [update('evidenceItem', itemId, fields.value)],
    value: null,
  };
};

const review: Command<'evidence.review'> = (facts, { itemId, decision }) => {
  const item = evidenceItemBy(facts, itemId);
  if (!item) return refuse(noSuchEvidence);
  const asked = askedToday(facts);
  const { lead } = laptopOf(facts);
  const meant = decisionOf(decision, item, asked);
  if (!meant.ok) return meant;
  const reviewed = reviewOf(item, meant.value, { reviewer: lead, today: facts.today, asked });
  if (!reviewed.ok) return reviewed;
  const { state, accepted, firstAccepted } = reviewed.value;
  const waitsForSecond = state === 'received';
  return {
    ok: true,
    label: waitsForSecond
      ? `Reviewed ${whose(item)}${sayGiven(firstAccepted, asked)}; a second lead decides`
      : `${state === 'returned' ? 'Returned' : state === 'accepted' ? 'Accepted' : 'Partly accepted'} ${whose(item)}${
          state === 'returned' ? '' : sayGiven(accepted, asked)
        }`,
    changes: [update('evidenceItem', itemId, reviewed.value)],
    value: { waitsForSecond },
  };
};

/** `, 6 hours`; nothing where it is for a document alone. */
const sayGiven = (credit: Credit | null, { unit }: EvidenceAsked): string =>
  credit === null || credit === 0 ? '' : `, ${sayCredit(credit)} ${credit === 100 ? unit.one : unit.many}`;

function decisionOf(
  decision: Parameters<typeof review>[1]['decision'],
  { category }: Item,
  asked: EvidenceAsked,
): Result<ReviewDecision> {
  if (decision.kind !== 'part') return done(decision);
  const accepted = claimOf(decision.amount, category, asked);
  if (!accepted.ok) return accepted;
  return done({ kind: 'part', accepted: accepted.value, reason: decision.reason });
}

const removeEvidence: Command<'evidence.remove'> = (facts, { itemId }) => {
  const item = evidenceItemBy(facts, itemId);
  if (!item) return refuse(noSuchEvidence);
  const documents = facts.database.all<{ id: string }>('SELECT id FROM evidenceDocument WHERE itemId = ?', itemId);
  return {
    ok: true,
    label: `Removed ${whose(item)}`,
    changes: [
      ...documents.map(({ id }) => remove('evidenceDocument', EvidenceDocumentId.parse(id))),
      remove('evidenceItem', itemId),
    ],
    value: null,
  };
};

export const evidenceCommands: Pick<Handlers, 'evidence.correct' | 'evidence.review' | 'evidence.remove'> = {
  'evidence.correct': correct,
  'evidence.review': review,
  'evidence.remove': removeEvidence,
};
