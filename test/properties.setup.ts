import { configureGlobal } from 'fast-check';

/**
 * Properties run on the same inputs each time, so that a failing run is the doing of the change before it.
 * `npm run explore` runs them on new inputs, and prints the seed of what breaks: `SEED=… npm test` runs that again.
 */
configureGlobal({ seed: Number(process.env['SEED'] ?? 20_240_603) });
