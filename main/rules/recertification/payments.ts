import type { CivilDate } from '../../../shared/model/dates.ts';
import type { RecertificationFee } from '../../../shared/model/recertification/life.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts } from '../../../shared/model/recertification/standing.ts';

/**
 * The day since which every fee of a kind is paid for a cycle; null: some isn't; `not-asked`: there is none. A yearly fee
 * is asked `times`, once for each year of the cycle.
 */
export function paidSince(
  { fees }: RecertificationRules,
  { payments }: Pick<CertificationFacts, 'payments'>,
  cycle: number,
  kind: RecertificationFee['kind'],
  times = 1,
): CivilDate | null | 'not-asked' {
  const asked = fees.filter((fee) => fee.kind === kind && fee.amount > 0);
  if (asked.length === 0) return 'not-asked';
  let since: CivilDate | null = null;
  for (const fee of asked) {
    const amount = fee.amount * (kind === 'yearly' ? times : 1);
    const day = dayReached(
      payments.filter((payment) => payment.fee === fee.key && payment.cycle === cycle),
      amount,
    );
    if (day === null) return null;
    if (since === null || day > since) since = day;
  }
  return since;
}

function dayReached(payments: CertificationFacts['payments'], amount: number): CivilDate | null {
  let sum = 0;
  for (const { amount: paid, paidOn } of payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    sum += paid;
    if (sum >= amount) return paidOn;
  }
  return null;
}
