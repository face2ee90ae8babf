import path from 'node:path';
import { app, Menu, type MenuItemConstructorOptions, nativeTheme } from 'electron';
import { type MenuCommand, type ScreenName, screenNames, type Theme, themes } from '../../shared/menu.ts';

type Send = (command: MenuCommand) => void;

/** What the menu tells the app, and what it shows of it. */
interface MenuParts {
  /** Sends a command to the screens. */
  readonly send: Send;
  readonly chooseTheme: (theme: Theme) => void;
  /** The databases that were opened before, the last one first. */
  readonly recent: readonly string[];
  readonly openRecent: (file: string) => void;
}

const SCREEN_LABELS: Record<ScreenName, string> = {
  today: 'Today',
  applicants: 'Applicants',
  cohorts: 'Cohorts',
  attendance: 'Attendance',
  graduates: 'Graduates',
  recertification: 'Re-certification',
  history: 'History',
  settings: 'Settings',
};
const THEME_LABELS: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' };
const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Sets the application's menu. Every item that is about the program goes to the screens. */
export function buildMenu(parts: MenuParts): void {
  const { send, chooseTheme } = parts;
  const isMac = process.platform === 'darwin';
  const menus = [fileMenu(parts, isMac), editMenu(send), viewMenu(send, chooseTheme), goMenu(send)];
  const windows: MenuItemConstructorOptions[] = isMac ? [{ role: 'windowMenu' }] : [];
  const own = isMac ? [appMenu(send)] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...menus, ...windows, helpMenu(send, isMac)]));
}

/** A Mac's own menu: Settings and About are there, as in every program. */
const appMenu = (send: Send): MenuItemConstructorOptions => ({
  label: app.getName(),
  submenu: [
    item(send, 'about', `About ${app.getName()}`),
    separator,
    item(send, 'preferences', 'Settings…', 'CmdOrCtrl+,'),
    separator,
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit' },
  ],
});

/** Takes the menu away while the laptop is a kiosk, and all its keys: a Mac, which always has one, keeps only its name. */
export function removeMenu(): void {
  const held = process.platform === 'darwin' ? [{ label: app.getName(), submenu: [] }] : null;
  Menu.setApplicationMenu(held && Menu.buildFromTemplate(held));
}

/** An item that sends its command, which is its id too. */
function item(send: Send, command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions {
  return { id: command, label, click: () => send(command), ...(accelerator ? { accelerator } : {}) };
}

function fileMenu({ send, recent, openRecent }: MenuParts, isMac: boolean): MenuItemConstructorOptions {
  const close: MenuItemConstructorOptions = { role: 'close', accelerator: 'CmdOrCtrl+W' };
  const end: MenuItemConstructorOptions[] = isMac
    ? [close]
    : [
        item(send, 'preferences', 'Preferences…', 'CmdOrCtrl+,'),
        separator,
        close,
        { role: 'quit', accelerator: 'CmdOrCtrl+Q' },
      ];
  return {
    label: '&File',
    submenu: [
      item(send, 'new-file', 'New…', 'CmdOrCtrl+N'),
      item(send, 'open-file', 'Open…', 'CmdOrCtrl+O'),
      {
        id: 'open-recent',
        label: 'Open Recent',
        enabled: recent.length > 0,
        submenu: recent.map((file) => ({
          id: `recent:${file}`,
          // An ampersand would underline the letter after it.
          label: `${path.basename(file)} (${path.dirname(file)})`.replaceAll('&', '&&'),
          click: () => openRecent(file),
        })),
      },
      separator,
      item(send, 'save-copy', 'Save a Copy…'),
      item(send, 'back-up', 'Back Up…'),
      item(send, 'restore', 'Restore…'),
      separator,
      item(send, 'import', 'Import…', 'CmdOrCtrl+I'),
      item(send, 'export', 'Export…', 'CmdOrCtrl+E'),
      item(send, 'check-desk', 'Check this desk'),
      separator,
      ...end,
    ],
  };
}

function editMenu(send: Send): MenuItemConstructorOptions {
  // The page handles these two keys itself: within a text field the field's own undo must win.
  const byPage = { registerAccelerator: false };
  return {
    label: '&Edit',
    submenu: [
      { ...item(send, 'undo', 'Undo command', 'CmdOrCtrl+Z'), ...byPage },
      { ...item(send, 'redo', 'Redo command', 'CmdOrCtrl+Shift+Z'), ...byPage },
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      separator,
      item(send, 'find', 'Find', 'CmdOrCtrl+F'),
    ],
  };
}

function viewMenu(send: Send, choose: MenuParts['chooseTheme']): MenuItemConstructorOptions {
  const theme = (name: Theme): MenuItemConstructorOptions => ({
    id: `theme:${name}`,
    label: THEME_LABELS[name],
    type: 'radio',
    checked: nativeTheme.themeSource === name,
    click: () => choose(name),
  });
  const forDevelopers: MenuItemConstructorOptions[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  return {
    label: '&View',
    submenu: [
      item(send, 'palette', 'Command palette', 'CmdOrCtrl+K'),
      separator,
      { label: 'Theme', submenu: themes.map(theme) },
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { role: 'togglefullscreen' },
      ...(app.isPackaged ? [] : forDevelopers),
    ],
  };
}

function goMenu(send: Send): MenuItemConstructorOptions {
  const items = screenNames.map((screen, at) =>
    item(send, `go:${screen}`, SCREEN_LABELS[screen], `CmdOrCtrl+${at + 1}`),
  );
  return { label: '&Go', submenu: items };
}

function helpMenu(send: Send, isMac: boolean): MenuItemConstructorOptions {
  const about = item(send, 'about', `About ${app.getName()} ${app.getVersion()}`);
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      item(send, 'help', 'Help for this screen', 'F1'),
      item(send, 'shortcuts', 'Keyboard shortcuts'),
      ...(isMac ? [] : [separator, about]),
    ],
  };
}
