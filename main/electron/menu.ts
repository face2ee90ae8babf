import { app, Menu, type MenuItemConstructorOptions, nativeTheme } from 'electron';
import { type MenuCommand, type ScreenName, screenNames, type Theme, themes } from '../../shared/menu.ts';

type Send = (command: MenuCommand) => void;
type ChooseTheme = (theme: Theme) => void;

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

/** Sets the application's menu. Every item that is about the program goes to the screens through `send`. */
export function buildMenu(send: Send, choose: ChooseTheme): void {
  const menus = [fileMenu(send), editMenu(send), viewMenu(send, choose), goMenu(send), helpMenu(send)];
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...menus]));
}

/** Takes the menu away while the laptop is a kiosk, and all its keys: a Mac, which always has one, keeps only its name. */
export function removeMenu(): void {
  const held = process.platform === 'darwin' ? [{ label: app.getName(), submenu: [] }] : null;
  Menu.setApplicationMenu(held && Menu.buildFromTemplate(held));
}

/** An item that sends its command, which is its id too. */
function item(send: Send, command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions {
  return { id: command, label, click: () => send(command), ...(accelerator ? { accelerator } : {}) };
}

function fileMenu(send: Send): MenuItemConstructorOptions {
  const end: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'close' }] : [{ role: 'quit' }];
  return {
    label: '&File',
    submenu: [
      item(send, 'import', 'Import…', 'CmdOrCtrl+I'),
      item(send, 'export', 'Export…', 'CmdOrCtrl+E'),
      item(send, 'back-up', 'Back up…'),
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
    ],
  };
}

function viewMenu(send: Send, choose: ChooseTheme): MenuItemConstructorOptions {
  const theme = (name: Theme): MenuItemConstructorOptions => ({
    id: `theme:${name}`,
    label: THEME_LABELS[name],
    type: 'radio',
    checked: nativeTheme.themeSource === name,
    click: () => {
      choose(name);
      send(`theme:${name}`);
    },
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

function helpMenu(send: Send): MenuItemConstructorOptions {
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      item(send, 'shortcuts', 'Keyboard shortcuts'),
      { label: `${app.getName()} ${app.getVersion()}`, enabled: false },
    ],
  };
}
