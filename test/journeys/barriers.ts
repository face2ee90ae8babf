import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { whenStill } from '../renderer/gallery/still.ts';

/** What axe finds on the page once nothing moves, a line a rule; by these rules alone where some are named. */
export async function barriersOn(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await whenStill(page);
  // The page is asked from its own context, which loads nothing: the app would refuse a page of another origin.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    // What passed is counted and not described: that would take most of the time.
    const inPage: typeof axe = Reflect.get(window, 'axe');
    const { violations } = await inPage.run(document, {
      resultTypes: ['violations'],
      ...(only && { runOnly: { type: 'rule', values: [...only] } }),
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  }, rules);
}
