/** Gives a list the keyboard where no one else on the screen has it: the arrow keys work as soon as it is there. */
export function takeKeyboard(grid: Element | null | undefined): void {
  const { activeElement } = document;
  const idle = activeElement instanceof HTMLElement && activeElement.tagName === 'MAIN';
  if (idle && grid instanceof HTMLElement) grid.focus({ preventScroll: true });
}
