import { describe, expect, it } from 'vitest';
import { longFunctions } from './long-functions.ts';
import { sources } from './sources.ts';

/** A function that is longer does more than one thing, or draws more than one. */
const mostLines = 150;

describe('A function', () => {
  it('is short enough to be read at once', () => {
    expect(sources.flatMap((source) => longFunctions(source, mostLines))).toEqual([]);
  });
});

describe('The watch on the length of functions', () => {
  const lines = (count: number) => '  f();\n'.repeat(count);

  it.each([
    ['a function', `export function long() {\n${lines(9)}}\n`, 1],
    ['an arrow function', `const long = () => {\n${lines(9)}};\n`, 1],
    ['a method', `class A {\n  long() {\n${lines(9)}  }\n}\n`, 2],
    ['one within another function', `function outer() {\n  return () => {\n${lines(9)}  };\n}\n`, 2],
  ])('catches %s of one line too many', (_, text, line) => {
    const told = longFunctions({ path: 'main/x.ts', text }, 10);
    expect(told).toContain(`main/x.ts:${line} is a function of 11 lines; 10 is the most.`);
    expect(longFunctions({ path: 'main/x.ts', text }, 13)).toEqual([]);
  });

  it('catches a component, and lets a long list through', () => {
    const text = `export function Page() {\n  return (\n    <p>\n${'      word\n'.repeat(8)}    </p>\n  );\n}\n`;
    expect(longFunctions({ path: 'renderer/x.tsx', text }, 10)).toHaveLength(1);
    expect(longFunctions({ path: 'main/x.ts', text: `const list = [\n${"  'word',\n".repeat(40)}];\n` }, 10)).toEqual(
      [],
    );
  });
});
