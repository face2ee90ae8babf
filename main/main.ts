import { existsSync } from 'node:fs';
import path from 'node:path';
import { app, type BrowserWindow, dialog, Notification } from 'electron';
import type { DeskEvent } from '../shared/events.ts';
import type { Problem } from '../shared/model/result.ts';
import { DeskHolder } from './desk/desk-holder.ts';
import { LastBackup, watchBackups } from './electron/automatic-backups.ts';
import { CloseGuard } from './electron/close-guard.ts';
import { electronDialogs } from './electron/dialogs.ts';
import { ringOrListen } from './electron/doorbell.ts';
import { installGuards } from './electron/guards.ts';
import { connectIpc } from './electron/ipc.ts';
import { electronKeychain } from './electron/keychain.ts';
import { type LogFile, openLogFile } from './electron/log-file.ts';
import { LongWork } from './electron/long-work.ts';
import { buildMenu, removeMenu } from './electron/menu.ts';
import { databaseIn } from './electron/named-database.ts';
import { pageAddress, registerAppScheme, serveScreens } from './electron/protocol.ts';
import { chosenLook, follow } from './electron/theme.ts';
import { bringToFront, holdAsKiosk, openWindow } from './electron/window.ts';
import { keepWindowPlace, readWindowPlace } from './electron/window-place.ts';
import { keepPrivate, PRIVATE_FOLDER } from './files/private.ts';
import { endJobs } from './jobs/run.ts';
import { readPreferences } from './settings/preferences.ts';
import { recentFiles } from './settings/recent-files.ts';
import { settingsFolder } from './settings-folder.ts';

const built = path.join(import.meta.dirname, '..');

let window: BrowserWindow | null = null;
let holder: DeskHolder | null = null;
/** A file that the system handed over before there was a desk to open it in. */
let handedOver: string | null = null;
const lastBackup = new LastBackup();
const guard = new CloseGuard({
  tell: tellScreens,
  leave: (wholeApp) => (wholeApp ? app.quit() : window?.close()),
});
/** Set once the system or a lead ends the app: then also a kiosk's window closes. */
let isEnding = false;
let showMenu = (): void => {};

/** Started with this word, the app leaves the kiosk without its PIN, also where it is running already. */
const leaveKioskWord = '--leave-kiosk';

registerAppScheme();
app.enableSandbox();
// Two of us on one database would each undo the other's reading of it: a second start shows the first one's window.
if (app.requestSingleInstanceLock()) run(openLogFile(path.join(app.getPath('userData'), 'logs')));
else app.quit();

function run(log: LogFile): void {
  process.on('uncaughtException', (error) => report(log, error));
  process.on('unhandledRejection', (error) => report(log, error));
  app.on('second-instance', (_event, words, folder) => {
    if (words.includes(leaveKioskWord)) void holder?.desk?.callAsOwner('kiosk.release', {});
    comeForward(log);
    const named = databaseIn(words, folder, firstWord);
    if (named !== null) openNamed(named);
  });
  // A double click on a Mac, also before the app is ready.
  app.on('open-file', (event, file) => {
    event.preventDefault();
    if (holder === null) handedOver = file;
    else openNamed(file);
  });
  app.on('activate', () => holder?.desk && !window && showWindow(log));
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    isEnding = true;
  });
  // Not 'before-quit': until its windows are closed, a page may still save what was typed.
  app.on('will-quit', (event) => {
    if (!lastBackup.mayEnd(holder?.desk ?? null, (error) => log.error('unexpected', error))) event.preventDefault();
    else closeDesk();
  });
  app.whenReady().then(
    () => start(log),
    (error: unknown) => report(log, error),
  );
}

/** In the sources Electron's own word comes first, then the app's folder. */
const firstWord = app.isPackaged ? 1 : 2;

/** A start on the same file: this window is what was wanted, also where it was just closed for good. */
function comeForward(log: LogFile): void {
  if (window) bringToFront(window);
  if (window || !holder?.desk) return;
  lastBackup.callOff();
  isEnding = false;
  showWindow(log);
}

/** Opens a database that was named outside the window, in it; a kiosk opens none. */
function openNamed(file: string): void {
  const { desk } = holder ?? {};
  if (!holder || !desk || desk.isKiosk() || isSamePath(file, holder.file)) return;
  void holder.open(file).then((opened) => {
    if (!opened.ok) tellScreens({ kind: 'refused', problem: opened.problem });
  });
}

const isSamePath = (a: string, b: string): boolean => path.resolve(a) === path.resolve(b);

async function start(log: LogFile): Promise<void> {
  const settings = settingsOf();
  installGuards((what) => log.warn(`refused ${what}`));
  serveScreens(path.join(built, 'renderer'));
  // The app's own folder: its settings, its log, and the database where no one named another.
  keepPrivate(app.getPath('userData'), PRIVATE_FOLDER);
  follow(chosenLook(settings, app.getPath('userData')), null);
  showMenu = () =>
    buildMenu({
      send: (command) => tellScreens({ kind: 'menu', command }),
      chooseTheme: (theme) => void holder?.desk?.callAsOwner('preferences.set', { theme }),
      recent: recentFiles(settings).map(({ file }) => file),
      openRecent: openNamed,
    });
  const work = new LongWork({
    bar: (fraction) => window?.setProgressBar(fraction === 'none' ? -1 : (fraction ?? 2)),
    isInBackground: () => window !== null && !window.isFocused(),
    notify: (body) => Notification.isSupported() && new Notification({ title: 'Cohort Desk', body }).show(),
  });
  const onEvent = (event: DeskEvent): void => {
    work.hear(event);
    if (event.kind === 'kiosk') hold(event.on);
    // A page that has shown people forgets them with all else that it holds.
    if (event.kind === 'kiosk' && event.on) reload();
    else tellScreens(event);
  };
  const held = new DeskHolder({
    settings,
    version: app.getVersion(),
    dialogs: electronDialogs(() => window, guard),
    keychain: electronKeychain,
    onEvent,
    onNotice: log.warn,
    onPreferences: (preferences) => {
      follow(preferences, window);
      showMenu();
    },
    reserve: async (file) => {
      // The lock above knows the folder of the settings; a desk with another one may have this file.
      const found = await ringOrListen(file, () => comeForward(log));
      return found === 'rang' ? 'taken' : found;
    },
    whenFree: (leave) => guard.whenFree(leave),
    onOpened: () => {
      if (!holder?.desk?.isKiosk()) showMenu();
      reload();
    },
    onLost: (problem) => cannotStart(log, problem),
  });
  const begun = await held.begin(whichDatabase(settings));
  if (begun === 'taken') return app.quit();
  if (!begun.ok) return cannotStart(log, begun.problem);
  holder = held;
  connectIpc(
    () => held.desk,
    () => window,
  );
  showMenu();
  // A lead who forgot the PIN, in the laptop's own account: main/features/kiosk/lock.ts.
  if (app.commandLine.hasSwitch(leaveKioskWord.slice(2))) void held.desk?.callAsOwner('kiosk.release', {});
  showWindow(log);
  watchBackups(
    () => held.desk,
    (error) => log.error('unexpected', error),
  );
  log.info(`Cohort Desk ${app.getVersion()} started`);
}

/** Shows the open desk from the start: another one is open, or it has become a kiosk. */
function reload(): void {
  guard.begin();
  if (window && !window.isDestroyed()) window.webContents.reload();
}

function cannotStart(log: LogFile, { sentence }: Problem): void {
  log.error(`the database could not be opened: ${sentence}`);
  dialog.showErrorBox('Cohort Desk cannot start', sentence);
  app.exit(1);
}

/** Makes the window a kiosk's, or lets it go again. */
function hold(on: boolean): void {
  if (on) removeMenu();
  else showMenu();
  if (window && !window.isDestroyed()) holdAsKiosk(window, on);
}

/**
 * What the start names: `--db=FILE`, COHORT_DESK_DB, or a file that was double-clicked; else the database that was open
 * last, and the one in the user's own folder where none was or it has gone.
 */
function whichDatabase(settings: string): string {
  const named = app.commandLine.getSwitchValue('db') || process.env.COHORT_DESK_DB;
  if (named) return path.resolve(named);
  const clicked = handedOver ?? databaseIn(process.argv, process.cwd(), firstWord);
  if (clicked !== null) return clicked;
  const usual = path.join(app.getPath('userData'), 'program.db');
  const [last] = recentFiles(settings);
  if (last === undefined || existsSync(last.file)) return last?.file ?? usual;
  const { base, dir } = path.parse(last.file);
  dialog.showErrorBox(
    'The last database isn’t there',
    `“${base}” was in “${dir}”. If that is on a stick or another disk, plug it in, then choose File › Open Recent. Until then Cohort Desk opens the database in its own folder.`,
  );
  return usual;
}

function showWindow(log: LogFile): void {
  guard.begin();
  const opened = openWindow({
    preload: path.join(built, 'preload/preload.cjs'),
    url: pageAddress,
    icon: path.join(resources(), 'icons/icon.png'),
    place: readWindowPlace(placeFile()),
    onPlace: (place) => keepWindowPlace(placeFile(), place),
    mayClose() {
      const may = holder?.desk?.isKiosk() ? isEnding : guard.mayClose(isEnding);
      // What ended the app is called off with it, or is asked for again by the page.
      isEnding = isEnding && may;
      return may;
    },
    onSilence: () => guard.forget(),
    onTrouble(what, isOver) {
      log.error(what);
      if (!isOver) return;
      dialog.showErrorBox('Cohort Desk', 'The window keeps failing. What you saved is safe; please start again.');
    },
  });
  opened.on('closed', () => {
    window = null;
  });
  window = opened;
  const preferences = () => follow(readPreferences(settingsOf()), opened);
  opened.webContents.on('did-finish-load', preferences);
  // What the page before still had to say, until this moment, is about another database.
  opened.webContents.on('did-navigate', () => guard.begin());
  if (holder?.desk?.isKiosk()) hold(true);
}

/** Where this laptop keeps what is in no database. */
const settingsOf = (): string => (process.env.COHORT_DESK_SETTINGS ? settingsFolder() : app.getPath('userData'));

/** Beside the settings: how this laptop shows the desk is in no database. */
const placeFile = (): string => path.join(app.getPath('userData'), 'window.json');

function resources(): string {
  return app.isPackaged ? process.resourcesPath : path.join(app.getAppPath(), 'resources');
}

function tellScreens(event: DeskEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send('desk:event', event);
}

function closeDesk(): void {
  holder?.close();
  holder = null;
  void endJobs();
}

/** A bug. Every acknowledged change is on disk, so going on is safe; saying nothing would not be. */
function report(log: LogFile, error: unknown): void {
  log.error('unexpected', error);
  dialog.showErrorBox(
    'Cohort Desk',
    'Something went wrong that should not have. What you saved is safe; the log says more.',
  );
}
