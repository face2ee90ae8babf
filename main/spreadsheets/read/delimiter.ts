/** How a text's records and cells are told apart. */
export interface TextShape {
  /** `,` `;` a tab or `|`; null where no record is divided. */
  readonly delimiter: string | null;
  readonly newline: '\n' | '\r\n' | '\r';
  /** Records end now in CRLF, now in LF: two lists pasted together. */
  readonly mixedNewlines: boolean;
  /** Characters of the longest record. */
  readonly longestRecord: number;
  /** Text stands behind a closing quotation mark. */
  readonly hasStrayQuotes: boolean;
}

const candidates = [',', '\t', ';', '|'] as const;
const sampledRecords = 400;
const quote = 34;
const carriageReturn = 13;
const lineFeed = 10;

/** Finds a text's delimiter and line ends, looking only outside of quotes, and how far its quotes can be trusted. */
export function shapeOfText(text: string): TextShape {
  const codes = new Map(candidates.map((candidate, index) => [candidate.charCodeAt(0), index]));
  const records: number[][] = [];
  let counts = candidates.map(() => 0);
  const ends = { crlf: 0, lf: 0, cr: 0 };
  let inQuotes = false;
  let cellStarts = true;
  let filled = false;
  let recordStart = 0;
  let longestRecord = 0;
  let hasStrayQuotes = false;
  const endRecord = (end: number): void => {
    longestRecord = Math.max(longestRecord, end - recordStart);
    recordStart = end;
    if (filled && records.length < sampledRecords) records.push(counts);
    if (records.length < sampledRecords) counts = candidates.map(() => 0);
    filled = false;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inQuotes) {
      if (code !== quote) continue;
      if (text.charCodeAt(at + 1) === quote) {
        at += 1;
        continue;
      }
      inQuotes = false;
      const next = text.charCodeAt(at + 1);
      const isEnd = at + 1 === text.length || next === lineFeed || next === carriageReturn || codes.has(next);
      hasStrayQuotes ||= !isEnd;
      continue;
    }
    if (code === quote && cellStarts) {
      inQuotes = true;
      cellStarts = false;
      filled = true;
      continue;
    }
    if (code === lineFeed || code === carriageReturn) {
      if (code === lineFeed) ends.lf += 1;
      else if (text.charCodeAt(at + 1) === lineFeed) {
        ends.crlf += 1;
        at += 1;
      } else ends.cr += 1;
      endRecord(at + 1);
      cellStarts = true;
      continue;
    }
    const candidate = codes.get(code);
    cellStarts = candidate !== undefined;
    filled = true;
    if (candidate !== undefined) counts[candidate] = (counts[candidate] ?? 0) + 1;
  }
  endRecord(text.length);
  const newline = ends.crlf > 0 && ends.lf === 0 ? '\r\n' : ends.lf > 0 || ends.cr === 0 ? '\n' : '\r';
  const mixedNewlines = ends.crlf > 0 && ends.lf > 0;
  return { delimiter: chooseDelimiter(records), newline, mixedNewlines, longestRecord, hasStrayQuotes };
}

/** The candidate that divides the most records into the same number of cells; of two, the one that makes more cells. */
function chooseDelimiter(records: readonly (readonly number[])[]): string | null {
  let best: { readonly delimiter: string; readonly score: number } | null = null;
  for (const [index, delimiter] of candidates.entries()) {
    const tally = new Map<number, number>();
    let divided = 0;
    for (const counts of records) {
      const count = counts[index] ?? 0;
      if (count === 0) continue;
      divided += 1;
      tally.set(count, (tally.get(count) ?? 0) + 1);
    }
    const [cells = 0, alike = 0] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    const isTable = alike >= records.length * 0.5 || divided >= records.length * 0.9;
    if (!isTable || cells === 0) continue;
    const score = alike / records.length + Math.min(cells, 10) / 50;
    if (!best || score > best.score) best = { delimiter, score };
  }
  return best?.delimiter ?? null;
}
