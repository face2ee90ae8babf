import { explainStanding } from '../../../../../main/rules/recertification/explain.ts';
import type { EvidenceItem } from '../../../../../shared/model/recertification/facts.ts';
import type { CertificationFacts } from '../../../../../shared/model/recertification/standing.ts';
import { certified, day, rulesNamed, standing } from '../certified.ts';

/** Evidence toward a first cycle. */
export type Evidence = readonly EvidenceItem[];

/** What counts of some evidence, in whole units, and whether it completes the first cycle. */
export function counted(
  key: string,
  evidence: Evidence,
  on: string,
  more: Partial<CertificationFacts> = {},
): [number, boolean] {
  const facts = certified('2024-05-03', { birthMonth: 5, evidence, ...more });
  const [first] = standing(rulesNamed(key), facts, on).cycles;
  return [(first?.counted ?? 0) / 100, first?.completedOn != null];
}

/** What is still needed, as it is said. */
export const stillNeeded = (
  key: string,
  evidence: Evidence,
  on: string,
  more: Partial<CertificationFacts> = {},
): string[] =>
  explainStanding(
    certified('2024-05-03', { birthMonth: 5, evidence, ...more }),
    () => ({ version: 'v1', rules: rulesNamed(key) }),
    day(on),
  ).needs.map(({ sentence }) => sentence);
