/**
 * How often a property that takes long is tried. `npm test` tries the same inputs each time, so that what they have shown
 * once they show again: a third of them. `npm run explore` tries new ones, all of them.
 */
export const runs = (usual: number): number => (process.env['SEED'] ? usual : Math.ceil(usual / 3));
