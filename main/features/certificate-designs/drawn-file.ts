import { z } from 'zod';

const number = z.number();
const Segment = z.union([
  z.tuple([z.enum(['M', 'L']), number, number]),
  z.tuple([z.literal('C'), number, number, number, number, number, number]),
  z.tuple([z.literal('R'), number, number, number, number]),
  z.tuple([z.literal('Z')]),
]);

/** A drawing made of lines, as it is kept: what was an SVG file, in the terms of a paper. Units are its own. */
export const DrawnFile = z.strictObject({
  paths: z.array(
    z.strictObject({
      kind: z.literal('path'),
      path: z.array(Segment),
      fill: z.string().nullable(),
      stroke: z
        .strictObject({ colour: z.string(), width: number, isRound: z.boolean().optional() })
        .transform(({ isRound, ...stroke }) => (isRound === undefined ? stroke : { ...stroke, isRound }))
        .nullable(),
    }),
  ),
});
export type DrawnFile = z.infer<typeof DrawnFile>;
