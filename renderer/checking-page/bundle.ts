import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

/** What the policy of a page calls a script or style that stands in it. */
const hashOf = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

/**
 * The checking page as one file: its script and style stand in it, and its policy allows these two and nothing else, no
 * network either. The app writes the list into it. `folder` is where its parts lie.
 */
export async function bundleVerifier(folder: string): Promise<string> {
  const text = (name: string): string => readFileSync(path.join(folder, name), 'utf8');
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rollupOptions: { input: path.join(folder, 'page.ts'), output: { format: 'iife' } },
    },
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((each) => ('output' in each ? each.output : []));
  const [script] = outputs.flatMap((each) => (each.type === 'chunk' ? [each.code.trim()] : []));
  if (script === undefined || outputs.length !== 1) throw new Error('The checking page is not one script.');
  if (script.includes('</script')) throw new Error('The script would close its own element.');
  const style = text('verify.css').trim();
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const places = [
    ['%POLICY%', policy],
    ['<link rel="stylesheet" href="verify.css" />', `<style>${style}</style>`],
    ['<script src="page.ts"></script>', `<script>${script}</script>`],
  ] as const;
  return places.reduce((page, [place, content]) => {
    if (!page.includes(place)) throw new Error(`The checking page has no place for ${place}.`);
    return page.replace(place, () => content);
  }, text('verify.html'));
}
