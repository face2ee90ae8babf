import type { Page } from 'playwright-core';

/** Waits until the letters are there, nothing moves any more, and what was drawn last is on the screen. */
export const whenStill = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moving = () =>
      document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await document.fonts.ready;
    do {
      await Promise.allSettled(moving().map(({ finished }) => finished));
      await nextFrame();
      await nextFrame();
    } while (moving().length > 0);
  });
