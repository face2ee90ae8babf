/** Values as structured clone keeps them, written as text. */
export interface Codec {
  /** Throws a DataCloneError for what structured clone cannot carry, such as a function. */
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/**
 * Makes a codec. It runs in Node, and as `codec.toString()` in the preload's world: so it uses no import and no name
 * from outside. A value that JSON has no form for becomes an array whose first entry is a one-letter tag.
 */
export function codec(): Codec {
  type Tagged = [tag: string, ...rest: unknown[]];
  const views: Record<string, new (buffer: ArrayBuffer) => ArrayBufferView> = {
    Int8Array,
    Uint8Array,
    Uint8ClampedArray,
    Int16Array,
    Uint16Array,
    Int32Array,
    Uint32Array,
    Float32Array,
    Float64Array,
    DataView,
  };
  const errors: Record<string, new (message: string) => Error> = {
    EvalError,
    RangeError,
    ReferenceError,
    SyntaxError,
    TypeError,
    URIError,
  };
  const own = <T>(table: Record<string, T>, key: unknown) =>
    Object.hasOwn(table, String(key)) ? table[String(key)] : undefined;

  function toBase64(bytes: Uint8Array): string {
    let text = '';
    for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    return btoa(text);
  }
  const fromBase64 = (text: unknown) => Uint8Array.from(atob(String(text)), (letter) => letter.charCodeAt(0));

  function encode(value: unknown): string {
    const seen = new Map<object, number>();
    const write = (v: unknown): unknown => {
      if (v === null || typeof v === 'string' || typeof v === 'boolean') return v;
      if (typeof v === 'number')
        return Number.isFinite(v) && !Object.is(v, -0) ? v : ['n', Object.is(v, -0) ? '-0' : String(v)];
      if (v === undefined) return ['u'];
      if (typeof v === 'bigint') return ['b', String(v)];
      if (typeof v !== 'object') throw new DOMException('An object could not be cloned.', 'DataCloneError');
      const known = seen.get(v);
      if (known !== undefined) return ['r', known];
      seen.set(v, seen.size);
      if (v instanceof Date) return ['D', v.getTime()];
      if (v instanceof RegExp) return ['R', v.source, v.flags];
      if (v instanceof Map) return ['M', [...v].map(([key, x]) => [write(key), write(x)])];
      if (v instanceof Set) return ['S', [...v].map(write)];
      if (v instanceof Error) return ['E', v.name, v.message, v.stack, 'cause' in v, write(v.cause)];
      if (v instanceof ArrayBuffer) return ['A', toBase64(new Uint8Array(v))];
      if (ArrayBuffer.isView(v))
        return ['V', v.constructor.name, toBase64(new Uint8Array(v.buffer, v.byteOffset, v.byteLength))];
      if (Array.isArray(v)) return ['a', Array.from(v, write)];
      if (Object.prototype.toString.call(v) === '[object Object]')
        return ['o', Object.entries(v).map(([key, x]) => [key, write(x)])];
      throw new DOMException('An object could not be cloned.', 'DataCloneError');
    };
    // structuredClone throws what Electron would throw, and strips prototypes.
    return JSON.stringify(write(structuredClone(value)));
  }

  function decode(text: string): unknown {
    const made: unknown[] = [];
    const read = (v: unknown): unknown => {
      if (!Array.isArray(v)) return v;
      const [tag, a, b, c, d, e] = v as Tagged;
      if (tag === 'n') return Number(a);
      if (tag === 'u') return undefined;
      if (tag === 'b') return BigInt(String(a));
      if (tag === 'r') return made[Number(a)];
      const at = made.push(null) - 1;
      const keep = <T>(x: T): T => {
        made[at] = x;
        return x;
      };
      if (tag === 'D') return keep(new Date(Number(a)));
      if (tag === 'R') return keep(new RegExp(String(a), String(b)));
      if (tag === 'A') return keep(fromBase64(a).buffer);
      if (tag === 'V') return keep(new (own(views, a) ?? Uint8Array)(fromBase64(b).buffer));
      if (tag === 'E') {
        const error = keep(new (own(errors, a) ?? Error)(String(b)));
        if (c) error.stack = String(c);
        if (d) error.cause = read(e);
        return error;
      }
      const entries = a as unknown[];
      if (tag === 'a') {
        const list = keep<unknown[]>([]);
        for (const x of entries) list.push(read(x));
        return list;
      }
      if (tag === 'S') {
        const set = keep(new Set());
        for (const x of entries) set.add(read(x));
        return set;
      }
      const pairs = entries as [unknown, unknown][];
      if (tag === 'M') {
        const map = keep(new Map());
        for (const [key, x] of pairs) map.set(read(key), read(x));
        return map;
      }
      const object = keep<Record<string, unknown>>({});
      for (const [key, x] of pairs) object[String(key)] = read(x);
      return object;
    };
    return read(JSON.parse(text));
  }

  return { encode, decode };
}
