import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol } from 'electron';

/** Where the built screens live. */
const OWN_ORIGIN = 'app://bundle';

const TYPES: Partial<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.wav': 'audio/wav',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** The address of Vite's server while the screens are being developed; `null` in everything that is packed. */
export const devServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);

/** The page that the window shows. */
export const pageAddress = devServer ?? `${OWN_ORIGIN}/index.html`;

/**
 * Whether an address is one of our own pages. Compared as text: `new URL('app://x').origin` is 'null' in Node for
 * every scheme that the web does not know, so comparing origins would trust them all.
 */
export function isOwnAddress(url: string): boolean {
  return url.startsWith(`${OWN_ORIGIN}/`) || (devServer !== null && url.startsWith(new URL('/', devServer).href));
}

/** Tells Chromium about app://, before the app is ready. */
export function registerAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
}

/** Serves the built screens in this folder as app://bundle/…, and nothing outside it. */
export function serveScreens(folder: string): void {
  protocol.handle('app', (request) => answer(folder, request));
}

async function answer(folder: string, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const file = fileInside(folder, url.pathname);
  if (request.method !== 'GET' || url.host !== 'bundle' || !file) return refusal(403);
  const content = await readFile(file).catch(() => null);
  if (!content) return refusal(404);

  const extension = path.extname(file);
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    'content-type': TYPES[extension] ?? 'application/octet-stream',
    'content-security-policy': policy(nonce),
    'cross-origin-opener-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  const body =
    extension === '.html' ? content.toString('utf8').replaceAll('%CSP_NONCE%', nonce) : new Uint8Array(content);
  return new Response(body, { headers });
}

/** The file that a path names, or `null` where it would lead out of the folder or cannot be read as a path. */
function fileInside(folder: string, pathname: string): string | null {
  try {
    const relative = decodeURIComponent(pathname);
    const file = path.join(folder, relative);
    return relative.includes('\0') || !file.startsWith(folder + path.sep) ? null : file;
  } catch {
    return null;
  }
}

/** The nonce is for the style elements that react-aria adds; the page holds it in a meta element (html.cspNonce of Vite). */
function policy(nonce: string): string {
  return [
    "default-src 'none'",
    // WebAssembly, and no eval: the reader of badges (renderer/features/camera) is one file of the app's own.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "media-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function refusal(status: 403 | 404): Response {
  return new Response(status === 403 ? 'forbidden' : 'not found', {
    status,
    headers: {
      'content-type': 'text/plain',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
    },
  });
}
