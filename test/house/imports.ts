/** One import of a source file, however it is written. */
export interface Import {
  readonly from: string;
  /** Whether nothing of it is left at run time: `import type`, or every name marked `type`. */
  readonly typeOnly: boolean;
  /** Whether it is loaded when the code gets there (`import(…)`, `require(…)`), and not with the file. */
  readonly late: boolean;
}

/**
 * Finds the imports of a TypeScript source: static, re-exported, for effect, dynamic and required ones.
 *
 * Comments, templates and regular expressions are taken out first, and strings become numbered marks, so that text
 * that only looks like an import is none. A path that is computed can't be read and is reported as `(computed)`.
 */
export function importsOf(source: string): readonly Import[] {
  const { code, strings } = withoutText(source);
  const at = (mark: string | undefined): string => strings[Number(mark)] ?? '(computed)';
  const found: Import[] = [];
  for (const match of code.matchAll(/(?<![\w$.])(?:import|export)\b([^;()§]*?)\bfrom\s*§(\d+)§/g))
    found.push({ from: at(match[2]), typeOnly: namesTypesOnly(match[1] ?? ''), late: false });
  for (const match of code.matchAll(/(?<![\w$.])import\s*§(\d+)§/g))
    found.push({ from: at(match[1]), typeOnly: false, late: false });
  for (const match of code.matchAll(/(?<![\w$.])typeof\s+import\s*\(\s*§(\d+)§/g))
    found.push({ from: at(match[1]), typeOnly: true, late: true });
  for (const match of code.matchAll(/(?<!typeof\s+)(?<![\w$.])(?:import|require)\s*\(\s*(?:§(\d+)§)?/g))
    found.push({ from: at(match[1]), typeOnly: false, late: true });
  return found;
}

function namesTypesOnly(clause: string): boolean {
  const names = clause.trim();
  if (/^type\b(?!\s*,)/.test(names)) return true;
  const braced = /^\{([^}]*)\}$/.exec(names)?.[1];
  if (braced === undefined) return false;
  const each = braced.split(',').flatMap((name) => name.trim() || []);
  return each.length > 0 && each.every((name) => /^type\s/.test(name));
}

// A slash begins a regular expression where a value is expected, and a division where one has just ended.
const expectsValue = /(?:^|[(,=:[!&|?{};+\-*%~^]|=>|\b(?:return|typeof|case|in|of|do|else|yield|await))\s*$/;
const regexLiteral = /\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y;
const stringLiteral = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/y;
const comment = /\/\*[\s\S]*?\*\/|\/\/[^\n]*/y;

/** The code without its comments, templates and regular expressions, its strings replaced by `§number§`. */
function withoutText(source: string): { readonly code: string; readonly strings: readonly string[] } {
  const strings: string[] = [];
  // For each template that is open: how many braces deep its `${}` is; 0 while in its text.
  const templates: number[] = [];
  let code = '';
  let position = 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = position;
    const taken = pattern.exec(source)?.[0];
    if (taken !== undefined) position += taken.length;
    return taken;
  };

  while (position < source.length) {
    const char = source.charAt(position);
    const depth = templates.at(-1);
    if (depth === 0) {
      if (char === '`') templates.pop();
      if (source.startsWith('${', position)) templates[templates.length - 1] = 1;
      position += char === '\\' || source.startsWith('${', position) ? 2 : 1;
      continue;
    }
    if (take(comment) !== undefined) {
      code += ' ';
      continue;
    }
    const text = take(stringLiteral);
    if (text !== undefined) {
      code += `§${strings.push(text.slice(1, -1)) - 1}§`;
      continue;
    }
    if (char === '/' && expectsValue.test(code.slice(-20)) && take(regexLiteral) !== undefined) continue;
    if (char === '`') templates.push(0);
    else if (depth !== undefined && char === '{') templates[templates.length - 1] = depth + 1;
    else if (depth !== undefined && char === '}') templates[templates.length - 1] = depth - 1;
    if (char !== '`') code += char;
    position += 1;
  }
  return { code, strings };
}
