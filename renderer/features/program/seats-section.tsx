import type { Policy } from '../../../shared/model/program.ts';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import {
  options,
  sayCountingYears,
  sayEarly,
  sayLate,
  sayPastLastSeat,
  sayReturning,
} from '../policy-words/policy-words.ts';
import { Governed, Section } from './section.tsx';
import { useDraft } from './store.ts';

/** How many are accepted, and what happens to the rest and to late applicants. */
export function SeatsSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { admission } = policy;
  const set = (part: Partial<Policy['admission']>) => edit((now) => ({ admission: { ...now.admission, ...part } }));
  return (
    <Section id="seats" title="Seats and the order">
      <Governed clauses={[admission.seatsClause]} changed={admission.seats !== base.admission.seats}>
        <NumberField
          label="Seats in a new cohort"
          hint="Each cohort has its own number, which you can change there."
          unit="seats"
          min={1}
          max={100_000}
          value={admission.seats}
          onChange={(seats) => seats !== null && set({ seats })}
        />
      </Governed>
      <Governed
        clauses={[admission.pastLastSeatClause]}
        changed={admission.pastLastSeat !== base.admission.pastLastSeat}
      >
        <SelectField
          label="Past the last seat"
          value={admission.pastLastSeat}
          options={options(sayPastLastSeat)}
          onChange={(pastLastSeat) => set({ pastLastSeat })}
        />
      </Governed>
      <Governed
        clauses={[admission.perOrganizationCapClause]}
        changed={admission.perOrganizationCap !== base.admission.perOrganizationCap}
      >
        <NumberField
          label="At most from one school system"
          hint="Leave blank for no limit. Anyone above the limit waits, even while seats are empty, and the seat goes to the next person."
          unit={admission.perOrganizationCap === null ? 'no limit' : 'seats'}
          optional
          min={1}
          max={100_000}
          value={admission.perOrganizationCap}
          onChange={(perOrganizationCap) => set({ perOrganizationCap })}
        />
      </Governed>
      <Governed clauses={[admission.windowClause]} changed={admission.windowDays !== base.admission.windowDays}>
        <NumberField
          label="An application window is open for"
          hint="When you set only the first day of a new cohort’s window, the last day follows. Leave blank to keep it open until you close it."
          unit={admission.windowDays === null ? 'until a lead closes it' : 'days'}
          optional
          min={1}
          max={366}
          value={admission.windowDays}
          onChange={(windowDays) => set({ windowDays })}
        />
      </Governed>
      <Governed
        clauses={[admission.countingYearsClause]}
        changed={admission.countingYears !== base.admission.countingYears}
      >
        <SelectField
          label="Years of experience count"
          value={admission.countingYears}
          options={options(sayCountingYears)}
          onChange={(countingYears) => set({ countingYears })}
        />
      </Governed>
      <Governed clauses={[admission.lateClause]} changed={admission.late !== base.admission.late}>
        <SelectField
          label="A late application"
          value={admission.late}
          options={options(sayLate)}
          onChange={(late) => set({ late })}
        />
      </Governed>
      <Governed clauses={[admission.earlyClause]} changed={admission.early !== base.admission.early}>
        <SelectField
          label="An early application"
          value={admission.early}
          options={options(sayEarly)}
          onChange={(early) => set({ early })}
        />
      </Governed>
      <Governed clauses={[admission.returningClause]} changed={admission.returning !== base.admission.returning}>
        <SelectField
          label="Someone who withdrew and came back"
          value={admission.returning}
          options={options(sayReturning)}
          onChange={(returning) => set({ returning })}
        />
      </Governed>
    </Section>
  );
}
