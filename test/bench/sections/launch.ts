import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { unpackChromium } from '../../journeys/chromium.setup.ts';
import { hasElectron, launchApp, newFolder, root } from '../../journeys/launch.ts';
import { median, type Report } from '../measure.ts';

/** From the start of the process to a screen that answers, beside the bare browser showing an empty page. */
export async function launch(report: Report): Promise<void> {
  if (!existsSync(path.join(root, 'out/main/main.js'))) throw new Error('Build the app first: npm run build');
  const executable = unpackChromium() ?? process.env.ELECTRON_HOST_CHROMIUM;
  if (executable) process.env.ELECTRON_HOST_CHROMIUM ??= executable;
  const userData = await newFolder();
  const ours = await median(3, async () => {
    const app = await launchApp({ userData });
    const page = await app.firstWindow();
    await page.getByRole('button', { name: 'Open the sample program' }).waitFor();
    await app.close();
  });
  const floor = await median(3, async () => {
    const browser = await chromium.launch({
      ...(executable ? { executablePath: executable } : {}),
      args: ['--no-sandbox'],
    });
    await (await browser.newPage()).goto('about:blank');
    await browser.close();
  });
  const host = hasElectron ? 'Electron' : 'the Electron host';
  report({
    name: `launch to interactive and close, in ${host}`,
    unit: 'ms',
    ours,
    floor,
    floorIs: 'the bare browser with an empty page',
  });
}
