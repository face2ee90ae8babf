import path from 'node:path';
import { app, type BrowserWindow, dialog } from 'electron';
import type { DeskEvent } from '../shared/events.ts';
import { type Desk, openDesk } from './desk/desk.ts';
import { CloseGuard } from './electron/close-guard.ts';
import { electronDialogs } from './electron/dialogs.ts';
import { type Doorbell, ringOrListen } from './electron/doorbell.ts';
import { installGuards } from './electron/guards.ts';
import { connectIpc } from './electron/ipc.ts';
import { electronKeychain } from './electron/keychain.ts';
import { type LogFile, openLogFile } from './electron/log-file.ts';
import { buildMenu, removeMenu } from './electron/menu.ts';
import { pageAddress, registerAppScheme, serveScreens } from './electron/protocol.ts';
import { chooseTheme, restoreTheme } from './electron/theme.ts';
import { bringToFront, holdAsKiosk, openWindow } from './electron/window.ts';
import { keepWindowPlace, readWindowPlace } from './electron/window-place.ts';
import { keepPrivate, PRIVATE_FOLDER } from './files/private.ts';
import { endJobs } from './jobs/run.ts';
import { settingsFolder } from './settings-folder.ts';

const built = path.join(import.meta.dirname, '..');

let window: BrowserWindow | null = null;
let desk: Desk | null = null;
let doorbell: Doorbell | null = null;
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
  app.on('second-instance', (_event, words) => {
    if (words.includes(leaveKioskWord)) void desk?.callAsOwner('kiosk.release', {});
    comeForward();
  });
  app.on('activate', () => desk && !window && showWindow(log));
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => {
    isEnding = true;
  });
  // Not 'before-quit': until its windows are closed, a page may still save what was typed.
  app.on('will-quit', () => closeDesk());
  app.whenReady().then(
    () => start(log),
    (error: unknown) => report(log, error),
  );
}

/** A start on the same file: this window is what was wanted. */
function comeForward(): void {
  if (window) bringToFront(window);
}

async function start(log: LogFile): Promise<void> {
  const databaseFile = whichDatabase();
  // The lock above knows the folder of the settings; a desk with another one may have this file.
  const found = await ringOrListen(databaseFile, comeForward);
  if (found === 'rang') return app.quit();
  doorbell = found;
  installGuards((what) => log.warn(`refused ${what}`));
  serveScreens(path.join(built, 'renderer'));

  // The app's own folder: its settings, its log, and the database where no one named another.
  keepPrivate(app.getPath('userData'), PRIVATE_FOLDER);
  const onEvent = (event: DeskEvent): void => {
    if (event.kind === 'kiosk') hold(event.on);
    // A page that has shown people forgets them with all else that it holds.
    if (event.kind === 'kiosk' && event.on) {
      guard.forget();
      window?.webContents.reload();
    } else tellScreens(event);
  };
  const opened = openDesk({
    databaseFile,
    settings: process.env.COHORT_DESK_SETTINGS ? settingsFolder() : app.getPath('userData'),
    dialogs: electronDialogs(() => window, guard),
    keychain: electronKeychain,
    onEvent,
    onNotice: log.warn,
  });
  if (!opened.ok) {
    log.error(`the database could not be opened: ${opened.problem.sentence}`);
    dialog.showErrorBox('Cohort Desk cannot start', opened.problem.sentence);
    app.exit(1);
    return;
  }
  desk = opened.desk;
  // A new file has no identity before it is opened.
  if (doorbell === null) {
    const bell = await ringOrListen(databaseFile, comeForward);
    doorbell = bell === 'rang' ? null : bell;
  }
  connectIpc(desk, () => window);
  const themeFile = path.join(app.getPath('userData'), 'theme');
  restoreTheme(themeFile);
  showMenu = () =>
    buildMenu(
      (command) => tellScreens({ kind: 'menu', command }),
      (theme) => chooseTheme(themeFile, theme),
    );
  showMenu();
  // A lead who forgot the PIN, in the laptop's own account: main/features/kiosk/lock.ts.
  if (app.commandLine.hasSwitch(leaveKioskWord.slice(2))) void desk.callAsOwner('kiosk.release', {});
  showWindow(log);
  log.info(`Cohort Desk ${app.getVersion()} started`);
}

/** Makes the window a kiosk's, or lets it go again. */
function hold(on: boolean): void {
  if (on) removeMenu();
  else showMenu();
  if (window && !window.isDestroyed()) holdAsKiosk(window, on);
}

/** `--db=FILE`, else COHORT_DESK_DB, else the one in the user's own folder. */
function whichDatabase(): string {
  const named = app.commandLine.getSwitchValue('db') || process.env.COHORT_DESK_DB;
  return named ? path.resolve(named) : path.join(app.getPath('userData'), 'program.db');
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
      const may = desk?.isKiosk() ? isEnding : guard.mayClose(isEnding);
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
  if (desk?.isKiosk()) hold(true);
}

/** Beside the theme: how this laptop shows the desk is in no database. */
const placeFile = (): string => path.join(app.getPath('userData'), 'window.json');

function resources(): string {
  return app.isPackaged ? process.resourcesPath : path.join(app.getAppPath(), 'resources');
}

function tellScreens(event: DeskEvent): void {
  if (window && !window.isDestroyed()) window.webContents.send('desk:event', event);
}

function closeDesk(): void {
  const open = desk;
  desk = null;
  open?.close();
  doorbell?.close();
  doorbell = null;
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
