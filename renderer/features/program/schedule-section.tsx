import type { Policy } from '../../../shared/model/program.ts';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea } from '../../kit/fields/text-field.tsx';
import { options, sayCourseDays } from '../policy-words/policy-words.ts';
import { Governed, Section } from './section.tsx';
import { useDraft } from './store.ts';

/** What a year is proposed with: the conferences by name, and which course falls on which day. */
export function ScheduleSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { schedule } = policy;
  const set = (part: Partial<Policy['schedule']>) => edit((now) => ({ schedule: { ...now.schedule, ...part } }));
  return (
    <Section id="schedule" title="Conferences and course days">
      <Governed
        clauses={[schedule.conferencesClause]}
        changed={JSON.stringify(schedule.conferenceNames) !== JSON.stringify(base.schedule.conferenceNames)}
      >
        <TextArea
          label="Conferences of a year, one per line"
          rows={3}
          hint="A new conference is proposed under the next of these names."
          value={schedule.conferenceNames.join('\n')}
          onChange={(names) => set({ conferenceNames: names.split('\n') })}
        />
      </Governed>
      <Governed clauses={[schedule.courseDaysClause]} changed={schedule.courseDays !== base.schedule.courseDays}>
        <SelectField
          label="A year is proposed with"
          value={schedule.courseDays}
          options={options(sayCourseDays)}
          onChange={(courseDays) => set({ courseDays })}
        />
      </Governed>
    </Section>
  );
}
