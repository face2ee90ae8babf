import type * as Electron from 'electron';
import { type SchemeHandler, schemes } from './schemes.ts';
import { host, unsupported } from './state.ts';

export const protocol = {
  registerSchemesAsPrivileged(list: Electron.CustomScheme[]): void {
    if (host.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of list) schemes.set(scheme, null);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!schemes.has(scheme)) unsupported(`protocol.handle of the unregistered scheme '${scheme}'`);
    if (schemes.get(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    schemes.set(scheme, handler);
  },
};
