/** A part of a line of help. `label`: a button, menu, or screen as the app names it; `keys`: as in `Mod+K`. */
export type Inline =
  | { readonly kind: 'text' | 'label' | 'keys'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly page: string };

/** A part of a page of help. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly parts: readonly Inline[] }
  | { readonly kind: 'steps' | 'points'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'picture'; readonly name: string; readonly says: string };

/** A page of help as it is written in `pages/`. */
export interface HelpText {
  readonly title: string;
  /** What else people call it, for search and palette. */
  readonly also: string;
  readonly blocks: readonly Block[];
}

/**
 * Reads a page: `# Title`, a line `Also: other words`, then paragraphs, `## Headings`, lists with `1.` or `-`, and
 * pictures `![what it shows](name)`. Within a line `**A label of the app**`, `` `Mod+K` ``, and `[words](page)`.
 */
export function readHelp(source: string): HelpText {
  const [title = '', also = '', ...rest] = source.split(/\r?\n/);
  return {
    title: title.replace(/^#\s*/, ''),
    also: also.replace(/^Also:\s*/, ''),
    blocks: paragraphsOf(rest).map(blockOf),
  };
}

/** Lines that belong together: what a blank line sets apart. */
function paragraphsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.trim() === '') open = false;
    else if (open) found.at(-1)?.push(line);
    else {
      found.push([line]);
      open = true;
    }
  }
  return found;
}

const picture = /^!\[([^\]]+)\]\(([a-z-]+)\)$/;
const item = /^(?:\d+\.|-)\s+/;

function blockOf(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const shown = picture.exec(first);
  if (shown) return { kind: 'picture', says: shown[1] ?? '', name: shown[2] ?? '' };
  if (first.startsWith('## ')) return { kind: 'heading', parts: partsOf(first.slice(3)) };
  if (!item.test(first)) return { kind: 'paragraph', parts: partsOf(lines.join(' ')) };
  const items: string[] = [];
  for (const line of lines) {
    if (item.test(line)) items.push(line.replace(item, ''));
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  return { kind: first.startsWith('-') ? 'points' : 'steps', items: items.map(partsOf) };
}

const inline = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(([a-z-]+)\)/g;

function partsOf(line: string): readonly Inline[] {
  const parts: Inline[] = [];
  let from = 0;
  const say = (text: string) => text !== '' && parts.push({ kind: 'text', text });
  for (const match of line.matchAll(inline)) {
    const [all, label, keys, words, page] = match;
    say(line.slice(from, match.index));
    from = match.index + all.length;
    if (label !== undefined) parts.push({ kind: 'label', text: label });
    else if (keys !== undefined) parts.push({ kind: 'keys', text: keys });
    else parts.push({ kind: 'link', text: words ?? '', page: page ?? '' });
  }
  say(line.slice(from));
  return parts;
}

/** Every part of a page's lines, in their order. */
export const inlineParts = ({ blocks }: HelpText): readonly Inline[] =>
  blocks.flatMap((block) => ('parts' in block ? block.parts : 'items' in block ? block.items.flat() : []));
