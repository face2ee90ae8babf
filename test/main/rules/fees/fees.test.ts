import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decideFee, type FeeFacts, feeStanding, splitEvenly } from '../../../../main/rules/fees/fees.ts';
import { feeKinds } from '../../../../shared/model/fees.ts';
import { Cents, sumCents } from '../../../../shared/model/money.ts';
import { day, policy } from '../al-cto.ts';

const $ = (dollars: number): Cents => Cents.parse(Math.round(dollars * 100));
type Event = FeeFacts['events'][number];
const event = (kind: Event['kind'], dollars: number, on = '2024-06-03', rest: Partial<Event> = {}): Event => ({
  kind,
  cents: $(dollars),
  method: kind === 'waiver' ? null : 'check',
  reference: kind === 'waiver' ? null : '1042',
  payer: kind === 'waiver' ? null : 'Lee County Schools',
  receivedOn: day(on),
  note: null,
  ...rest,
});
const facts = (events: readonly Event[], rest: Partial<FeeFacts> = {}): FeeFacts => ({
  fee: $(75),
  status: 'enrolled',
  fromList: false,
  cohortName: 'Foxtrot',
  events,
  ...rest,
});
const pay = (dollars: number) => event('payment', dollars);
const back = (dollars: number) => event('refund', dollars, '2024-06-10');
const waive = (dollars: number) => event('waiver', dollars, '2024-06-09', { note: 'hardship' });

describe('A fee', () => {
  it.each<[string, readonly Event[], Partial<FeeFacts>, object]>([
    ['is due until money comes', [], {}, { state: 'due', due: 7500, owes: 7500, paid: 0 }],
    ['is part-paid after some of it', [pay(50)], {}, { state: 'part-paid', owes: 2500, paid: 5000 }],
    ['is paid in one go', [pay(75)], {}, { state: 'paid', owes: 0, paid: 7500 }],
    ['is paid in several', [pay(50), pay(25)], {}, { state: 'paid', owes: 0, paid: 7500 }],
    ['is overpaid past its amount', [pay(100)], {}, { state: 'overpaid', owes: 0, over: 2500 }],
    ['is paid again once the surplus went back', [pay(100), back(25)], {}, { state: 'paid', paid: 7500, over: 0 }],
    ['is waived by a lead', [waive(75)], {}, { state: 'waived', owes: 0, waived: 7500, paid: 0 }],
    ['is due in part after a part was waived', [waive(25)], {}, { state: 'due', owes: 5000 }],
    ['is paid where the rest was waived', [pay(50), waive(25)], {}, { state: 'paid', owes: 0 }],
    ['is overpaid where it was waived after it was paid', [pay(75), waive(75)], {}, { state: 'overpaid', over: 7500 }],
    ['is owed again when the money went back', [pay(75), back(75)], {}, { state: 'refunded', owes: 7500, paid: 0 }],
    ['rests when the money went back and it is waived', [pay(75), back(75), waive(75)], {}, { owes: 0 }],
    ['asks nothing more of who withdrew', [], { status: 'withdrawn' }, { state: 'nothing-due', due: 0, owes: 0 }],
    ['stays paid for who withdrew', [pay(75)], { status: 'withdrawn' }, { state: 'paid', owes: 0, over: 0 }],
    ['stays part-paid for who was deferred', [pay(50)], { status: 'deferred' }, { state: 'part-paid', owes: 0 }],
    ['is refunded to who withdrew', [pay(75), back(75)], { status: 'withdrawn' }, { state: 'refunded', owes: 0 }],
    ['is still asked of a graduate', [], { status: 'graduated' }, { state: 'due', owes: 7500 }],
    ['was settled before this desk', [], { status: 'graduated', fromList: true }, { state: 'nothing-due', owes: 0 }],
    ['is nothing where the cohort has none', [], { fee: $(0) }, { state: 'nothing-due', owes: 0 }],
    ['counts nothing as paid where more went back than came', [pay(25), back(75)], {}, { paid: 0, owes: 7500 }],
  ])('%s', (_, events, rest, expected) => {
    expect(decideFee(policy, facts(events, rest))).toMatchObject(expected);
  });

  it('says what is asked, each event in the order of its day, and what is left', () => {
    const { reasons } = decideFee(policy, facts([back(10), pay(60)]));
    expect(reasons.map(({ outcome, sentence }) => `${outcome}: ${sentence}`)).toEqual([
      'order: The course fee of Foxtrot is $75',
      'met: $60 received by check 1042, Jun 3, 2024, from Lee County Schools',
      'unmet: $10 refunded by check 1042, Jun 10, 2024',
      'unmet: $25 is owed',
    ]);
    expect(new Set(reasons.map(({ clause }) => clause))).toEqual(new Set(['fee']));
  });

  it('says the reason of a waiver, and where the cohort’s fee is another than the policy’s', () => {
    const { reasons } = decideFee(policy, facts([waive(60)], { fee: $(60) }));
    expect(reasons[0]?.seen).toBe('set for Foxtrot; the policy says $75');
    expect(reasons[1]).toMatchObject({ outcome: 'overruled', seen: '“hardship”' });
  });
});

const someEvents = fc.array(
  fc
    .record({ kind: fc.constantFrom(...feeKinds), cents: fc.integer({ min: 1, max: 20_000 }) })
    .map(({ kind, cents }) => event(kind, cents / 100)),
  { maxLength: 12 },
);
const someFacts = fc.record({
  fee: fc.integer({ min: 0, max: 20_000 }).map((cents) => Cents.parse(cents)),
  status: fc.constantFrom('enrolled' as const, 'graduated' as const, 'withdrawn' as const, 'deferred' as const),
  fromList: fc.boolean(),
});

describe('Whatever happens to a fee', () => {
  it('does not depend on the order of its events', () => {
    fc.assert(
      fc.property(someEvents, someFacts, fc.infiniteStream(fc.nat()), (events, rest, keys) => {
        const shuffled = events
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const { reasons: _, ...standing } = decideFee(policy, facts(events, rest));
        const { reasons: __, ...other } = decideFee(policy, facts(shuffled, rest));
        expect(other).toEqual(standing);
      }),
    );
  });

  it('balances: what is asked is waived, paid or owed, and what is over came in on top', () => {
    fc.assert(
      fc.property(someEvents, someFacts, (events, rest) => {
        const { due, paid, waived, owes, over } = decideFee(policy, facts(events, rest));
        expect(owes === 0 || over === 0).toBe(true);
        if (due > 0) expect(Math.max(0, due - waived) + over).toBe(paid + owes);
        for (const cents of [due, paid, owes, over]) expect(cents).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is taken back by an event of the other kind', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), (cents) => {
        const sums = { fee: $(75), status: 'enrolled', fromList: false, waived: $(0) } as const;
        const before = feeStanding({ ...sums, received: $(10), refunded: $(0) });
        const after = feeStanding({ ...sums, received: $(10 + cents / 100), refunded: $(cents / 100) });
        expect(after).toEqual({ ...before });
      }),
    );
  });
});

describe('A total split evenly', () => {
  it('adds up to itself, in parts that differ by a cent at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.integer({ min: 1, max: 400 }), (cents, count) => {
        const parts = splitEvenly(Cents.parse(cents), count);
        expect(parts).toHaveLength(count);
        expect(sumCents(parts)).toBe(cents);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is what it is', () => {
    expect(splitEvenly($(100), 3)).toEqual([3334, 3333, 3333]);
    expect(splitEvenly($(375), 5)).toEqual([7500, 7500, 7500, 7500, 7500]);
  });
});
