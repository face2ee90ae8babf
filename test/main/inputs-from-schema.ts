import fc from 'fast-check';
import { z } from 'zod';

/** As much of a JSON schema as the calls' inputs come to. */
interface Shape {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly allOf?: readonly Shape[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
}

const days = [
  '2024-04-01',
  '2024-02-29',
  '2023-02-28',
  '0001-01-01',
  '0000-01-01',
  '1582-10-10',
  '9999-12-31',
  '2024-03-10',
  '2024-11-03',
];
const texts = [
  '',
  ' ',
  'Mei',
  'general',
  '\0',
  '%',
  '_',
  '"',
  "'; --",
  '😀',
  '\u202e',
  '{name}',
  '../..',
  'x'.repeat(4_000),
  'N/A',
  '*',
  'AND',
  '-',
];

/** What inputs are made of beside their schema. */
export interface Ingredients {
  /** Ids of records that there are. */
  readonly known: readonly string[];
  /** For fields of these names, what chance would never make. */
  readonly fields: Readonly<Record<string, fc.Arbitrary<unknown>>>;
}

/** Inputs that a schema describes, mostly of the right form and full of what no one expects. */
export function inputsFrom(schema: z.ZodType, known: Ingredients): fc.Arbitrary<unknown> {
  const shape: Shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape;
  return formOf(shape, known);
}

/** What is no input at all. */
export const rubbish: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, undefined, 0, '', [], Number.NaN, new Date(Number.NaN), { __proto__: null }),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
);

function formOf(shape: Shape, known: Ingredients): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  const either = shape.anyOf ?? shape.oneOf;
  if (either !== undefined) return fc.oneof(...either.map((one) => formOf(one, known)));
  if (shape.type === undefined && shape.allOf !== undefined) {
    return formOf(Object.assign({}, ...shape.allOf), known);
  }
  switch (shape.type) {
    case 'object':
      return objectOf(shape, known);
    case 'array':
      return arrayOf(shape, known);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
    case 'number':
      return numberOf(shape);
    case 'string':
      return textOf(shape, known);
    default:
      return fc.constantFrom(null, 1, 'x');
  }
}

function objectOf({ properties = {}, required = [] }: Shape, known: Ingredients): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([key, shape]) => [key, known.fields[key] ?? formOf(shape, known)]),
  );
  return fc.record(fields, { requiredKeys: [...required] });
}

function arrayOf({ items, prefixItems, minItems = 0 }: Shape, known: Ingredients): fc.Arbitrary<unknown> {
  if (prefixItems !== undefined) return fc.tuple(...prefixItems.map((one) => formOf(one, known)));
  return items === undefined
    ? fc.constant([])
    : fc.array(formOf(items, known), { minLength: minItems, maxLength: minItems + 3 });
}

function numberOf({ type, minimum = -1e6, maximum = 1e6 }: Shape): fc.Arbitrary<number> {
  const ends = fc.constantFrom(minimum, maximum, Math.min(maximum, minimum + 1));
  return type === 'integer'
    ? fc.oneof(ends, fc.integer({ min: Math.max(minimum, -(2 ** 31)), max: Math.min(maximum, 2 ** 31 - 1) }))
    : fc.oneof(ends, fc.double({ min: minimum, max: maximum, noNaN: true }));
}

function textOf({ format, pattern }: Shape, known: Ingredients): fc.Arbitrary<string> {
  if (format === 'uuid')
    return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...known.known) }, fc.uuid({ version: 7 }));
  if (format === 'date') return fc.constantFrom(...days);
  if (format === 'date-time') return fc.constantFrom('2024-04-01T12:00:00.000Z', '0001-01-01T00:00:00.000Z');
  if (format === 'email') return fc.constantFrom('mei@example.org', 'MEI@EXAMPLE.ORG', 'j@cto.example.org');
  if (format === 'time') return fc.constantFrom('00:00', '08:00', '23:59');
  if (pattern !== undefined) {
    return fc.oneof(
      fc.constantFrom('08:00', '23:59', 'law-ethics', 'data-governance', 'nothing'),
      fc.stringMatching(new RegExp(pattern)),
    );
  }
  return fc.oneof(
    fc.constantFrom(...texts),
    fc.constantFrom(...known.known),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );
}
