import type { Workbench } from '../call/handler.ts';
import type { DeskOptions } from './desk.ts';
import { resource } from './resource.ts';

/** What an errand knows of the app around the desk. */
export const ofTheApp = (
  databaseFile: string,
  { settings, databases, version, onPreferences }: DeskOptions,
): Pick<Workbench, 'databaseFile' | 'settings' | 'databases' | 'version' | 'preferencesChanged' | 'resource'> => ({
  databaseFile,
  settings,
  databases: databases ?? null,
  version: version ?? 'from its sources',
  resource,
  preferencesChanged: (preferences) => onPreferences?.(preferences),
});
