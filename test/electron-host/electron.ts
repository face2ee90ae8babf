/** What `import … from 'electron'` gives in the app's main: the part of Electron that this project uses, no more. */
import { app } from './app.ts';
import { BrowserWindow } from './browser-window.ts';
import { dialog, shell } from './dialogs.ts';
import { ipcMain } from './ipc-main.ts';
import { Menu, MenuItem } from './menu.ts';
import { Notification } from './notification.ts';
import { protocol } from './protocol.ts';
import { answerRequest } from './requests.ts';
import { safeStorage } from './safe-storage.ts';
import { screen } from './screen.ts';
import { session } from './session.ts';
import { chromium } from './state.ts';
import { nativeTheme } from './theme.ts';

/** Joins the members to the running Chromium. */
export async function connect(): Promise<void> {
  const { browser, exited } = chromium();
  const gone = (targetId: string) =>
    BrowserWindow.getAllWindows().find((window) => window.webContents.hostTarget === targetId);
  browser.on('Fetch.requestPaused', (paused) => void answerRequest(paused));
  browser.on('Target.targetDestroyed', ({ targetId }) => gone(targetId)?.hostDestroyed());
  browser.on('Browser.downloadWillBegin', (download) => session.defaultSession.hostDownload(download));
  void exited.then(() => {
    for (const window of BrowserWindow.getAllWindows()) window.hostDestroyed();
  });
  await Promise.all([
    browser.send('Target.setDiscoverTargets', { discover: true }),
    browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    browser.send('Browser.setDownloadBehavior', { behavior: 'deny', eventsEnabled: true }),
  ]);
}

const electron = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  Notification,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};

export {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeTheme,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};
export default electron;
