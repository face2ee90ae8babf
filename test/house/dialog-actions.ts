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

/**
 * The dialogs of a file whose main action isn't the first of their buttons, a line each. Their actions are drawn from
 * right to left: the first in the text is at the right, where the hand looks for it, and Cancel is to the left of it. So
 * are those of a form's footer, and a row that isn't one has Cancel on the wrong side.
 */
export function wrongOrdersIn({ path, text }: SourceFile): readonly string[] {
  const wrong: string[] = [];
  for (const node of within(parseSync(path, text).program)) {
    if (/^<div className="row">/.test(text.slice(node.start, node.end))) {
      const [first, ...others] = node.type === 'JSXElement' ? buttonsIn(node, text) : [];
      if (first?.isMain && others.some(({ words }) => words === 'Cancel'))
        wrong.push(`${path}: “${first.words}” is drawn to the left of “Cancel”; make its row a footer`);
    }
    for (const actions of actionsOf(node, text)) {
      const [first, ...others] = buttonsIn(actions, text);
      const main = others.find(({ isMain }) => isMain);
      if (first && main && !first.isMain) wrong.push(`${path}: “${first.words}” comes before “${main.words}”`);
    }
  }
  return wrong;
}

/** The `actions` of a dialog, or the footer of a form in one. */
function actionsOf(node: Node, text: string): readonly Node[] {
  const said = text.slice(node.start, node.end);
  if (node.type === 'JSXElement' && said.startsWith('<footer className="row dialog-actions"')) return [node];
  if (node.type !== 'JSXOpeningElement' || !/^<Dialog\b/.test(said)) return [];
  return [...within(node)].filter(
    (each) => each.type === 'JSXAttribute' && text.slice(each.start, each.end).startsWith('actions='),
  );
}

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
