import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
import type { Facts } from '../../call/facts.ts';
import { evidenceAskedBy } from '../../rules/evidence/asked.ts';

/** What the policy of today asks evidence for. */
export const askedToday = ({ inForce }: Facts): EvidenceAsked => evidenceAskedBy(inForce?.policy ?? null);

/** What a key is called in the policy; the key itself where the policy no longer has it. */
export const titleOf = (
  choices: readonly { readonly key: string; readonly title: string }[],
  key: string | null,
): string | null => (key === null ? null : (choices.find((each) => each.key === key)?.title ?? key));
