/** Answers the requests of a scheme. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** The schemes that the app registered, with their handlers once it gave them. */
export const schemes = new Map<string, SchemeHandler | null>();

/**
 * `app://bundle/x` as Chromium sees it: `https://bundle.app.invalid/x`. Chromium takes no unknown scheme from
 * outside, and names under .invalid never resolve.
 */
export function toWeb(url: string): string {
  const [, scheme = '', name = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return schemes.has(scheme) ? `https://${name}.${scheme}.invalid${rest || '/'}` : url;
}

/** The way back from {@link toWeb}; another address stays as it is. */
export function toApp(url: string): string {
  const [, name = '', scheme = '', rest = ''] = /^https:\/\/([^/]*)\.([^./]+)\.invalid(.*)$/.exec(url) ?? [];
  return schemes.has(scheme) ? `${scheme}://${name}${rest}` : url;
}
