import { z } from 'zod';
import { themes } from '../menu.ts';

/** How large the text is, as a share of the usual size. */
export const textSizes = { small: 0.9, usual: 1, large: 1.15, larger: 1.3, largest: 1.5 } as const;
export type TextSize = keyof typeof textSizes;

/** What someone likes on this laptop; no part of the program's policy, and in no database. */
export const Preferences = z.strictObject({
  /** As the system does, or always light or dark. */
  theme: z.enum(themes).catch('system').default('system'),
  textSize: z.enum(['small', 'usual', 'large', 'larger', 'largest']).catch('usual').default('usual'),
  firstDayOfWeek: z.enum(['sunday', 'monday']).catch('sunday').default('sunday'),
  /** The folder for automatic backups; null: `backups` beside the database. */
  backupFolder: z.string().min(1).max(4_096).nullable().catch(null).default(null),
});
export type Preferences = z.infer<typeof Preferences>;

/** What holds where no one chose. */
export const usualPreferences: Preferences = Preferences.parse({});
