import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { type Desk, openDesk } from '../../../main/desk/desk.ts';
import { unpackChromium } from '../../journeys/chromium.setup.ts';
import { whenStill } from './still.ts';

const root = path.join(import.meta.dirname, '../../..');
const address = 'http://desk.test/';

/** The policy of main/protocol.ts without its nonce: no style may be written from a script. */
const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:";

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.webp': 'image/webp',
};

/** How the pictures are taken. */
export interface View {
  readonly width: number;
  readonly height: number;
  readonly dark: boolean;
}

export interface Gallery extends AsyncDisposable {
  readonly desk: Desk;
  readonly databaseFile: string;
  /** A window on the desk, as wide and as dark as asked. What the page complains of is kept in `complaints`. */
  readonly open: (view: View) => Promise<Page>;
  /** Waits until a window has every answer that it asked for, and nothing moves in it. */
  readonly settle: (page: Page) => Promise<void>;
  readonly complaints: readonly string[];
}

/** Builds the screens and opens them on a real desk with a clock of its own, in a plain Chromium without Electron. */
export async function openGallery(now = '2024-10-21T13:05:00.000Z', databaseFile?: string): Promise<Gallery> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'cohort-desk-gallery-'));
  const built = path.join(folder, 'screens');
  await build({
    configFile: false,
    root: path.join(root, 'renderer'),
    plugins: [react()],
    logLevel: 'error',
    build: { outDir: built, assetsInlineLimit: 0, minify: false },
  });
  const pages = new Set<Page>();
  const file = databaseFile ?? path.join(folder, 'program.db');
  const opened = openDesk({
    databaseFile: file,
    settings: path.join(folder, 'settings'),
    dialogs: {
      openFile: async () => null,
      saveFile: async (name) => path.join(folder, path.basename(String(name))),
      chooseFolder: async () => folder,
      reveal: async () => undefined,
      open: async () => undefined,
    },
    onEvent: (event) => {
      for (const page of pages) {
        void page
          .evaluate((told) => window.dispatchEvent(new CustomEvent('desk', { detail: told })), event)
          .catch(() => {});
      }
    },
    now: () => new Date(now),
  });
  if (!opened.ok) throw new Error(opened.problem.sentence);
  const { desk } = opened;
  const browser = await chromium.launch({
    executablePath: unpackChromium() ?? chromium.executablePath(),
    args: ['--no-sandbox'],
  });
  const complaints: string[] = [];
  let underWay = 0;

  const open = async ({ width, height, dark }: View): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      timezoneId: 'America/Chicago',
    });
    const page = await context.newPage();
    await page.clock.setFixedTime(now);
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.exposeFunction('callDesk', async (name: string, input: unknown) => {
      underWay += 1;
      const result = await desk.call(name, input);
      underWay -= 1;
      return result;
    });
    await page.addInitScript(bridge);
    await page.route(`${address}**`, async (route) => {
      const file = path.join(built, new URL(route.request().url()).pathname.replace(/\/$/, '/index.html'));
      const headers = { 'content-type': types[path.extname(file)] ?? 'text/plain', 'content-security-policy': policy };
      await route.fulfill({ body: await readFile(file), headers });
    });
    pages.add(page);
    page.on('close', () => pages.delete(page));
    await page.goto(address);
    await page.waitForSelector('h1');
    return page;
  };

  return {
    desk,
    databaseFile: file,
    open,
    async settle(page) {
      // An answer that is drawn may ask for more.
      do await whenStill(page);
      while (underWay > 0);
    },
    complaints,
    async [Symbol.asyncDispose]() {
      await browser.close();
      await desk.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Runs in the page before its scripts: what the preload script puts there. */
function bridge(): void {
  Object.defineProperty(window, 'desk', {
    value: {
      call: (name: string, input: unknown) => Reflect.get(window, 'callDesk')(name, input),
      subscribe: (listener: (event: unknown) => void) => {
        const hear = (event: Event) => event instanceof CustomEvent && listener(event.detail);
        window.addEventListener('desk', hear);
        return () => window.removeEventListener('desk', hear);
      },
      platform: 'linux',
      pathOf: async (file: File) => file.name,
    },
  });
}

/** Every size and theme that a screen is looked at in. */
export const views: readonly View[] = [
  { width: 1280, height: 800, dark: false },
  { width: 1280, height: 800, dark: true },
  { width: 1024, height: 700, dark: false },
  { width: 1024, height: 700, dark: true },
];

/** Makes a folder for pictures. */
export const pictureFolder = (folder: string): Promise<string | undefined> => mkdir(folder, { recursive: true });
