import { useLocation } from 'wouter';
import { openAbout } from '../features/about/store.ts';
import { laptopSections, policySections, rulesPath } from '../features/program/sections.ts';
import { type ScreenCommand, useCommands } from '../kit/commands.ts';

/** The ways to each section of Settings, and to what this app is. */
export function useSettingsCommands(): void {
  const [, go] = useLocation();
  const sections = [...policySections, ...laptopSections].map(
    ({ id, title, also }): ScreenCommand => ({
      id: `go:settings-${id}`,
      label: `Settings: ${title}`,
      also,
      section: 'Screens',
      run: () => go(`/settings?section=${id}`),
    }),
  );
  useCommands([
    {
      id: 'about',
      label: 'About Cohort Desk',
      also: 'version license help support',
      section: 'Everywhere',
      run: () => void openAbout(),
    },
    {
      id: 'preferences',
      label: 'Preferences of this laptop',
      keys: 'Mod+,',
      also: 'theme dark light text size sound options settings',
      section: 'Everywhere',
      run: () => go('/settings?section=preferences'),
    },
    ...sections,
    {
      id: 'go:rules-form',
      label: 'Settings: change the re-certification rules',
      also: 'cycles clocks grace hours categories checklist audits example',
      section: 'Screens',
      run: () => go(rulesPath),
    },
  ]);
}
