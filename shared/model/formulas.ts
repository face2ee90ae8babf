// Full-width signs run as formulas too where a spreadsheet's language has them.
const runs = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const guardable = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;
const guardedText = /^'+(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Whether a spreadsheet might run a text as a formula, were it a bare field of a CSV. */
export const runsAsFormula = (text: string): boolean => runs.test(text);

/** A text with the apostrophe before it that keeps a spreadsheet from running it; any other text as it is. */
export const guardFormula = (text: string): string => (guardable.test(text) ? `'${text}` : text);

/** What `guardFormula` was given: takes its apostrophe off again, and leaves every other one. */
export const unguardFormula = (text: string): string =>
  text.startsWith("'") && guardedText.test(text) ? text.slice(1) : text;
