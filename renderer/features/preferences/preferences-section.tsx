import type { Theme } from '../../../shared/menu.ts';
import type { Preferences, TextSize } from '../../../shared/model/preferences.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { perform } from '../../kit/perform.ts';
import { usePreferences } from '../../kit/preferences-store.ts';
import { useMute } from '../../kit/sound.ts';

const themes: readonly { readonly key: Theme; readonly label: string }[] = [
  { key: 'system', label: 'As the system' },
  { key: 'light', label: 'Light' },
  { key: 'dark', label: 'Dark' },
];

const sizes: readonly { readonly key: TextSize; readonly label: string }[] = [
  { key: 'small', label: 'Small (90 %)' },
  { key: 'usual', label: 'Usual (100 %)' },
  { key: 'large', label: 'Large (115 %)' },
  { key: 'larger', label: 'Larger (130 %)' },
  { key: 'largest', label: 'Largest (150 %)' },
];

const firstDays: readonly { readonly key: Preferences['firstDayOfWeek']; readonly label: string }[] = [
  { key: 'sunday', label: 'Sunday' },
  { key: 'monday', label: 'Monday' },
];

/** How Cohort Desk looks and sounds on this laptop. Each choice holds at once. */
export function PreferenceFields() {
  const { theme, textSize, firstDayOfWeek } = usePreferences();
  const { mute, toggle } = useMute();
  return (
    <div className="stack settings-preferences">
      <SelectField
        label="Theme"
        value={theme}
        options={themes}
        onChange={(chosen) => void perform('preferences.set', { theme: chosen })}
      />
      <SelectField
        label="Text size"
        value={textSize}
        options={sizes}
        onChange={(chosen) => void perform('preferences.set', { textSize: chosen })}
      />
      <SelectField
        label="First day of the week"
        hint="In calendars where you pick a day."
        value={firstDayOfWeek}
        options={firstDays}
        onChange={(chosen) => void perform('preferences.set', { firstDayOfWeek: chosen })}
      />
      <Checkbox label="Sounds at check-in" checked={!mute} onChange={toggle} />
    </div>
  );
}
