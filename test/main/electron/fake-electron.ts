import { EventEmitter } from 'node:events';

type Answer = (...words: never[]) => unknown;

/**
 * What the guards tell Electron, kept to be asked: no Chromium runs here. What Electron does with it is tried in
 * test/journeys/window.test.ts; here each guard is looked at by itself, and by every case.
 */
export class FakeElectron {
  /** Functions that were handed over, by the name of what took them. */
  readonly handed = new Map<string, Answer>();
  /** What was asked of the app, in order. */
  readonly asked: string[] = [];
  /** The options of every window. */
  readonly windows: Record<string, unknown>[] = [];
  /** The schemes that were registered. */
  readonly schemes: unknown[] = [];
  mayRun = true;

  readonly #hand =
    (name: string) =>
    (...words: unknown[]): void => {
      const [taken] = words.filter((word): word is Answer => typeof word === 'function');
      if (taken) this.handed.set(name, taken);
    };

  /** The function that was handed over under a name; calls it with anything. */
  handedTo(name: string): (...words: unknown[]) => unknown {
    const taken = this.handed.get(name);
    if (!taken) throw new Error(`Nothing was handed to ${name}.`);
    return taken as (...words: unknown[]) => unknown;
  }

  /** The module, as `import … from 'electron'` finds it. */
  readonly module = this.#makeModule();

  #makeModule() {
    const fake = this;
    const app = Object.assign(new EventEmitter(), {
      isPackaged: true,
      enableSandbox: () => void fake.asked.push('enableSandbox'),
      requestSingleInstanceLock: () => {
        fake.asked.push('requestSingleInstanceLock');
        return fake.mayRun;
      },
      quit: () => void fake.asked.push('quit'),
      getPath: () => '',
    });
    class BrowserWindow extends EventEmitter {
      readonly webContents = new EventEmitter();
      constructor(options: Record<string, unknown>) {
        super();
        fake.windows.push(options);
      }
      readonly loadURL = async (): Promise<void> => undefined;
      readonly show = (): void => undefined;
      readonly maximize = (): void => void fake.asked.push('maximize');
      readonly isMaximized = (): boolean => false;
      readonly isKiosk = (): boolean => false;
      readonly getNormalBounds = () => ({ x: 40, y: 60, width: 1300, height: 820 });
      readonly setBackgroundColor = (): void => undefined;
    }
    const defaultSession = Object.assign(new EventEmitter(), {
      setPermissionCheckHandler: fake.#hand('permission check'),
      setPermissionRequestHandler: fake.#hand('permission request'),
      webRequest: { onBeforeRequest: fake.#hand('request') },
    });
    return {
      app,
      BrowserWindow,
      session: { defaultSession },
      ipcMain: {
        handle: (channel: string, answer: Answer) =>
          fake.#hand(channel === 'desk:call' ? 'ipc' : `ipc ${channel}`)(answer),
      },
      nativeTheme: Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' }),
      protocol: {
        handle: fake.#hand('protocol'),
        registerSchemesAsPrivileged: (schemes: unknown[]) => void fake.schemes.push(...schemes),
      },
      screen: { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }] },
      dialog: {},
      Menu: {},
      shell: {},
    };
  }
}

/** An event that can be prevented, and whether it was. */
export const preventable = (url = 'https://example.org/') => {
  const event = {
    url,
    prevented: false,
    preventDefault: () => {
      event.prevented = true;
    },
  };
  return event;
};
