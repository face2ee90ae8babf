import type { PathMark } from './paper.ts';
import { pathsOf } from './svg-shapes.ts';

/** A drawing that was an SVG file, in points of its own; or what of it isn't taken over. */
type ReadSvg =
  | { readonly kind: 'drawing'; readonly width: number; readonly height: number; readonly paths: readonly PathMark[] }
  | { readonly kind: 'none' | 'broken' | 'empty' }
  | { readonly kind: 'not-taken'; readonly what: string };

/** An element of an SVG file. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgElement[];
}

/** Elements that draw nothing by themselves. */
const silent = ['title', 'desc', 'metadata', 'defs', 'sodipodi:namedview'];
/** Those that are drawn here, within groups. */
const drawn = ['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'];

/**
 * Reads an SVG file as lines and areas, which print sharp at any size. Texts, pictures, gradients, filters, scripts and
 * style sheets aren't taken over: a drawing that has them is refused by the name of what it has, so that nothing is
 * printed other than it looks.
 */
export function readSvg(text: string): ReadSvg {
  const root = parsed(text);
  if (root === null) return { kind: /<svg[\s>]/.test(text) ? 'broken' : 'none' };
  if (root.name !== 'svg') return { kind: 'none' };
  const strange = notTaken(root);
  if (strange !== null) return { kind: 'not-taken', what: strange };
  const box = (root.attributes.get('viewBox') ?? '').split(/[\s,]+/).map(Number);
  const [left = 0, top = 0, boxWidth, boxHeight] = box.length === 4 && box.every(Number.isFinite) ? box : [];
  const width = boxWidth ?? Number.parseFloat(root.attributes.get('width') ?? '');
  const height = boxHeight ?? Number.parseFloat(root.attributes.get('height') ?? '');
  if (!(width > 0 && height > 0)) return { kind: 'broken' };
  const paths = pathsOf(root, [1, 0, 0, 1, -left, -top]);
  if (paths === null) return { kind: 'broken' };
  return paths.length === 0 ? { kind: 'empty' } : { kind: 'drawing', width, height, paths };
}

function notTaken({ name, attributes, children }: SvgElement): string | null {
  for (const attribute of ['filter', 'mask', 'clip-path', 'class']) {
    const value = attributes.get(attribute);
    if (value !== undefined && value !== 'none') return attribute === 'class' ? 'style' : attribute;
  }
  for (const paint of ['fill', 'stroke']) if (attributes.get(paint)?.startsWith('url(')) return 'gradient';
  for (const child of children) {
    if (silent.includes(child.name)) continue;
    if (child.name !== 'g' && !drawn.includes(child.name)) return child.name;
    const found = notTaken(child);
    if (found !== null) return found;
  }
  return name === 'svg' && children.some((child) => child.name === 'style') ? 'style' : null;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE[^[>]*>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|[^<]+/gy;

/** The elements of an XML text; null where it isn't well formed, or has entities of its own. */
function parsed(text: string): SvgElement | null {
  const open: { name: string; attributes: ReadonlyMap<string, string>; children: SvgElement[] }[] = [];
  let root: SvgElement | null = null;
  let reached = 0;
  for (const match of text.replace(/^\uFEFF/, '').matchAll(token)) {
    const [whole, closing, name, attributes = '', isAlone] = match;
    reached += whole.length;
    if (closing !== undefined) {
      if (open.pop()?.name !== closing) return null;
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [] };
      const within = open.at(-1);
      if (within) within.children.push(element);
      else if (root === null) root = element;
      else return null;
      if (isAlone !== '/') open.push(element);
    }
  }
  return open.length === 0 && reached >= text.trimEnd().length - 1 ? root : null;
}

const attributesOf = (text: string): ReadonlyMap<string, string> =>
  new Map(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      (double ?? single ?? '').replace(/&(#x?[\da-f]+|\w+);/gi, (_, entity: string) => letterOf(entity)),
    ]),
  );

function letterOf(entity: string): string {
  if (!entity.startsWith('#')) return entities[entity] ?? '';
  const point = entity[1]?.toLowerCase() === 'x' ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '';
}
