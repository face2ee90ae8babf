/**
 * Puts text on the clipboard; false: the system refused. By the page’s own copy, within a click or a key: the app grants
 * its window no permissions, and the clipboard’s other way asks for one.
 */
export function copyText(text: string): boolean {
  let did = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    did = event.clipboardData !== null;
  };
  document.addEventListener('copy', put, { capture: true });
  try {
    return document.execCommand('copy') && did;
  } finally {
    document.removeEventListener('copy', put, { capture: true });
  }
}
