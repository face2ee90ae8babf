/** Writes numbers of so many bits each, the highest bit first; what is left of the last byte is 0. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #used = 0;

  /** A whole number from 0 to 2^width - 1. */
  add(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit -= 1) {
      if (this.#used % 8 === 0) this.#bytes.push(0);
      const last = this.#bytes.length - 1;
      if ((value >> bit) & 1) this.#bytes[last] = (this.#bytes[last] ?? 0) | (0x80 >> (this.#used % 8));
      this.#used += 1;
    }
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(this.#bytes);
  }
}

/** Reads them back; null from where the bytes are at their end. */
export class BitReader {
  readonly #bytes: Uint8Array;
  #used = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(width: number): number | null {
    if (this.#used + width > this.#bytes.length * 8) return null;
    let value = 0;
    for (let at = 0; at < width; at += 1) {
      const byte = this.#bytes[this.#used >> 3] ?? 0;
      value = (value << 1) | ((byte >> (7 - (this.#used % 8))) & 1);
      this.#used += 1;
    }
    return value;
  }

  /** Whether nothing is left but the zeros that fill the last byte. */
  isAtEnd(): boolean {
    const left = this.#bytes.length * 8 - this.#used;
    return left < 8 && (left === 0 || this.take(left) === 0);
  }
}
