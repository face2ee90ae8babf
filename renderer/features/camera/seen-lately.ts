/** A code counts again once it has been out of sight for so long, in milliseconds: a badge hangs before the camera for seconds. */
const outOfSight = 4_000;

/**
 * Tells a badge that has just come before the camera from one that is still there. Takes the code and the moment in
 * milliseconds; true: it is new, and is to be taken.
 */
export function newcomers(): (code: string, now: number) => boolean {
  const seen = new Map<string, number>();
  return (code, now) => {
    const last = seen.get(code);
    seen.set(code, now);
    for (const [other, at] of seen) if (now - at > outOfSight) seen.delete(other);
    return last === undefined || now - last > outOfSight;
  };
}
