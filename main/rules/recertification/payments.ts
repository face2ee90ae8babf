import type { CivilDate } from '../../../shared/model/dates.ts';
import { type Cents, lessCents, sumCents, timesCents } from '../../../shared/model/money.ts';
import { extensionFee, type RecertificationExtension } from '../../../shared/model/recertification/facts.ts';
import type { RecertificationFee } from '../../../shared/model/recertification/life.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import type { CertificationFacts, Cycle, CycleDays } from '../../../shared/model/recertification/standing.ts';
import { yearsBack } from './calendar.ts';

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

/** How often a yearly fee is asked in a cycle: once for each of its years. */
export const yearsIn = ({ beginsOn, endsOn }: Pick<CycleDays, 'beginsOn' | 'endsOn'>): number =>
  beginsOn === null || endsOn === null ? 1 : Math.max(1, yearsBack(beginsOn, endsOn).length);

/** A fee of a cycle: what is asked for it in all, and what was paid by a day. */
export interface FeeLine {
  readonly key: string;
  readonly title: string;
  readonly due: Cents;
  readonly paid: Cents;
  readonly open: Cents;
  /** What must happen for it to be asked: `if late`; null: it is asked of everyone. */
  readonly onlyIf: string | null;
}

const sayOnlyIf: Partial<Record<RecertificationFee['kind'], string>> = {
  late: 'if late',
  reinstatement: 'to come back',
};

/** Every fee that the rules, or an extension, can ask for a cycle; a late fee too, though no one may have to pay it. */
export function feeLines(
  { fees, life }: RecertificationRules,
  {
    payments,
    extensions,
  }: Pick<CertificationFacts, 'payments'> & {
    readonly extensions: readonly Pick<RecertificationExtension, 'cycle' | 'fee' | 'takenBackOn'>[];
  },
  cycle: Pick<Cycle, 'number' | 'beginsOn' | 'endsOn'>,
  on: CivilDate,
): readonly FeeLine[] {
  const paidFor = (key: string): Cents =>
    sumCents(
      payments
        .filter((payment) => payment.cycle === cycle.number && payment.fee === key && payment.paidOn <= on)
        .map(({ amount }) => amount),
    );
  const line = (key: string, title: string, due: Cents, onlyIf: string | null = null): FeeLine => {
    const paid = paidFor(key);
    return { key, title, due, paid, open: lessCents(due, paid), onlyIf };
  };
  const more = sumCents(
    extensions.filter((each) => each.cycle === cycle.number && each.takenBackOn === null).map(({ fee }) => fee),
  );
  return [
    ...fees
      .filter(({ amount }) => amount > 0)
      .map(({ key, title, kind, amount }) =>
        line(key, title, timesCents(amount, kind === 'yearly' ? yearsIn(cycle) : 1), sayOnlyIf[kind] ?? null),
      ),
    ...(life.extension !== null && more > 0 ? [line(extensionFee, 'Extension', more)] : []),
  ];
}

function dayReached(payments: CertificationFacts['payments'], amount: number): CivilDate | null {
  let sum = 0;
  for (const { amount: paid, paidOn } of payments.toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1))) {
    sum += paid;
    if (sum >= amount) return paidOn;
  }
  return null;
}
