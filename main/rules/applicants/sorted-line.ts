/** Compares two of a line: never 0 for two that differ. */
type Compare<Each> = (a: Each, b: Each) => number;

/**
 * A sorted line without some of its own and with others, each in its place. `leave` are of the line; a long line is
 * copied, and only those who come or go are looked for.
 */
export function lineWith<Each>(
  line: readonly Each[],
  leave: readonly Each[],
  come: readonly Each[],
  compare: Compare<Each>,
): readonly Each[] {
  if (leave.length === 0 && come.length === 0) return line;
  const joins = come.toSorted(compare).map((each) => ({ at: placeIn(line, each, compare), each }));
  const goes = leave.map((each) => placeIn(line, each, compare)).sort((a, b) => a - b);
  const next: Each[] = [];
  let from = 0;
  let gone = 0;
  const copyTo = (end: number): void => {
    while (from < end) {
      const each = line[from];
      if (goes[gone] === from) gone += 1;
      else if (each !== undefined) next.push(each);
      from += 1;
    }
  };
  for (const { at, each } of joins) {
    copyTo(at);
    next.push(each);
  }
  copyTo(line.length);
  return next;
}

/** Where somebody stands in a line, or would. */
function placeIn<Each>(line: readonly Each[], each: Each, compare: Compare<Each>): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = line[middle];
    if (there !== undefined && compare(there, each) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
