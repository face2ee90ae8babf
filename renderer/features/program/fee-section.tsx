import { Cents } from '../../../shared/model/money.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { options, sayRefunds } from '../policy-words/policy-words.ts';
import { Governed, Section } from './section.tsx';
import { useDraft } from './store.ts';

/** What a place costs, whom and by when it is paid, and what is given back. */
export function FeeSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { fee, program } = policy;
  return (
    <Section id="fee" title="Fee">
      <Governed clauses={[fee.clause]} changed={fee.amount !== base.fee.amount}>
        <NumberField
          label="One-time course fee"
          unit="dollars"
          fractions
          max={1_000_000}
          value={fee.amount / 100}
          onChange={(dollars) =>
            dollars !== null && edit((now) => ({ fee: { ...now.fee, amount: Cents.parse(Math.round(dollars * 100)) } }))
          }
        />
      </Governed>
      <Governed clauses={[]} changed={fee.payTo !== base.fee.payTo}>
        <TextArea
          label="Pay to, as printed on invoices"
          hint={`Name and address, line by line; if blank, invoices say “${program.organization}”.`}
          value={fee.payTo}
          onChange={(payTo) => edit((now) => ({ fee: { ...now.fee, payTo: payTo.slice(0, 400) } }))}
        />
      </Governed>
      <Governed clauses={[fee.paymentClause]} changed={fee.paymentDays !== base.fee.paymentDays}>
        <NumberField
          label="An invoice is to be paid within"
          hint="Leave blank to name no due date."
          unit={fee.paymentDays === null ? 'no due date' : 'days'}
          optional
          max={366}
          value={fee.paymentDays}
          onChange={(paymentDays) => edit((now) => ({ fee: { ...now.fee, paymentDays } }))}
        />
      </Governed>
      <Governed clauses={[fee.refundsClause]} changed={fee.refunds !== base.fee.refunds}>
        <SelectField
          label="Refunds and waivers"
          value={fee.refunds}
          options={options(sayRefunds)}
          onChange={(refunds) => edit((now) => ({ fee: { ...now.fee, refunds } }))}
        />
      </Governed>
    </Section>
  );
}
