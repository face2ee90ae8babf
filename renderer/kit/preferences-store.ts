import { create } from 'zustand';
import { type Preferences, usualPreferences } from '../../shared/model/preferences.ts';

/** What was chosen on this laptop; as usual until the first answer. The window asks (features/preferences). */
export const usePreferences = create<Preferences>(() => usualPreferences);
