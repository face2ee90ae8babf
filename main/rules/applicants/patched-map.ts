/** What differs: by key, the value that holds now; undefined: there is none any more. */
export type Differences<Value> = ReadonlyMap<string, Value | undefined>;

/** From so many differences on, everything is laid down anew. */
const most = 1_000;

/** The same map but for some entries: of 100,000 only the few are copied, and whoever holds the map before keeps it. */
export function patched<Value>(
  before: ReadonlyMap<string, Value>,
  changes: Differences<Value>,
): ReadonlyMap<string, Value> {
  if (changes.size === 0) return before;
  if (before.size <= most || changes.size > most) return new Map(entriesOf(before, changes));
  if (!(before instanceof PatchedMap)) return new PatchedMap(before, changes);
  const all = new Map([...before.changes, ...changes]);
  return all.size > most ? new Map(entriesOf(before.base, all)) : new PatchedMap<Value>(before.base, all);
}

/** Where two maps differ; a value is the same where it is the same object. Takes no time where one was patched from the other. */
export function differencesBetween<Value>(
  before: ReadonlyMap<string, Value>,
  after: ReadonlyMap<string, Value>,
): Differences<Value> {
  const differences = new Map<string, Value | undefined>();
  if (before === after) return differences;
  const look = (id: string): void => {
    const now = after.get(id);
    if (before.get(id) !== now) differences.set(id, now);
  };
  const [one, other] = [laidDown(before), laidDown(after)];
  const keys = one.base === other.base ? [one.changes, other.changes] : [before, after];
  for (const each of keys) for (const id of each.keys()) look(id);
  return differences;
}

const laidDown = <Value>(map: ReadonlyMap<string, Value>) =>
  map instanceof PatchedMap
    ? { base: map.base as ReadonlyMap<string, Value>, changes: map.changes as Differences<Value> }
    : { base: map, changes: new Map<string, Value | undefined>() };

function* entriesOf<Value>(base: ReadonlyMap<string, Value>, changes: Differences<Value>): Generator<[string, Value]> {
  for (const [id, value] of base) {
    const now = changes.has(id) ? changes.get(id) : value;
    if (now !== undefined) yield [id, now];
  }
  for (const [id, value] of changes) if (value !== undefined && !base.has(id)) yield [id, value];
}

class PatchedMap<Value> implements ReadonlyMap<string, Value> {
  readonly base: ReadonlyMap<string, Value>;
  readonly changes: Differences<Value>;
  readonly size: number;

  constructor(base: ReadonlyMap<string, Value>, changes: Differences<Value>) {
    this.base = base;
    this.changes = changes;
    let size = base.size;
    for (const [id, value] of changes) size += Number(value !== undefined) - Number(base.has(id));
    this.size = size;
  }

  get(id: string): Value | undefined {
    const changed = this.changes.get(id);
    if (changed !== undefined) return changed;
    return this.changes.has(id) ? undefined : this.base.get(id);
  }

  has(id: string): boolean {
    return this.get(id) !== undefined;
  }

  *keys(): MapIterator<string> {
    for (const [id] of this) yield id;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value;
  }

  entries(): MapIterator<[string, Value]> {
    return this[Symbol.iterator]();
  }

  *[Symbol.iterator](): MapIterator<[string, Value]> {
    yield* entriesOf(this.base, this.changes);
  }

  forEach(visit: (value: Value, id: string, all: ReadonlyMap<string, Value>) => void): void {
    for (const [id, value] of this) visit(value, id, this);
  }
}
