import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scenes } from '../demo/scenes.ts';

it('every screen has its picture, in which nothing bars anybody', () => {
  const text = readFileSync(new URL('../../renderer/shell/routes.tsx', import.meta.url), 'utf8');
  const routes = [...text.matchAll(/(?:path="|\[')\/([a-z-]+)/g)].map(([, route]) => route);
  const shown = Object.values(scenes).flatMap((list) => list.flatMap(({ route }) => route ?? []));
  expect(routes.length).toBeGreaterThan(15);
  expect([...new Set(shown)].toSorted()).toEqual([...new Set(routes)].toSorted());
});
