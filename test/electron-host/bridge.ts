/** What travels between the two worlds of a frame, as the `detail` of an event on `document`. */
type Note =
  | { kind: 'expose'; key: string; value: Wrapped }
  | { kind: 'call'; id: number; args: Wrapped[] }
  | { kind: 'answer'; ok: boolean; value: Wrapped }
  | { kind: 'settle'; id: number; ok: boolean; value: Wrapped }
  | { kind: 'open'; url: string };
type Wrapped =
  | { as: 'plain'; value: unknown }
  | { as: 'function'; id: number }
  | { as: 'promise'; id: number }
  | { as: 'again'; id: number }
  | { as: 'array'; items: Wrapped[] }
  | { as: 'object'; entries: [string, Wrapped][] }
  | { as: 'error'; message: string };
type Callable = (...args: unknown[]) => unknown;

/** One end of Electron's contextBridge. */
export interface Bridge {
  expose(key: string, api: unknown): void;
}

/**
 * Electron's contextBridge across V8 worlds. The only object that both worlds share is `document`; Chromium clones
 * the detail of a CustomEvent between them, so functions and promises go by number. Sent to the page as text: no
 * import and no name from outside. In the page's own world (no `onOpen`) it also turns each new window into a note
 * to the preload's world, which asks the app's setWindowOpenHandler: Chromium never opens one itself.
 */
export function bridge(listenOn: string, speakOn: string, onOpen?: (url: string) => void): Bridge {
  const functions = new Map<number, Callable>();
  const numbers = new WeakMap<Callable, number>();
  const promises = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let lastId = 0;
  let answer: Extract<Note, { kind: 'answer' }> | undefined;
  const say = (note: Note) => document.dispatchEvent(new CustomEvent(speakOn, { detail: note }));
  const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value));

  function wrap(value: unknown, seen = new Map<object, number>()): Wrapped {
    if (typeof value === 'function') {
      const callable = value as Callable;
      const id = numbers.get(callable) ?? ++lastId;
      numbers.set(callable, id);
      functions.set(id, callable);
      return { as: 'function', id };
    }
    if (typeof value === 'symbol') throw new TypeError('Uncaught Error: An object could not be cloned.');
    if (value instanceof Promise) {
      const id = ++lastId;
      value.then(
        (result) => say({ kind: 'settle', id, ok: true, value: wrap(result) }),
        (error: unknown) => say({ kind: 'settle', id, ok: false, value: wrap(error) }),
      );
      return { as: 'promise', id };
    }
    if (value instanceof Error) return { as: 'error', message: value.message };
    if (typeof value === 'object' && value && (Array.isArray(value) || isPlain(value))) {
      const id = seen.get(value);
      if (id !== undefined) return { as: 'again', id };
      seen.set(value, seen.size);
      if (Array.isArray(value)) return { as: 'array', items: Array.from(value, (item) => wrap(item, seen)) };
      return { as: 'object', entries: Object.entries(value).map(([key, item]) => [key, wrap(item, seen)]) };
    }
    return { as: 'plain', value: structuredClone(value) };
  }

  function unwrap(wrapped: Wrapped, made: object[] = []): unknown {
    if (wrapped.as === 'plain') return wrapped.value;
    if (wrapped.as === 'error') return new Error(wrapped.message);
    if (wrapped.as === 'again') return made[wrapped.id];
    if (wrapped.as === 'promise')
      return new Promise((resolve, reject) => promises.set(wrapped.id, { resolve, reject }));
    if (wrapped.as === 'function') {
      const { id } = wrapped;
      return (...args: unknown[]) => call(id, args);
    }
    if (wrapped.as === 'array') {
      const list: unknown[] = [];
      made.push(list);
      for (const item of wrapped.items) list.push(unwrap(item, made));
      return list;
    }
    const object: Record<string, unknown> = {};
    made.push(object);
    for (const [key, item] of wrapped.entries) object[key] = unwrap(item, made);
    return object;
  }

  /** Calls a function of the other world: events are dispatched at once, so its answer is there when `say` returns. */
  function call(id: number, args: unknown[]): unknown {
    answer = undefined;
    say({ kind: 'call', id, args: args.map((arg) => wrap(arg)) });
    const given = answer as Extract<Note, { kind: 'answer' }> | undefined;
    answer = undefined;
    if (!given) throw new Error('context bridge: no answer');
    if (!given.ok) throw unwrap(given.value);
    return unwrap(given.value);
  }

  function run(id: number, args: Wrapped[]): void {
    try {
      say({ kind: 'answer', ok: true, value: wrap(functions.get(id)?.(...args.map((arg) => unwrap(arg)))) });
    } catch (error) {
      say({ kind: 'answer', ok: false, value: wrap(error) });
    }
  }

  function freeze(value: unknown): unknown {
    if (typeof value !== 'object' || !value || !(Array.isArray(value) || isPlain(value))) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  }

  const hear = (event: Event) => {
    const note = (event as CustomEvent<Note>).detail;
    event.stopImmediatePropagation();
    if (note.kind === 'expose')
      Object.defineProperty(window, note.key, { value: freeze(unwrap(note.value)), enumerable: true });
    else if (note.kind === 'call') run(note.id, note.args);
    else if (note.kind === 'answer') answer = note;
    else if (note.kind === 'open') onOpen?.(note.url);
    else {
      const promise = promises.get(note.id);
      promises.delete(note.id);
      if (note.ok) promise?.resolve(unwrap(note.value));
      else promise?.reject(unwrap(note.value));
    }
  };
  document.addEventListener(listenOn, hear, true);

  if (!onOpen) {
    window.open = (url = 'about:blank') => {
      say({ kind: 'open', url: new URL(url, location.href).href });
      return null;
    };
    window.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (!link || event.defaultPrevented || link.target === '' || link.target === '_self') return;
      event.preventDefault();
      say({ kind: 'open', url: link.href });
    });
  }
  return { expose: (key, api) => void say({ kind: 'expose', key, value: wrap(api) }) };
}
