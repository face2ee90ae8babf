import type * as Electron from 'electron';
import { app } from './app.ts';
import { host } from './state.ts';

type Template = (Electron.MenuItemConstructorOptions | MenuItem)[];

/** A menu's item. Nothing is drawn: a test clicks it by id. Of the roles only those that end or reload do something. */
export class MenuItem {
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: NonNullable<Electron.MenuItemConstructorOptions['type']>;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  readonly click: () => void;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  menu: Menu | undefined;

  constructor(options: Electron.MenuItemConstructorOptions) {
    const { submenu } = options;
    this.id = options.id;
    this.role = options.role;
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.label = options.label ?? options.role ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    if (submenu) this.submenu = submenu instanceof Menu ? submenu : Menu.buildFromTemplate(submenu as Template);
    this.click = () => {
      if (this.enabled) this.#choose(options);
    };
  }

  #choose(options: Electron.MenuItemConstructorOptions): void {
    const window = host.windows.find((candidate) => candidate.isFocused());
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio')
      for (const item of this.menu?.items ?? []) if (item.type === 'radio') item.checked = item === this;
    if (this.role === 'quit') app.quit();
    else if (this.role === 'close') window?.close();
    else if (this.role === 'reload') window?.webContents.reload();
    const click: unknown = options.click;
    if (typeof click === 'function') click(this, window, { triggeredByAccelerator: false });
  }
}

export class Menu {
  static #application: Menu | null = null;
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: Template): Menu {
    const menu = new Menu();
    for (const entry of template) {
      const item = entry instanceof MenuItem ? entry : new MenuItem(entry);
      item.menu = menu;
      menu.items.push(item);
    }
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    Menu.#application = menu;
  }
  static getApplicationMenu(): Menu | null {
    return Menu.#application;
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup() {}

  /** The accelerators that the native menu would take, as 'ctrl+shift+z', for the preview: it has no native menu. */
  static hostAccelerators(menu: Menu | null | undefined = Menu.#application): Map<string, MenuItem> {
    const found = new Map<string, MenuItem>();
    for (const item of menu?.items ?? []) {
      if (item.accelerator && item.registerAccelerator) found.set(normalize(item.accelerator), item);
      for (const [keys, inner] of item.submenu ? Menu.hostAccelerators(item.submenu) : []) found.set(keys, inner);
    }
    return found;
  }
}

function normalize(accelerator: string): string {
  const command = process.platform === 'darwin' ? 'meta' : 'ctrl';
  const names: Record<string, string> = {
    cmdorctrl: command,
    commandorcontrol: command,
    control: 'ctrl',
    command: 'meta',
    cmd: 'meta',
    option: 'alt',
  };
  const keys = accelerator
    .toLowerCase()
    .split('+')
    .map((key) => names[key] ?? key);
  return [...['ctrl', 'meta', 'alt', 'shift'].filter((key) => keys.includes(key)), keys.at(-1)].join('+');
}
