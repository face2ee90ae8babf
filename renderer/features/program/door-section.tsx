import type { Policy } from '../../../shared/model/program.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { options, sayFeeAtTheDoor } from '../policy-words/policy-words.ts';
import { Governed, Section } from './section.tsx';
import { useDraft } from './store.ts';

/** What the door asks of someone who owes the fee, or comes late. */
export function DoorSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { fee, door } = policy;
  return (
    <Section id="door" title="At the door">
      <Governed clauses={[fee.atTheDoorClause]} changed={fee.atTheDoor !== base.fee.atTheDoor}>
        <SelectField
          label="Someone who owes the fee"
          value={fee.atTheDoor}
          options={options(sayFeeAtTheDoor)}
          onChange={(atTheDoor) => edit((now) => ({ fee: { ...now.fee, atTheDoor } }))}
        />
      </Governed>
      <Governed clauses={[door.lateAfterClause]} changed={door.lateAfterMinutes !== base.door.lateAfterMinutes}>
        <NumberField
          label="A check-in is late after"
          hint="Leave blank if a lead marks who came late. Time missed by coming late doesn’t count toward the hours."
          unit={door.lateAfterMinutes === null ? 'never by itself' : 'minutes'}
          optional
          max={600}
          value={door.lateAfterMinutes}
          onChange={(lateAfterMinutes) => edit((now) => ({ door: { ...now.door, lateAfterMinutes } }))}
        />
      </Governed>
    </Section>
  );
}
