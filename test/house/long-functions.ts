import { parseSync } from 'vite';
import type { SourceFile } from './walls.ts';

/** A node of a syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

/** Every function of more lines than `most`, components and hooks too, a sentence each. Pure, to be shown to catch them. */
export function longFunctions({ path, text }: SourceFile, most: number): readonly string[] {
  const lineOf = (at: number): number => text.slice(0, at).split('\n').length;
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (!isNode(value)) return;
    const first = lineOf(value.start);
    const lines = lineOf(value.end) - first + 1;
    if (lines <= most) return;
    if (functions.includes(value.type))
      found.push(`${path}:${first} is a function of ${lines} lines; ${most} is the most.`);
    for (const each of Object.values(value)) visit(each);
  };
  visit(parseSync(path, text).program);
  return found;
}
