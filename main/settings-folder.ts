import os from 'node:os';
import path from 'node:path';

/** The folder in which Electron keeps the app's settings too, so that window and terminal are one laptop. */
const NAME = 'Cohort Desk';

/** Where the app's settings lie for whoever runs it without a window: `COHORT_DESK_SETTINGS`, else the user's own folder. */
export function settingsFolder(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env.COHORT_DESK_SETTINGS) return path.resolve(env.COHORT_DESK_SETTINGS);
  const home = os.homedir();
  switch (platform) {
    case 'win32':
      return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), NAME);
    case 'darwin':
      return path.join(home, 'Library', 'Application Support', NAME);
    default:
      return path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), NAME);
  }
}
