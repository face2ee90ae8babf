import { describe, expect, it } from 'vitest';
import { isPressed, sayKeys } from '../../../renderer/kit/keys.ts';
import { sayLeft } from '../../../renderer/shell/progress.tsx';
import { fakeDesk } from '../fake-desk.ts';

const press = (key: string, held: Partial<KeyboardEventInit> = {}) => new KeyboardEvent('keydown', { key, ...held });

describe('Keys', () => {
  it('are the system’s own', () => {
    fakeDesk({}, 'darwin');
    expect(sayKeys('Mod+Shift+Z')).toBe('⌘⇧Z');
    expect(isPressed(press('k', { metaKey: true }), 'Mod+K')).toBe(true);
    expect(isPressed(press('k', { ctrlKey: true }), 'Mod+K')).toBe(false);
    fakeDesk({}, 'win32');
    expect(sayKeys('Mod+Shift+Z')).toBe('Ctrl Shift Z');
    expect(isPressed(press('k', { ctrlKey: true }), 'Mod+K')).toBe(true);
  });

  it('mean exactly what was held', () => {
    fakeDesk();
    expect(isPressed(press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Z')).toBe(false);
    expect(isPressed(press('A', { shiftKey: true }), 'A')).toBe(false);
    expect(isPressed(press('a'), 'A')).toBe(true);
    expect(isPressed(press('a', { ctrlKey: true }), 'A')).toBe(false);
  });

  it('are the keys themselves where Option writes something else on a Mac', () => {
    fakeDesk({}, 'darwin');
    const held = { metaKey: true, altKey: true };
    expect(isPressed(press('´', { ...held, code: 'KeyE' }), 'Mod+Alt+E')).toBe(true);
    expect(isPressed(press('Dead', { ...held, shiftKey: true, code: 'KeyE' }), 'Mod+Alt+Shift+E')).toBe(true);
    expect(isPressed(press('Dead', { ...held, code: 'KeyN' }), 'Mod+Alt+E')).toBe(false);
    // With AltGr a Windows keyboard writes a sign: that is no command.
    fakeDesk({}, 'win32');
    expect(isPressed(press('€', { ctrlKey: true, altKey: true, code: 'KeyE' }), 'Mod+Alt+E')).toBe(false);
  });

  it('take a sign wherever the keyboard has it', () => {
    fakeDesk();
    expect(isPressed(press('?', { shiftKey: true }), '?')).toBe(true);
    expect(isPressed(press('/'), '/')).toBe(true);
    expect(isPressed(press('/', { shiftKey: true }), '/')).toBe(true);
  });
});

describe('Time left', () => {
  it.each([
    [0.4, 'a moment left'],
    [41, '41 seconds left'],
    [75, 'a minute left'],
    [600, '10 minutes left'],
  ])('of %d seconds is said as “%s”', (seconds, said) => {
    expect(sayLeft(seconds)).toBe(said);
  });
});
