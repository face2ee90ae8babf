import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { SignedDocument } from '../../rules/certificates/status-document.ts';

/** Where the page's code expects what it knows: an element that holds data and runs nothing. */
const place = '<script type="application/json" id="status"></script>';

/** Beside the code once it is built; in development the last build's. */
const whereItIs = (): URL =>
  import.meta.url.endsWith('.ts')
    ? new URL('../../../out/main/verify.html', import.meta.url)
    : new URL('./verify.html', import.meta.url);

/** The checking page without its list, as the build made it. */
export async function readTemplate(read: (file: URL) => Promise<string>): Promise<Result<string>> {
  const page = await read(whereItIs()).catch(() => '');
  return page.includes(place)
    ? done(page)
    : refuse('The checking page was not built. Run “npm run build” once, then try again.');
}

/** The page with its list. What closes an element is written so that it closes none. */
export const pageWith = (template: string, signed: SignedDocument): string =>
  template.replace(place, () => place.replace('><', `>${JSON.stringify(signed).replaceAll('<', '\\u003c')}<`));
