import { Plus, Trash2 } from 'lucide-react';
import type { Policy } from '../../../shared/model/program.ts';
import { Button } from '../../kit/button.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { useToday } from '../../kit/status-store.ts';
import { options, saySecondReview } from '../policy-words/policy-words.ts';
import { Governed, Section } from './section.tsx';
import { addClause, useDraft } from './store.ts';

type DueDate = Policy['recertification']['dueDates'][number];

/** When graduates owe documents. */
export function RecertificationSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const today = useToday();
  const { recertification } = policy;
  const was = base.recertification;
  const set = (part: Partial<Policy['recertification']>) =>
    edit((now) => ({ recertification: { ...now.recertification, ...part } }));
  const setDue = (at: number, part: Partial<DueDate>) =>
    set({ dueDates: recertification.dueDates.map((due, place) => (place === at ? { ...due, ...part } : due)) });
  const taken = new Set(recertification.dueDates.map(({ cohort }) => cohort));
  const free = policy.cohortNames.filter((name) => !taken.has(name));
  const add = (cohort: string) => {
    const clause = addClause(`Due date of ${cohort}`, `The page gives no due date for ${cohort}. The leads set it.`);
    edit((now) => ({
      recertification: {
        ...now.recertification,
        dueDates: [...now.recertification.dueDates, { cohort, dueOn: today, clause }],
      },
    }));
  };
  return (
    <Section
      id="recertification"
      title="Re-certification"
      about={
        recertification.rules === null
          ? undefined
          : 'This policy has rules with cycles, below. They say when documentation is due, what it consists of, its grace, and when a certificate lapses. In this section, only the second review and the reminder still apply; the rest applies again if you go back to one due date.'
      }
    >
      <Governed
        clauses={recertification.dueDates.map(({ clause }) => clause)}
        changed={JSON.stringify(recertification.dueDates) !== JSON.stringify(was.dueDates)}
      >
        <fieldset className="settings-choice">
          <legend>Due dates stated for a cohort</legend>
          {recertification.dueDates.map(({ cohort, dueOn }, at) => (
            <div key={cohort} className="settings-line">
              <SelectField
                bare
                label={`Cohort of due date ${at + 1}`}
                value={cohort}
                options={[cohort, ...free].map((name) => ({ key: name, label: name }))}
                onChange={(name) => setDue(at, { cohort: name })}
              />
              <DateField
                bare
                label={`Due date of ${cohort}`}
                value={dueOn}
                onChange={(day) => day && setDue(at, { dueOn: day })}
              />
              <Button
                kind="quiet"
                className="icon-only"
                aria-label={`Remove the due date of ${cohort}`}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => set({ dueDates: recertification.dueDates.filter((_, place) => place !== at) })}
              />
            </div>
          ))}
          <Button
            icon={<Plus aria-hidden="true" />}
            disabledBecause={free[0] === undefined ? 'Every cohort has one.' : null}
            onClick={() => free[0] !== undefined && add(free[0])}
          >
            Add a due date
          </Button>
        </fieldset>
      </Governed>
      <Governed
        clauses={[recertification.laterCohortsClause]}
        changed={recertification.laterCohortsYears !== was.laterCohortsYears}
      >
        <NumberField
          optional
          min={1}
          max={20}
          label="Any other cohort is due after"
          placeholder="none"
          unit="years from graduation"
          hint="Leave blank for no due date until you set one under Re-certification."
          value={recertification.laterCohortsYears}
          onChange={(laterCohortsYears) => set({ laterCohortsYears })}
        />
      </Governed>
      <Governed clauses={[recertification.graceClause]} changed={recertification.graceDays !== was.graceDays}>
        <NumberField
          max={366}
          label="Grace after the due date"
          unit="days"
          value={recertification.graceDays}
          onChange={(graceDays) => graceDays !== null && set({ graceDays })}
        />
      </Governed>
      <Governed clauses={[recertification.lapseClause]} changed={recertification.lapseDays !== was.lapseDays}>
        <NumberField
          optional
          max={3_660}
          label="Days after grace until a certificate lapses"
          hint="If blank, an overdue graduate is shown as overdue, and nothing lapses by itself."
          unit={recertification.lapseDays === null ? 'never by itself' : 'days'}
          value={recertification.lapseDays}
          onChange={(lapseDays) => set({ lapseDays })}
        />
      </Governed>
      <Governed
        clauses={[recertification.documentsClause]}
        changed={JSON.stringify(recertification.documents) !== JSON.stringify(was.documents)}
      >
        <TextArea
          label="Documents asked for, one per line"
          rows={3}
          hint="If blank, a lead judges what came in."
          value={recertification.documents.join('\n')}
          onChange={(lines) => set({ documents: lines.split('\n') })}
        />
      </Governed>
      <Governed
        clauses={[recertification.secondReviewClause]}
        changed={recertification.secondReview !== was.secondReview}
      >
        <SelectField
          label="Evidence is accepted by"
          value={recertification.secondReview}
          options={options(saySecondReview)}
          onChange={(secondReview) => set({ secondReview })}
        />
      </Governed>
      <Governed clauses={[recertification.remindClause]} changed={recertification.remindDays !== was.remindDays}>
        <NumberField
          max={730}
          label="Remind on Today ahead of a due date"
          unit="days"
          value={recertification.remindDays}
          onChange={(remindDays) => remindDays !== null && set({ remindDays })}
        />
      </Governed>
    </Section>
  );
}
