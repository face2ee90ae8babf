// No test may depend on how fast the machine is. These say when something is taken to have hung, and nothing else.

/** Milliseconds after which one event that a test waits for is taken never to come. */
export const patience = 120_000;

/** Milliseconds after which a whole test is taken never to end. */
export const testPatience = 900_000;
