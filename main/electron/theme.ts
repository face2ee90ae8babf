import { readFileSync, writeFileSync } from 'node:fs';
import { nativeTheme } from 'electron';
import { type Theme, themes } from '../../shared/menu.ts';
import { PRIVATE_FILE } from '../files/private.ts';

/** Takes up the theme that was chosen on this computer; that of the system where none was, or the file is damaged. */
export function restoreTheme(file: string): void {
  try {
    const chosen = readFileSync(file, 'utf8').trim();
    nativeTheme.themeSource = themes.find((theme) => theme === chosen) ?? 'system';
  } catch {
    nativeTheme.themeSource = 'system';
  }
}

/** Changes the theme at once and keeps it for the next start. Throws where the file can't be written. */
export function chooseTheme(file: string, theme: Theme): void {
  nativeTheme.themeSource = theme;
  writeFileSync(file, `${theme}\n`, { mode: PRIVATE_FILE });
}
