import { unguardFormula } from '../../../shared/model/formulas.ts';

const text = '"((?:[^"]|"")*)"';
const number = '[+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)';
/** One piece of a formula that says what it says without a calculation: a text in quotes, or a number. */
const piece = new RegExp(`^\\s*(?:${text}|(${number}))\\s*(&|$)`);
/** Functions around a text or a number that leave it as it is; a link to an address shows it, or its own words. */
const around = /^\s*(?:T|N|VALUE|TEXT|TRIM|CLEAN)\s*\((.*)\)\s*$/is;
const link = new RegExp(`^\\s*HYPERLINK\\s*\\(\\s*${text}\\s*(?:[,;]\\s*(?:${text}|(${number}))\\s*)?\\)\\s*$`, 'is');
const joined = /^\s*(?:CONCAT|CONCATENATE)\s*\((.*)\)\s*$/is;

/** What keeps a spreadsheet from taking figures for a number: `'012`. */
const keptFigures = /^'(?=[+(]?\d[\d\s().+/:-]*$)/;

/**
 * A cell of delimited text as it was meant: without the apostrophe that keeps a spreadsheet from running it, and
 * without what was put around a value for a spreadsheet's eyes alone, as `="012"`, `="Ana"`, `=T("Ana")` or `'012`.
 * A formula that calculates stays as it is.
 */
export function cellText(cell: string): string {
  const bare = unguardFormula(cell);
  if (bare !== cell) return bare;
  if (cell.startsWith("'")) return cell.replace(keptFigures, '');
  const formula = /^\s*=\s*(.*)$/s.exec(cell)?.[1];
  return formula === undefined ? cell : (shownBy(formula, 3) ?? cell);
}

/** What a formula shows without any calculation; null: it calculates. `depth`: so many functions may stand in each other. */
function shownBy(formula: string, depth: number): string | null {
  const [, address, shown, figures] = link.exec(formula) ?? [];
  if (address !== undefined) return shown?.replaceAll('""', '"') ?? figures ?? address.replace(/^mailto:/i, '');
  const inBrackets = /^\s*\((.*)\)\s*$/s.exec(formula)?.[1];
  const inner = around.exec(formula)?.[1] ?? inBrackets;
  if (inner !== undefined) return depth > 0 ? shownBy(inner, depth - 1) : null;
  const list = joined.exec(formula)?.[1];
  return piecesOf(list === undefined ? formula : list.replace(/("(?:[^"]|"")*")\s*[,;]/g, '$1&'));
}

function piecesOf(formula: string): string | null {
  let rest = formula;
  let value = '';
  while (rest.trim() !== '') {
    const found = piece.exec(rest);
    if (!found) return null;
    value += found[1]?.replaceAll('""', '"') ?? found[2] ?? '';
    rest = rest.slice(found[0].length);
    if (rest.trim() === '' && found[3] === '&') return null;
  }
  return formula.trim() === '' ? null : value;
}
