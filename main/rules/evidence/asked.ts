import type { EvidenceAsked, FurtherFact } from '../../../shared/model/evidence.ts';
import type { Policy } from '../../../shared/model/program.ts';
import type { Category } from '../../../shared/model/recertification/credit.ts';

/**
 * What the policy asks evidence for: its unit, its kinds of credit, its strands, its checklist, and whether a second lead
 * looks at each. Where it has one due date and no rules of cycles, hours in steps of a hundredth, of no kind.
 */
export function evidenceAskedBy(policy: Policy | null): EvidenceAsked {
  const rules = policy?.recertification.rules ?? null;
  return {
    unit: rules?.unit ?? { one: 'hour', many: 'hours' },
    categories: (rules?.categories ?? []).map((category) => ({
      key: category.key,
      title: category.title,
      step: category.step,
      further: furtherOf(category),
    })),
    further: rules?.elsewhere === 'does-not-count' ? ['countedElsewhere'] : [],
    strands: rules?.strands ?? [],
    checklist:
      rules?.checklist ?? (policy?.recertification.documents ?? []).map((title) => ({ key: keyOf(title), title })),
    secondReview: policy?.recertification.secondReview ?? 'not-needed',
  };
}

/** What the rules of a category go by, beyond hours and how it was held. */
const furtherOf = ({ repeats, unpaidOnly, preApproval, leastRelevance }: Category): FurtherFact[] => [
  ...(repeats === 'always' ? [] : ['activityKey' as const]),
  ...(unpaidOnly ? ['paid' as const] : []),
  ...(preApproval === 'needed' ? ['preApprovedOn' as const] : []),
  ...(leastRelevance > 0 ? ['relevance' as const] : []),
];

/** A key for a piece of the checklist, which the policy knows by its title alone: the same for the same title. */
export function keyOf(title: string): string {
  const key = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return key === '' ? 'piece' : key;
}
