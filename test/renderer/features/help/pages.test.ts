import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inlineParts } from '../../../../renderer/features/help/markup.ts';
import { helpGroups, helpPageIds, isHelpPage } from '../../../../renderer/features/help/page-list.ts';
import { helpPages } from '../../../../renderer/features/help/pages.ts';
import { helpPicture } from '../../../../renderer/features/help/pictures.ts';
import { helpAt, helpOfScreens } from '../../../../renderer/shell/help-here.ts';
import { railScreens } from '../../../../renderer/shell/screens.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const room = path.join(root, 'renderer/features/help');

describe('The pages of the help', () => {
  it('are those in the list, each once', () => {
    const files = readdirSync(path.join(room, 'pages')).map((file) => file.replace(/\.md$/, ''));
    expect(files.toSorted()).toEqual([...helpPageIds].toSorted());
    expect(new Set(helpPageIds).size).toBe(helpPageIds.length);
    expect(helpGroups.every(({ pages }) => pages.length > 0)).toBe(true);
  });

  it.each(helpPages.map((page) => [page.id, page] as const))('“%s” has a title, other words, and text', (_, page) => {
    expect(page.title).toMatch(/^[A-Z].{3,}/);
    expect(page.also.split(' ').length).toBeGreaterThan(2);
    expect(page.plain.length).toBeGreaterThan(300);
    expect(page.blocks.some(({ kind }) => kind === 'steps' || kind === 'points')).toBe(true);
  });

  it('have no link that leads nowhere', () => {
    const links = helpPages.flatMap((page) =>
      inlineParts(page).flatMap((part) => (part.kind === 'link' ? [{ on: page.id, to: part.page }] : [])),
    );
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter(({ to }) => !isHelpPage(to))).toEqual([]);
  });

  it('have every picture, light and dark, small enough, and no other', () => {
    const shown = helpPages.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : [])),
    );
    expect(shown.filter((name) => helpPicture(name) === null)).toEqual([]);
    const files = readdirSync(path.join(room, 'pictures'));
    expect(files.toSorted()).toEqual(shown.flatMap((name) => [`${name}-dark.webp`, `${name}-light.webp`]).toSorted());
    const bytes = files.reduce((sum, file) => sum + statSync(path.join(room, 'pictures', file)).size, 0);
    expect(bytes).toBeLessThan(1_500_000);
  });
});

describe('F1', () => {
  const routes = readFileSync(path.join(root, 'renderer/shell/routes.tsx'), 'utf8');
  const paths = [...routes.matchAll(/(?:path="|\[')\/([a-z-]+)/g)].map(([, first = '']) => first);

  it('has a page for every screen, and for no screen that is gone', () => {
    expect(paths.length).toBeGreaterThan(15);
    expect(Object.keys(helpOfScreens).toSorted()).toEqual([...new Set(paths)].toSorted());
  });

  it('knows every screen of the rail, also with an id and a question in its path', () => {
    for (const { path: to } of railScreens) {
      const page = helpOfScreens[to.slice(1)];
      expect(page).toBeDefined();
      expect([helpAt(to), helpAt(`${to}/018f0000-0000-7000-8000-0000000000aa`), helpAt(`${to}?show=late`)]).toEqual([
        page,
        page,
        page,
      ]);
    }
  });
});
