import { EventEmitter } from 'node:events';
import { host, ignore } from './state.ts';

class NativeTheme extends EventEmitter {
  #source: 'system' | 'light' | 'dark' = 'system';

  get themeSource() {
    return this.#source;
  }
  set themeSource(source) {
    this.#source = source;
    for (const window of host.windows) window.webContents.hostApplyTheme().catch(ignore);
    this.emit('updated', {});
  }
  /** The system of this stand-in is always light. */
  get shouldUseDarkColors() {
    return this.#source === 'dark';
  }
}

export const nativeTheme = new NativeTheme();
