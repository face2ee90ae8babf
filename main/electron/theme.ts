import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, nativeTheme } from 'electron';
import { themes } from '../../shared/menu.ts';
import { type Preferences, textSizes } from '../../shared/model/preferences.ts';
import { changePreferences, readPreferences } from '../settings/preferences.ts';

/** What was chosen on this laptop. Until version 0.1 the theme had a file of its own, whose word is taken over once. */
export function chosenLook(settings: string, userData: string): Preferences {
  const before = path.join(userData, 'theme');
  try {
    if (!existsSync(path.join(settings, 'preferences.json')) && existsSync(before)) {
      const chosen = themes.find((theme) => theme === readFileSync(before, 'utf8').trim());
      if (chosen) return changePreferences(settings, { theme: chosen });
    }
  } catch {
    // A disk that refuses: the look is as usual until someone chooses again.
  }
  return readPreferences(settings);
}

/** Shows everything as it was chosen: the theme at once, the text of a window that is open. */
export function follow({ theme, textSize }: Preferences, window: BrowserWindow | null): void {
  nativeTheme.themeSource = theme;
  if (window && !window.isDestroyed()) window.webContents.setZoomFactor(textSizes[textSize]);
}
