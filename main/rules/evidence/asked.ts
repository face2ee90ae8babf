import type { EvidenceAsked } from '../../../shared/model/evidence.ts';
import type { Policy } from '../../../shared/model/program.ts';

/**
 * What the policy asks evidence for: its unit, its kinds of credit, its strands, its checklist, and whether a second lead
 * looks at each. Without a policy, or where it is silent, hours in steps of a hundredth, of no kind.
 */
export function evidenceAskedBy(policy: Policy | null): EvidenceAsked {
  const secondReview = policy?.recertification.secondReview ?? 'not-needed';
  const rules = policy?.recertification.rules ?? null;
  if (rules !== null) {
    const { unit, strands, checklist } = rules;
    const categories = rules.categories.map(({ key, title, step }) => ({ key, title, step }));
    return { unit, categories, strands, checklist, secondReview };
  }
  const checklist = (policy?.recertification.documents ?? []).map((title) => ({ key: keyOf(title), title }));
  return { unit: { one: 'hour', many: 'hours' }, categories: [], strands: [], checklist, secondReview };
}

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
