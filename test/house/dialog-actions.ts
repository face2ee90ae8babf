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

/** Every node within one, itself included, in the order of the text. */
function* within(value: unknown): Generator<Node> {
  if (Array.isArray(value)) for (const each of value) yield* within(each);
  if (!isNode(value)) return;
  yield value;
  for (const each of Object.values(value)) yield* within(each);
}

/** A button as the text has it: whether it is the main action, and its words. */
interface ActionButton {
  readonly isMain: boolean;
  readonly words: string;
}

const puttingAside = /^(Cancel|Close|Not now|Stay|Keep|Done|Leave)/;

/**
 * The dialogs of a file whose Cancel comes before the main action, a line each. Their actions are drawn from right to
 * left: the first in the text is at the right, where the hand looks for it.
 */
export function wrongOrdersIn({ path, text }: SourceFile): readonly string[] {
  const wrong: string[] = [];
  for (const node of within(parseSync(path, text).program)) {
    if (!isActions(text.slice(node.start, node.end), node.type)) continue;
    const buttons = buttonsIn(node, text);
    const main = buttons.findIndex(({ isMain }) => isMain);
    const aside = buttons.findIndex(({ isMain, words }) => !isMain && puttingAside.test(words));
    if (main >= 0 && aside >= 0 && aside < main) {
      wrong.push(`${path}: “${buttons[aside]?.words}” comes before “${buttons[main]?.words}”`);
    }
  }
  return wrong;
}

/** The `actions` of a dialog, or the footer of a form in one. */
const isActions = (said: string, type: string): boolean =>
  (type === 'JSXAttribute' && said.startsWith('actions={') && /<Button\b/.test(said)) ||
  (type === 'JSXElement' && /^<footer className="row dialog-actions"/.test(said));

const buttonsIn = (node: Node, text: string): readonly ActionButton[] =>
  [...within(node)].flatMap((each) => {
    const said = text.slice(each.start, each.end);
    if (each.type !== 'JSXElement' || !said.startsWith('<Button')) return [];
    const opening = said.slice(0, said.indexOf('>') + 1);
    const words = /<\/Button>$/.test(said) ? said.slice(said.lastIndexOf('>', said.lastIndexOf('</Button>')) + 1) : '';
    return [
      {
        isMain: /\bkind="(primary|danger)"/.test(said.slice(0, said.length - words.length)) || /kind=\{/.test(opening),
        words: words.replace('</Button>', '').replace(/\s+/g, ' ').trim(),
      },
    ];
  });
