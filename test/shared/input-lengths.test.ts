import { expect, it } from 'vitest';
import { z } from 'zod';
import { api } from '../../shared/api.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Where a schema takes text of any length. A pattern, a format or a list of words says how long it can get. */
function endless(schema: unknown, path: string): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => endless(each, path));
  if (!isRecord(schema)) return [];
  const isText = schema.type === 'string' || (Array.isArray(schema.type) && schema.type.includes('string'));
  const isBounded = ['maxLength', 'enum', 'const', 'format', 'pattern'].some((key) => key in schema);
  const { properties = {}, ...rest } = schema;
  return [
    ...(isText && !isBounded ? [path] : []),
    ...Object.entries(isRecord(properties) ? properties : {}).flatMap(([key, each]) => endless(each, `${path}.${key}`)),
    ...Object.values(rest).flatMap((each) => endless(each, path)),
  ];
}

it('every text that the window or the terminal may send has a greatest length', () => {
  const found = Object.entries(api).flatMap(([name, { input }]) =>
    endless(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }), name),
  );
  expect([...new Set(found)]).toEqual([]);
});
