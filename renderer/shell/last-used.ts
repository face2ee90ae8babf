import type { PaletteLine } from './palette-lines.ts';

const place = 'palette:last';
/** So many lines are remembered. */
const most = 5;

/** The lines of the palette that were run last on this laptop, the newest first: commands and screens, never people. */
export function lastUsed(): readonly string[] {
  const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
}

/** Remembers that a line was run. Whom someone looked up is no one's business. */
export function noteUsed({ id, group }: PaletteLine): void {
  if (group === 'People' || (id.includes(':') && !id.startsWith('go:'))) return;
  localStorage.setItem(place, JSON.stringify([id, ...lastUsed().filter((each) => each !== id)].slice(0, most)));
}
