import { useEffect, useLayoutEffect, useRef } from 'react';
import { create } from 'zustand';
import { isBareKey, isPressed, isWriting } from './keys.ts';
import { useStable } from './stable.ts';

/** A line of the menu of a row. */
interface RowsMenuLine {
  /** As a verb: `Record payment…`. */
  readonly label: string;
  /** Why it can’t be done to them; null: it can. */
  readonly whyNot?: string | null | undefined;
  readonly danger?: boolean | undefined;
}

/** Something a person can do now: from the palette, by its keys, from the menu bar. */
export interface ScreenCommand {
  /** Unique among the commands that are there together; a menu item of the same id runs it. */
  readonly id: string;
  /** As a palette line: `Accept everyone within the seats`. */
  readonly label: string;
  /** Such as `A`, `Mod+I`, `Escape`. */
  readonly keys?: string | undefined;
  readonly run: () => void;
  /** Bound to its keys, but no palette line. */
  readonly hidden?: boolean | undefined;
  /** What else people call it, words that the palette finds it by: `invoice`, `backup`. */
  readonly also?: string | undefined;
  /** What the menu of a row calls it, where it is about whoever is selected, or else about the one that is open. */
  readonly onRows?: RowsMenuLine | undefined;
  /** Where it is in the list of all keys. */
  readonly section?: string | undefined;
}

interface Registry {
  readonly groups: readonly { readonly token: symbol; readonly commands: readonly ScreenCommand[] }[];
}

/** Every command of the frame and of the screen that is shown. */
export const useCommandRegistry = create<Registry>(() => ({ groups: [] }));

/** The commands that are there now, the newest screen's first. */
const allCommands = (): readonly ScreenCommand[] =>
  useCommandRegistry.getState().groups.flatMap((group) => group.commands);

/**
 * Says what can be done while a component is mounted: the palette shows it, its keys run it. A bare key such as `A`
 * fires only while no field has the focus.
 */
export function useCommands(commands: readonly ScreenCommand[]): void {
  const latest = useRef(commands);
  // Before the screen is painted: a key that can be seen on a button works at once.
  useLayoutEffect(() => {
    latest.current = commands;
  });
  const shape = useStable(commands.map(({ run: _run, ...rest }) => rest));
  useLayoutEffect(() => {
    const token = Symbol('commands');
    const bound = shape.map((command) => ({
      ...command,
      run: () => latest.current.find(({ id }) => id === command.id)?.run(),
    }));
    useCommandRegistry.setState(({ groups }) => ({ groups: [{ token, commands: bound }, ...groups] }));
    return () =>
      useCommandRegistry.setState(({ groups }) => ({ groups: groups.filter((group) => group.token !== token) }));
  }, [shape]);
}

/** Runs the command of this id; false where there is none now. */
export function runCommand(id: string): boolean {
  const command = allCommands().find((each) => each.id === id);
  command?.run();
  return command !== undefined;
}

/** Whether a bare key belongs to a command, so that a table does not take it for typing. */
export const isBound = (event: KeyboardEvent): boolean =>
  allCommands().some(({ keys }) => keys !== undefined && isPressed(event, keys));

/** Undo and redo belong to a field while someone writes in it, unless it says that it has none of its own. */
function belongsToField(event: KeyboardEvent, keys: string): boolean {
  const { target } = event;
  if (!isWriting(target)) return false;
  if (isBareKey(keys)) return true;
  if (keys !== 'Mod+Z' && keys !== 'Mod+Shift+Z' && keys !== 'Mod+Y') return false;
  return !(target instanceof HTMLInputElement && target.dataset.undo === 'desk' && target.value === '');
}

/** Runs the command whose keys were pressed. Nothing runs behind an open dialog. */
function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || document.querySelector('[data-modal]')) return;
  const command = allCommands().find(
    ({ keys }) => keys !== undefined && isPressed(event, keys) && !belongsToField(event, keys),
  );
  if (!command) return;
  event.preventDefault();
  command.run();
}

/** Listens for the keys of every command; the frame mounts it once. */
export function useKeys(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
