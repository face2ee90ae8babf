import { BrowserWindow, nativeTheme, screen } from 'electron';
import { leastSize, placeOn, type WindowPlace } from './window-place.ts';

/** What a window of the desk needs to know. */
interface WindowOptions {
  /** The built preload script. */
  preload: string;
  /** The page to show. */
  url: string;
  icon: string;
  /** Where it stood when it was last closed; null: no one knows. */
  place: WindowPlace | null;
  /** Hears where it stands as it closes; a kiosk's, over the whole screen, is not told. */
  onPlace(place: WindowPlace): void;
  /** Whether a person may close it now: not while it is a kiosk, or has something to lose. */
  mayClose(): boolean;
  /** The page did not load, or its process ended. `isOver` when it keeps ending, so that it is not loaded again. */
  onTrouble(what: string, isOver: boolean): void;
  /** The page has gone or answers nothing: it can be asked nothing. */
  onSilence(): void;
}

/** More crashes than this within a minute, and reloading would only go on crashing. */
const CRASHES_A_MINUTE = 3;

/** The backgrounds of the screens, so that a window never flashes white before its page is there. */
const BACKGROUND = { light: '#f6f6f4', dark: '#16191b' };

/** Opens the desk's window, sandboxed; it shows itself once the page has something to show. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...placeOn(
      screen.getAllDisplays().map(({ workArea }) => workArea),
      options.place,
    ),
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Cohort Desk',
    icon: options.icon,
    backgroundColor: background(),
    webPreferences: {
      preload: options.preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
    },
  });
  if (options.place?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    if (!options.mayClose()) return event.preventDefault();
    if (!window.isKiosk()) options.onPlace({ ...window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  window.on('unresponsive', options.onSilence);
  window.webContents.on('render-process-gone', options.onSilence);
  followTheme(window);
  reloadAfterCrash(window, options.onTrouble);
  void window
    .loadURL(options.url)
    .catch((error: unknown) => options.onTrouble(`the page was not loaded: ${error}`, false));
  return window;
}

/** Brings a window to the front, from wherever it is. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  if (!window.isVisible()) window.show();
  window.focus();
}

/** Makes a window a kiosk's, over the whole screen and before all others, or lets it go again. */
export function holdAsKiosk(window: BrowserWindow, on: boolean): void {
  window.setKiosk(on);
  window.setAlwaysOnTop(on, 'screen-saver');
}

function background(): string {
  return nativeTheme.shouldUseDarkColors ? BACKGROUND.dark : BACKGROUND.light;
}

function followTheme(window: BrowserWindow): void {
  const follow = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.off('updated', follow));
}

/** What was acknowledged is on disk, so a crashed page loses nothing by starting again. */
function reloadAfterCrash(window: BrowserWindow, onTrouble: WindowOptions['onTrouble']): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    const now = performance.now();
    crashes = [...crashes.filter((at) => now - at < 60_000), now];
    const isOver = crashes.length > CRASHES_A_MINUTE;
    onTrouble(`the page ended: ${reason}`, isOver);
    if (!isOver && !window.isDestroyed()) window.webContents.reload();
  });
}
