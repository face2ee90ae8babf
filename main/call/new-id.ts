import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

/** Random bytes of so many ids are fetched at once: asking the system for sixteen takes longer than making the id. */
const IDS_A_BLOCK = 256;
const BYTES_AN_ID = 16;

/**
 * Makes UUIDs of version 7 in ascending order, also within one millisecond and when the clock is set back: the moment,
 * a counter that starts at a random number each millisecond, and random bytes that no other id has had.
 */
export function idSource(now: () => number = Date.now): () => string {
  const block = new Uint8Array(IDS_A_BLOCK * BYTES_AN_ID);
  let used = block.length;
  let msecs = Number.NEGATIVE_INFINITY;
  let seq = 0;
  return () => {
    if (used === block.length) {
      randomFillSync(block);
      used = 0;
    }
    const random = block.subarray(used, used + BYTES_AN_ID);
    used += BYTES_AN_ID;
    const time = now();
    if (time > msecs) {
      msecs = time;
      // 31 bits of these bytes, which the id itself does not hold elsewhere: half of the counter's room stays free.
      seq = new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1;
    } else if (seq === 0xffffffff) {
      // The counter is full before the clock went on: borrow the next millisecond.
      msecs += 1;
      seq = 0;
    } else seq += 1;
    return v7({ random, msecs, seq });
  };
}
