import { parseSync } from 'vite';
import type { SourceFile } from './walls.ts';

/** A sentence, label, or word that someone may read, with the file that says it. */
export interface Said {
  readonly path: string;
  readonly text: string;
}

/** A node of a syntax tree, as far as it is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

/** Attributes that no one reads. */
const unread = /^(className|id|type|role|name|htmlFor|key|kind|tone|icon|viewBox|d)$/;
const isStatement =
  /^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|WITH|FROM|JOIN|LEFT|CROSS|ORDER|WHERE|AND|ALTER|DROP) /;

/**
 * All that a file may say to someone: its text in JSX, and its strings that look like words rather than names of things.
 * A value in a template is said as `{…}`. It says too much rather than too little: some are never shown.
 */
export function sentencesIn({ path, text }: SourceFile): readonly Said[] {
  const found: Said[] = [];
  const add = (said: string): void => {
    const tidy = said.replace(/\s+/g, ' ').trim();
    if (/[A-Za-z]{2}/.test(tidy) && !isStatement.test(tidy)) found.push({ path, text: tidy });
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each);
    if (!isNode(value) || value.type === 'ImportDeclaration') return;
    if (/^TS(?!AsExpression|SatisfiesExpression|NonNullExpression)/.test(value.type)) return;
    if (value.type === 'JSXText' && 'value' in value) add(String(value.value));
    else if (value.type === 'JSXAttribute' && isUnread(value)) return;
    else if (value.type === 'Literal' && 'value' in value && typeof value.value === 'string') {
      if (/ /.test(value.value) || /^[A-Z][a-z]/.test(value.value)) add(value.value);
    } else if (value.type === 'TemplateLiteral') add(templateOf(value, text));
    for (const each of Object.values(value)) visit(each);
  };
  visit(parseSync(path, text).program);
  return found;
}

const isUnread = (node: object): boolean =>
  'name' in node && isNode(node.name) && 'name' in node.name && unread.test(String(node.name.name));

/** A template as it reads, its values as `{…}`. */
function templateOf(node: Node, text: string): string {
  const said = text.slice(node.start + 1, node.end - 1);
  let depth = 0;
  let words = '';
  for (let at = 0; at < said.length; at += 1) {
    if (depth === 0 && said.startsWith('${', at)) {
      words += '{…}';
      depth = 1;
      at += 1;
    } else if (depth > 0) depth += said[at] === '{' ? 1 : said[at] === '}' ? -1 : 0;
    else words += said[at] ?? '';
  }
  return / /.test(words.replaceAll('{…}', '')) || /^[A-Z][a-z]/.test(words) ? words : '';
}

/** Words that no American lead would read without stopping, and what to say instead. From the trial's list and after it. */
export const notSaid: readonly (readonly [RegExp, string])[] = [
  [/\b(Given|Family) name/i, 'First name, Last name'],
  [/\bhighest (EdTech )?post\b/i, 'highest position'],
  [/\bNote a\b|\bNote \$/, 'Add, Record'],
  [/\bZone of its clocks/, 'Time zone'],
  [/\bWhat waits\b/, 'To do'],
  [/\bDone last\b/, 'Recent changes'],
  [/\bThis is me\b/, 'Save name'],
  [/\bAs its application window says/, 'Automatic'],
  [/\bPut aside\b/i, 'Unscheduled'],
  [/\bRoom for \d/, 'Capacity'],
  [/\boff the plan\b/, 'off the schedule'],
  [/\bas kept by hand/, 'Notes'],
  [/\bagainst the order\b/, 'out of order'],
  [/\bback into the order\b/, 'Reconsider'],
  [/\bplace \d+ of \d+ seats/i, 'on the waiting list'],
  [/\b(Your|Their) order\b(?! of)/, 'PO number, purchase order'],
  [/\bGo on editing/, 'Keep editing'],
  [/\bWhat stands in/, 'Sample values'],
  [/\bPut in a field/, 'Insert field'],
  [/\bChange the words\b/, 'Edit text'],
  [/\bany ?more\b/i, 'no longer'],
  [/\bis no (date|number|name|address|file)\b/i, 'isn’t a …'],
  [/\banew\b|\bonce more\b/i, 'again'],
  [/\bwhosoever\b|\bwherefore\b|\bhitherto\b|\bthereof\b/i, 'plain words'],
  [/\bprogramme\b|\bcancelled\b|\bcolour\b|\bcentre\b|\borganis|\brecognis|\bauthoris/i, 'American spelling'],
  [/\b\d{1,2}:\d\d ?[ap]\b(?!m)/i, '8:00 AM'],
  [/^The year$/, 'Schedule'],
  [/^State$/, 'Status'],
  [/\boverdue \d[\d,]* d\b/, 'overdue since …'],
  [/^courses? missing$/i, 'can’t finish'],
  [/\btick(ed|s)? off\b|\b(is|are) ticked\b/i, 'check off'],
  [/\bpart-paid\b/i, 'partly paid'],
  [/\bwith thanks\b|\bwhilst\b|\bamongst\b|\bfortnight\b/i, 'American words'],
];
