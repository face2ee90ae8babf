import { KILLS, USUAL_KILLS } from './main/crash/kills.ts';

// No test may depend on how fast the machine is. These say when something is taken to have hung, and nothing else.

/** Milliseconds after which one event that a test waits for is taken never to come. */
export const patience = 120_000;

/** Milliseconds after which a whole test is taken never to end; longer where someone asks for more kills than usual. */
export const testPatience = 900_000 * Math.max(1, KILLS / USUAL_KILLS);
