import type { Page } from 'playwright-core';
import { whenStill } from '../renderer/gallery/still.ts';

/**
 * What of a screen can't be seen or told apart, a line each, once nothing moves: something past the window's edge, a
 * button that is cut, text that is cut and nowhere whole, two buttons with the same words, a dialog whose Cancel isn't to
 * the left of what it is about, a focus ring that its surroundings cut off.
 */
export async function layoutFaultsOn(page: Page): Promise<readonly string[]> {
  await whenStill(page);
  return page.evaluate(() => {
    const faults = new Set<string>();
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true }) &&
      element.getClientRects().length > 0 &&
      element.closest('.unseen, .visually-hidden, [aria-hidden="true"]') === null;
    const say = (element: Element): string =>
      `${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('aria-label') || element.className).trim().slice(0, 60)}”`;
    // What a dialog lies over is not looked at: it can't be used, and its screen is looked at by itself.
    const top: ParentNode = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1) ?? document;
    /** What an element is cut by: the window, or the first thing around it that hides what doesn't fit. */
    const cutOf = (element: Element): { readonly left: number; readonly right: number; readonly scrolls: boolean } => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX } = getComputedStyle(around);
        if (overflowX === 'visible') continue;
        const { left, right } = around.getBoundingClientRect();
        return { left, right, scrolls: overflowX === 'auto' || overflowX === 'scroll' };
      }
      return { left: 0, right: window.innerWidth, scrolls: false };
    };
    // The frame never scrolls sideways; only a table, a board, or a preview may.
    for (const element of document.querySelectorAll(
      'html, body, .frame, .frame-main, .screen, .screen-main, .toolbar, .inspector, [role="dialog"], .status-bar',
    )) {
      if (element.scrollWidth > element.clientWidth + 1 && isShown(element))
        faults.add(`${say(element)} is ${element.scrollWidth - element.clientWidth} px wider than its place`);
    }
    for (const element of top.querySelectorAll('button, a, input, select, textarea, h1, h2, h3')) {
      if (!isShown(element)) continue;
      const { left, right, width } = element.getBoundingClientRect();
      const cut = cutOf(element);
      if (width > 0 && !cut.scrolls && (left < cut.left - 1 || right > cut.right + 1))
        faults.add(`${say(element)} is cut at the edge`);
      if (left >= window.innerWidth && !cut.scrolls) faults.add(`${say(element)} is off the window`);
    }
    // Text that ends in an ellipsis must be whole in a tooltip or a name.
    for (const element of top.querySelectorAll('*')) {
      const style = getComputedStyle(element);
      if (style.overflowX === 'visible' || style.overflowX === 'auto' || style.overflowX === 'scroll') continue;
      if (element.matches('input, select, textarea, html, body') || !isShown(element)) continue;
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      // A line that is cut is at least 11 px high; letters that hang below the last one are less.
      const isCut =
        element.scrollWidth > element.clientWidth + 1 ||
        (style.webkitLineClamp !== 'none' && element.scrollHeight > element.clientHeight + 5);
      if (!hasText || !isCut) continue;
      const text = element.textContent?.trim() ?? '';
      element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
      const whole = element.closest('[title], [aria-label]');
      if (element.closest('[role="columnheader"]')) faults.add(`${say(element)} is cut`);
      const said = `${whole?.getAttribute('title')} ${whole?.getAttribute('aria-label')}`;
      if (!said.includes(text)) faults.add(`${say(element)} is cut, and nothing says it whole`);
    }
    const words = new Map<string, Element[]>();
    for (const button of top.querySelectorAll('button')) {
      const text = button.textContent?.trim() ?? '';
      if (!/^More…/.test(text) || !isShown(button)) continue;
      words.set(text, [...(words.get(text) ?? []), button]);
    }
    for (const [text, buttons] of words)
      if (buttons.length > 1) faults.add(`${buttons.length} buttons are called “${text}”`);
    if (top instanceof Element) {
      const buttons = [...top.querySelectorAll('button')].filter(isShown);
      const cancel = buttons.find((button) => /^(Cancel|Not now|Stay|Keep)/.test(button.textContent?.trim() ?? ''));
      const primary = buttons.find((button) => button.classList.contains('button-primary'));
      if (cancel && primary && cancel.getBoundingClientRect().left > primary.getBoundingClientRect().left)
        faults.add(`${say(cancel)} is to the right of ${say(primary)}`);
    }
    return [...faults].sort();
  });
}

/** What has the keyboard and shows it with a ring that something around it cuts off, a line each. */
export async function cutFocusRingsOn(page: Page): Promise<readonly string[]> {
  await whenStill(page);
  // A ring shows where the keyboard was used last.
  await page.keyboard.press('Shift');
  return page.evaluate(() => {
    const faults: string[] = [];
    const before = document.activeElement;
    const focusable = 'button:not(:disabled), a[href], input, select, textarea, [tabindex="0"]';
    for (const element of document.querySelectorAll<HTMLElement>(focusable)) {
      if (!element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
      element.focus({ preventScroll: true });
      const style = getComputedStyle(element);
      if (document.activeElement !== element || style.outlineStyle === 'none') continue;
      const reach = Number.parseFloat(style.outlineWidth) + Number.parseFloat(style.outlineOffset);
      const box = element.getBoundingClientRect();
      for (let around = element.parentElement; around; around = around.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(around);
        if (overflowX === 'visible' && overflowY === 'visible') continue;
        const clip = around.getBoundingClientRect();
        const isWhole =
          box.left >= clip.left && box.right <= clip.right && box.top >= clip.top && box.bottom <= clip.bottom;
        const isCut =
          box.left - reach < clip.left - 0.5 ||
          box.right + reach > clip.right + 0.5 ||
          box.top - reach < clip.top - 0.5 ||
          box.bottom + reach > clip.bottom + 0.5;
        if (isWhole && isCut)
          faults.push(
            `the ring of ${element.tagName.toLowerCase()} “${(element.textContent || element.getAttribute('aria-label') || '').trim().slice(0, 50)}” is cut by .${around.className}`,
          );
        break;
      }
    }
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return faults;
  });
}
