import path from 'node:path';
import type { DeskEvent } from '../../shared/events.ts';
import type { Preferences } from '../../shared/model/preferences.ts';
import type { Problem, Result } from '../../shared/model/result.ts';
import type { DatabaseSwitch } from '../call/database-switch.ts';
import type { Dialogs } from '../call/dialogs.ts';
import type { Keychain } from '../call/keychain.ts';
import { idSource } from '../call/new-id.ts';
import { deviceIn } from '../database/device.ts';
import { explainStorageError } from '../database/errors.ts';
import { openDatabase } from '../database/open.ts';
import { OpenDesk } from './open-desk.ts';

export interface DeskOptions {
  readonly databaseFile: string;
  /** The folder of the app's settings, where this laptop remembers who it is; it is made where it is missing. */
  readonly settings: string;
  readonly dialogs: Dialogs;
  /** How another database takes this one's place; left out: none can, as at a terminal. */
  readonly databases?: DatabaseSwitch | undefined;
  /** The system's keychain for the program's key; left out: there is none, and a passphrase seals it. */
  readonly keychain?: Keychain | undefined;
  /** The passphrase of the program's key, from whoever starts the desk without a window. */
  readonly keyPassphrase?: string | undefined;
  /** The version of the app; left out: it runs from its sources. */
  readonly version?: string | undefined;
  /** Follows what someone chooses on this laptop. */
  readonly onPreferences?: (preferences: Preferences) => void;
  readonly onEvent: (event: DeskEvent) => void;
  /** The clock; a test sets its own. */
  readonly now?: () => Date;
  /** Ids for new rows; a test sets its own. UUIDv7 otherwise. */
  readonly newId?: () => string;
  /** Who makes the changes, as at a terminal; left out: the lead who is named at this laptop. */
  readonly who?: string | undefined;
  /** Hears of what was put right by itself, for a log that a developer reads. */
  readonly onNotice?: (text: string) => void;
}

/** The open program: one database and the calls on it. Both the window and the terminal talk to it. */
export interface Desk {
  /** The gate: an unknown name or a malformed input is refused, never passed on. Always resolves to a Result. */
  call(name: string, input: unknown): Promise<Result<unknown>>;
  /** The same for whoever has the laptop's own account, such as a terminal: a kiosk does not hold it. */
  callAsOwner(name: string, input: unknown): Promise<Result<unknown>>;
  /**
   * Lets the window's page read this file from now on. Only for what a person chose or dropped: whoever calls this
   * vouches for that. False: this laptop is a kiosk, and reads nothing.
   */
  approve(file: string): boolean;
  /** Whether this laptop is a kiosk now. */
  isKiosk(): boolean;
  /** Stops what runs and closes the database at once; resolves when its errands have ended too. */
  close(): Promise<void>;
}

/** Opens a database and everything that works on it; refuses a file that can't be used, with a sentence. */
export function openDesk(options: DeskOptions): { ok: true; desk: Desk } | { ok: false; problem: Problem } {
  const opened = openDatabase(options.databaseFile);
  if (!opened.ok) return opened;
  const newId = options.newId ?? idSource();
  try {
    const device = deviceIn(opened.value, options.settings, newId);
    return { ok: true, desk: new OpenDesk(opened.value, options, newId, device) };
  } catch (error) {
    opened.value.close();
    const ofSettings = error instanceof Error && 'path' in error;
    const explained = explainStorageError(error, path.basename(ofSettings ? options.settings : options.databaseFile));
    if (explained) return explained;
    throw error;
  }
}
