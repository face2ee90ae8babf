import { readFileSync, writeFileSync } from 'node:fs';
import type { Rectangle } from 'electron';
import { z } from 'zod';
import { PRIVATE_FILE } from '../files/private.ts';

/** Where the window stood when it was closed, in the screens’ own points. */
export interface WindowPlace extends Rectangle {
  readonly isMaximized: boolean;
}

/** As large as on the first start, and never smaller than the screens are drawn for. */
const usualSize = { width: 1280, height: 800 } as const;
export const leastSize = { width: 1024, height: 700 } as const;

/** So much of the window's top edge must lie on a screen that a hand can take it and move it. */
const grip = { width: 160, height: 32 } as const;

const Points = z.number().int().min(-100_000).max(100_000);
const Place = z.strictObject({ x: Points, y: Points, width: Points, height: Points, isMaximized: z.boolean() });

/** The place that was kept; null: none was, or the file is damaged. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    return Place.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Keeps a place for the next start. Fails never: a full disk must not keep the window from closing. */
export function keepWindowPlace(file: string, place: WindowPlace): void {
  try {
    writeFileSync(file, `${JSON.stringify(place)}\n`, { mode: PRIVATE_FILE });
  } catch {
    // The window comes up in its usual place then.
  }
}

/**
 * Where to open the window: the kept place, as far as its screen is still there. Without one, and where the screen has
 * gone, the system chooses; a window larger than every screen is made to fit.
 */
export function placeOn(screens: readonly Rectangle[], kept: WindowPlace | null): Partial<Rectangle> {
  if (kept === null) return usualSize;
  const width = Math.max(leastSize.width, Math.min(kept.width, Math.max(...screens.map((screen) => screen.width))));
  const height = Math.max(leastSize.height, Math.min(kept.height, Math.max(...screens.map((screen) => screen.height))));
  const reachable = screens.some((screen) => {
    const across = Math.min(kept.x + width, screen.x + screen.width) - Math.max(kept.x, screen.x);
    const isTopThere = kept.y >= screen.y && kept.y + grip.height <= screen.y + screen.height;
    return isTopThere && across >= grip.width;
  });
  return reachable ? { x: kept.x, y: kept.y, width, height } : { width, height };
}
