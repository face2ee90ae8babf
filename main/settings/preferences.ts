import path from 'node:path';
import { z } from 'zod';
import { Preferences, usualPreferences } from '../../shared/model/preferences.ts';
import { readSettings, writeSettings } from './settings-file.ts';

const fileOf = (settings: string): string => path.join(settings, 'preferences.json');

/** What was chosen on this laptop; what wasn't, or can't be understood, is as usual. */
export function readPreferences(settings: string): Preferences {
  // An older app may know fewer, and a newer one more: each is taken by itself.
  const found = readSettings(fileOf(settings), z.looseObject({})) ?? {};
  const known = Object.fromEntries(Object.entries(found).filter(([key]) => key in usualPreferences));
  return Preferences.safeParse(known).data ?? usualPreferences;
}

/** Changes some of the preferences and keeps the rest. Throws where the disk refuses. */
export function changePreferences(settings: string, part: Partial<Preferences>): Preferences {
  const changed = Preferences.parse({ ...readPreferences(settings), ...part });
  writeSettings(fileOf(settings), changed);
  return changed;
}
