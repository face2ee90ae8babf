import type { EventEmitter } from 'node:events';

/**
 * Emits an event that listeners may prevent, as Electron does. Listeners run at once.
 * @returns whether no one prevented it
 */
export function emitPreventable(target: EventEmitter, name: string, details: object = {}, ...args: unknown[]): boolean {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  target.emit(name, event, ...args);
  return !event.defaultPrevented;
}
