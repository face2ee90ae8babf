import '../../renderer/jitless.ts';
import { cleanup, configure } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { StateCreator } from 'zustand';
import { patience } from '../patience.ts';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: patience });

// A store outlives a screen, but not a test: every store goes back to how it began.
const { storeResets } = await vi.hoisted(() => import('./store-resets.ts'));
vi.mock('zustand', async (importOriginal) => {
  const zustand = await importOriginal<typeof import('zustand')>();
  const create = <State>(begin: StateCreator<State>) => {
    const store = zustand.create<State>()(begin);
    storeResets.add(() => store.setState(store.getInitialState(), true));
    return store;
  };
  return { ...zustand, create };
});

// The one rule of the app's style that says who hears a text and doesn't see it.
const style = document.createElement('style');
style.textContent = '.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%) }';
document.head.append(style);

// jsdom lays nothing out: give everything a window's size, or a virtual table shows no rows.
const size = { width: 1000, height: 700 };
Object.defineProperties(HTMLElement.prototype, {
  offsetWidth: { configurable: true, get: () => size.width },
  offsetHeight: { configurable: true, get: () => size.height },
  clientHeight: { configurable: true, get: () => size.height },
  scrollHeight: { configurable: true, get: () => 10_000_000 },
});
Element.prototype.scrollTo = function (this: Element, options?: ScrollToOptions | number, top?: number) {
  this.scrollTop = typeof options === 'object' ? (options.top ?? 0) : (top ?? 0);
  this.dispatchEvent(new Event('scroll'));
};
Element.prototype.scrollIntoView = () => {};
globalThis.ResizeObserver = class implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
};
// jsdom has no CSS object; react-aria asks it to escape ids.
Reflect.set(globalThis, 'CSS', { escape: (text: string) => text.replaceAll(/["\\]/g, '\\$&'), supports: () => false });
Reflect.set(globalThis, 'matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener: () => {},
  removeEventListener: () => {},
}));

beforeEach(() => {
  localStorage.clear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  for (const reset of storeResets) reset();
});
