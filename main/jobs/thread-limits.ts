import type { ResourceLimits } from 'node:worker_threads';

/**
 * What the heap of a thread for long work may grow to. Where it would grow further, Node ends the thread and nothing
 * else, and the work is refused. Buffers lie outside of it: whoever reads a file watches them too.
 */
export const threadLimits: ResourceLimits = { maxOldGenerationSizeMb: 2_000 };
