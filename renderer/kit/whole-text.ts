/** What got its tooltip here, and so loses it once it is no longer cut. */
const shown = new WeakSet<Element>();

/**
 * Text that ends in an ellipsis for want of room is shown whole, as a tooltip, where it is pointed at: in every table,
 * card, and list of the window. What names itself in another way keeps that.
 */
export function showCutTextWhole({ target }: { readonly target: EventTarget | null }): void {
  for (let element = target instanceof Element ? target : null; element; element = element.parentElement) {
    if (!(element instanceof HTMLElement) || getComputedStyle(element).textOverflow !== 'ellipsis') continue;
    const isCut = element.scrollWidth > element.clientWidth;
    if (isCut && (shown.has(element) || !element.title)) {
      element.title = element.textContent;
      shown.add(element);
    } else if (!isCut && shown.delete(element)) element.removeAttribute('title');
    return;
  }
}
