import type { Policy } from '../../../shared/model/program.ts';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextArea, TextField } from '../../kit/fields/text-field.tsx';
import { Section } from './section.tsx';
import { useDraft } from './store.ts';

const american = Intl.supportedValuesOf('timeZone').filter((zone) => /^(America|Pacific\/Honolulu)/.test(zone));

/** Whose program it is. */
export function ProgramSection({ policy }: { readonly policy: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { program } = policy;
  const set = (part: Partial<Policy['program']>) => edit((now) => ({ program: { ...now.program, ...part } }));
  const zones = american.includes(program.zone) ? american : [program.zone, ...american];
  return (
    <Section id="program" title="Program">
      <div className="settings-fields">
        <TextField required label="Short name" value={program.name} onChange={(name) => set({ name })} />
        <div className="settings-wide">
          <TextField required label="Full title" value={program.title} onChange={(title) => set({ title })} />
        </div>
        <TextField
          required
          label="Organization"
          value={program.organization}
          onChange={(organization) => set({ organization })}
        />
        <SelectField
          label="Time zone"
          hint="Session days and times are in this time zone."
          value={program.zone}
          options={zones.map((zone) => ({ key: zone, label: zone.replaceAll('_', ' ') }))}
          onChange={(zone) => set({ zone })}
        />
        <TextField label="Contact" value={program.contact} onChange={(contact) => set({ contact })} />
        <TextField
          label="Public page"
          hint={program.page === '' ? 'Its address isn’t known. Enter it as your browser shows it.' : undefined}
          value={program.page}
          onChange={(page) => set({ page })}
        />
      </div>
      <TextArea
        label="Names of cohorts, in order"
        hint="Separated by commas. A new cohort gets the next unused name."
        required
        rows={2}
        value={policy.cohortNames.join(', ')}
        onChange={(text) => edit(() => ({ cohortNames: text.split(',').map((name) => name.trimStart()) }))}
      />
    </Section>
  );
}
