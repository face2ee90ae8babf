import type { ParsedInputOf } from '../../../shared/api.ts';
import { type RecertificationPayment, RecertificationPaymentId } from '../../../shared/model/recertification/facts.ts';
import type { Cycle } from '../../../shared/model/recertification/standing.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, remove } from '../../log/change.ts';
import { rulesUnder } from '../../rules/recertification/kept-rules.ts';
import { paymentOf, sayPayment } from '../../rules/recertification/payment.ts';
import { type FeeLine, feeLines } from '../../rules/recertification/payments.ts';
import { type Certified, certifiedOn } from './certified.ts';

/** The fees of one cycle by the rules that it goes by, with what was paid by the day it is today. */
export function feesOfCycle(
  facts: Facts,
  { facts: certification, life, rules }: Certified,
  cycle: Cycle,
): readonly FeeLine[] {
  const own = facts.policies.find(({ versionId }) => versionId === cycle.version);
  const { payments } = certification;
  return feeLines(own ? rulesUnder(own.policy) : rules, { payments, extensions: life.extensions }, cycle, facts.today);
}

const pay: Command<'recertification.pay'> = (facts, { participantId, cycle, note, ...asked }) => {
  const now = certifiedOn(facts, participantId, facts.today);
  if (!now.ok) return now;
  const { graduate, standing } = now.value;
  const { name, graduatedOn } = graduate;
  const of = standing.cycles.find(({ number }) => number === cycle);
  if (!of) return refuse(`${name} has no cycle ${cycle}. Open the person again and choose one of theirs.`);
  const lines = feesOfCycle(facts, now.value, of);
  const amount = paymentOf(name, lines, asked, { graduatedOn, today: facts.today });
  if (!amount.ok) return amount;
  const title = lines.find(({ key }) => key === asked.fee)?.title ?? asked.fee;
  const row = rowOf(facts, { participantId, cycle, note, ...asked }, amount.value);
  return {
    ok: true,
    label: `Recorded ${sayPayment(amount.value, title, asked.paidOn)}, for cycle ${cycle} of ${name}`,
    changes: [insert('recertificationPayment', row)],
    value: null,
  };
};

const rowOf = (
  { newId }: Facts,
  { participantId, cycle, fee, paidOn, note }: ParsedInputOf<'recertification.pay'>,
  amount: RecertificationPayment['amount'],
): RecertificationPayment => ({
  id: RecertificationPaymentId.parse(newId()),
  participantId,
  cycle,
  fee,
  amount,
  paidOn,
  note: note || null,
});

const removePayment: Command<'recertification.removePayment'> = (facts, { paymentId }) => {
  const payment = facts.database.get<RecertificationPayment>(
    'SELECT * FROM recertificationPayment WHERE id = ?',
    paymentId,
  );
  if (!payment) {
    return refuse('This payment was removed or undone. Open the person again.');
  }
  const now = certifiedOn(facts, payment.participantId, facts.today);
  if (!now.ok) return now;
  const { name } = now.value.graduate;
  return {
    ok: true,
    label: `Removed ${sayPayment(payment.amount, payment.fee, payment.paidOn)}, from cycle ${payment.cycle} of ${name}`,
    changes: [remove('recertificationPayment', payment.id)],
    value: null,
  };
};

export const recertificationPaymentCommands: Pick<Handlers, 'recertification.pay' | 'recertification.removePayment'> = {
  'recertification.pay': pay,
  'recertification.removePayment': removePayment,
};
