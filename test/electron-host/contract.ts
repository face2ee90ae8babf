/** Type check only: the stand-in may lack what Electron has, but must not invent what Electron has not (host* excepted). */
import type * as Real from 'electron';
import type * as Host from './electron.ts';
import type { WebContents } from './web-contents.ts';
import type { WebFrame } from './web-frame.ts';

type Invented<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs | `host${string}`>;
type None<Name extends never> = Name;

export type Checked = [
  None<Invented<typeof Host.app, Real.App>>,
  None<Invented<typeof Host.BrowserWindow, typeof Real.BrowserWindow>>,
  None<Invented<Host.BrowserWindow, Real.BrowserWindow>>,
  None<Invented<typeof Host.dialog, Real.Dialog>>,
  None<Invented<typeof Host.ipcMain, Real.IpcMain>>,
  None<Invented<Host.Menu, Real.Menu>>,
  None<Invented<Host.MenuItem, Real.MenuItem>>,
  None<Invented<typeof Host.nativeTheme, Real.NativeTheme>>,
  None<Invented<Host.Notification, Real.Notification>>,
  None<Invented<typeof Host.protocol, Real.Protocol>>,
  None<Invented<typeof Host.screen, Real.Screen>>,
  None<Invented<typeof Host.session.defaultSession, Real.Session>>,
  None<Invented<typeof Host.safeStorage, Real.SafeStorage>>,
  None<Invented<typeof Host.shell, Real.Shell>>,
  None<Invented<WebContents, Real.WebContents>>,
  None<Invented<WebFrame, Real.WebFrameMain>>,
];
