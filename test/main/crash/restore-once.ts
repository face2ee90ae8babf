// Run by restores.test.ts as a process of its own: puts a copy in a database's place, says each step, and halts at one
// of them until it is killed.
import { type ExchangeStep, putInPlace } from '../../../main/database/put-in-place.ts';

const [copy = '', database = '', aside = '', haltAt = ''] = process.argv.slice(2);

const exchanged = putInPlace({ copy, database, aside }, (step: ExchangeStep) => {
  process.send?.(step);
  // The message is written by the time that it is sent; the next step never comes.
  if (step === haltAt) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});
process.send?.(exchanged.ok ? 'done' : exchanged.problem.sentence);
