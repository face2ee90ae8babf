import type { z } from 'zod';
import { sayCount } from '../../shared/model/counts.ts';

/** What is wrong with an input, field by field: `opensOn: a day such as 2024-10-21.` */
export function sayIssues(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const field = issue.path.map(String).join(' › ');
    if (field) return `${field}: ${issue.message}.`;
    return issue.code === 'invalid_type' ? `The input itself: ${issue.message}.` : `${issue.message}.`;
  });
}

/**
 * Where an input has half of a character, which no text that a person types has and no file keeps: a field's name, or
 * '' for the input itself; null: nowhere.
 */
export function brokenText(input: unknown): string | null {
  const left: { readonly value: unknown; readonly field: string }[] = [{ value: input, field: '' }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { value, field } = next;
    if (typeof value === 'string' && !value.isWellFormed()) return field;
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (!key.isWellFormed()) return field;
      left.push({ value: inner, field: field === '' ? key : `${field} › ${key}` });
    }
  }
  return null;
}

/** What a field takes, in the text of whoever types it; a schema that says it in words of its own is not asked. */
export const sayWhatIsWanted: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const wanted = kinds[issue.expected] ?? `something else (${issue.expected})`;
      return issue.input === undefined ? `missing; it takes ${wanted}` : wanted;
    }
    case 'too_small':
      return least(issue.origin, Number(issue.minimum));
    case 'too_big':
      return most(issue.origin, Number(issue.maximum));
    case 'invalid_format':
      return forms[issue.format] ?? 'text of another form';
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? oneOf(issue.options) : 'something of another kind';
    case 'unrecognized_keys':
      return `There is no field ${issue.keys.map((key) => `“${key}”`).join(' and no field ')}`;
    default:
      return undefined;
  }
};

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'an object in braces',
  record: 'an object in braces',
  null: 'null',
};

const forms: Readonly<Record<string, string>> = {
  uuid: 'the id of a record',
  date: 'a day such as 2024-10-21',
  email: 'an e-mail address',
};

function least(origin: string, minimum: number): string {
  if (origin === 'string') return minimum === 1 ? 'some text' : `at least ${minimum} letters`;
  if (origin === 'array') return minimum === 1 ? 'one at least' : `${minimum} at least`;
  return `${minimum} or more`;
}

function most(origin: string, maximum: number): string {
  const number = sayCount(maximum);
  if (origin === 'string') return `at most ${number} letters`;
  return origin === 'array' ? `at most ${number}` : `${number} or less`;
}

const oneOf = (values: readonly unknown[]): string =>
  values.length === 1 ? say(values[0]) : `one of ${values.map(say).join(', ')}`;

const say = (value: unknown): string => (typeof value === 'string' ? `“${value}”` : String(value));
