import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask } from './ask.ts';
import { launchApp, newFolder, root } from './launch.ts';

const samples = path.join(root, 'resources/sample');
let app: ElectronApplication;
let page: Page;
let folder: string;

/** One window for the whole day: what a test imports the next ones find. */
beforeAll(async () => {
  folder = await newFolder();
  const before = [path.join(root, 'test/journeys/set-clock.cjs')];
  app = await launchApp({ before, env: { DESK_NOW: '2024-06-10T14:00:00.000Z' } });
  page = await app.firstWindow();
  await page.getByRole('button', { name: 'Start AL-CTO' }).click();
  await heading('Today').waitFor();
  await page.keyboard.press('ControlOrMeta+3');
  await heading('Cohorts').waitFor();
  await page.keyboard.press('n');
  const form = page.getByRole('dialog', { name: 'Add cohort' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Foxtrot');
  await form.getByRole('button', { name: 'Add cohort' }).click();
  await heading('Foxtrot').waitFor();
});
afterAll(() => app.close());

const step = (name: string) => page.getByRole('list', { name: 'Steps of an import' }).getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

async function openImport(): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await heading('Today').waitFor();
  await page.keyboard.press('ControlOrMeta+i');
  await heading('Import').waitFor();
}

async function choose(file: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer] });
  }, file);
  await openImport();
  // Where the screen is there already the same keys choose a file.
  await page.keyboard.press('ControlOrMeta+i');
  await page.getByRole('button', { name: 'Look at the columns' }).waitFor();
}

/** Goes from the file through the columns to the rows. */
async function toRows(): Promise<void> {
  await page.getByRole('button', { name: 'Look at the columns' }).click();
  await page.getByRole('button', { name: 'Look at the rows' }).click();
  await page.getByRole('button', { name: /^Import [\d,]+ rows?/ }).waitFor();
  await expect.poll(() => page.getByRole('radio', { name: /Every row/ }).textContent()).toMatch(/\d/);
}

const cancelImport = async () => {
  await step('The file').click();
  await page.getByRole('button', { name: 'Cancel', exact: true }).click();
  await page.getByRole('button', { name: 'Look at the columns' }).waitFor({ state: 'detached' });
};

test.each([
  ['applications-web-form.csv', 'Applicants', /^Imported \d+ applications to Foxtrot/],
  ['applications-office-form.xlsx', 'Applicants', /^Imported \d+ applications to Foxtrot/],
  ['graduates-alpha-to-delta.xlsx', 'Graduates', /^Imported 81 graduates/],
])(
  '%s comes in once, the second time there is nothing to do, and one undo takes it all back',
  async (file, screen, label) => {
    await choose(path.join(samples, file));
    await toRows();
    await page.getByRole('button', { name: /^Import \d+ rows/ }).click();
    await heading(screen).waitFor();
    await page.getByRole('status').getByText(label).waitFor();
    await choose(path.join(samples, file));
    await toRows();
    const button = page.getByRole('button', { name: /^Import 0 rows/ });
    await expect.poll(() => button.getAttribute('aria-disabled')).toBe('true');
    await expect.poll(() => button.textContent()).toContain('already here: there is nothing to save');
    await cancelImport();
    const { undo } = await ask(page, 'desk.status', {});
    expect(undo?.label).toMatch(label);
    await page.keyboard.press('ControlOrMeta+z');
    // The word on the undo of the file before may still be there.
    await expect.poll(async () => (await ask(page, 'desk.status', {})).redo).toEqual(undo);
    await choose(path.join(samples, file));
    await toRows();
    await page.getByRole('button', { name: /^Import [1-9]\d* rows/ }).waitFor();
    await cancelImport();
  },
);

test('cells that were copied in a spreadsheet are pasted, imported, and taken back by one undo', async () => {
  const header = 'Timestamp\tName\tEmail Address\tSchool System\tNeeds';
  const row = '6/1/2024 9:00\tPasted Quill\tpasted.quill@example.org\tLee County Schools\t"no nuts,\nno milk"';
  await openImport();
  await copy(`${header}\r\n${row}\r\n`);
  await page.keyboard.press('ControlOrMeta+v');
  await page.getByText('Pasted, 2 rows').waitFor();
  await toRows();
  await page.getByRole('gridcell', { name: 'Pasted Quill' }).waitFor();
  await page.getByRole('button', { name: /^Import 1 row/ }).click();
  await heading('Applicants').waitFor();
  await page.getByRole('status').getByText('Imported 1 application to Foxtrot').waitFor();
  await page.getByRole('gridcell', { name: 'Pasted Quill' }).waitFor();
  await page.keyboard.press('ControlOrMeta+z');
  await page.getByText('Undid “Imported 1 application to Foxtrot”').first().waitFor();
  await page.getByRole('gridcell', { name: 'Pasted Quill' }).waitFor({ state: 'detached' });
});

/** Puts a text on the clipboard as a person does: marked and copied. */
async function copy(text: string): Promise<void> {
  await page.evaluate((value) => {
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = value;
    area.select();
    document.execCommand('copy');
    area.remove();
  }, text);
}

test('a file that is dropped on any screen goes to the import; several at once are refused', async () => {
  await page.keyboard.press('ControlOrMeta+1');
  await heading('Today').waitFor();
  const file = path.join(folder, 'dropped.csv');
  await writeFile(file, await readFile(path.join(samples, 'applications-web-form.csv')));
  await drop([file, file]);
  await page.getByRole('alert').getByText('One file at a time: 2 were dropped.').waitFor();
  await heading('Today').waitFor();
  await drop([file]);
  await page.getByText(/^dropped\.csv, 76 rows/).waitFor();
  await toRows();
  await page.getByRole('button', { name: /^Import [1-9]\d* rows/ }).waitFor();
  await cancelImport();
});

/** Drops files on the window. The browser gives a page real files only from a field, so they come through one. */
async function drop(files: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'dropped' });
    document.body.append(input);
  });
  const input = page.locator('#dropped');
  await input.setInputFiles([...files].map(String));
  await input.evaluate((element, many) => {
    if (!(element instanceof HTMLInputElement)) return;
    const [first] = element.files ?? [];
    const dataTransfer = new DataTransfer();
    for (let at = 0; first && at < many; at += 1) dataTransfer.items.add(first);
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    element.remove();
  }, files.length);
}

test('columns that were saved under a name are recognized the next time, and the choices of a step stay', async () => {
  await choose(path.join(samples, 'applications-web-form.csv'));
  await page.getByRole('button', { name: 'Look at the columns' }).click();
  await page.getByRole('combobox', { name: /^Column M/ }).selectOption({ label: 'Nothing: kept as typed' });
  await step('The file').click();
  await step('The columns').click();
  const columnM = page.getByRole('combobox', { name: /^Column M/ });
  await expect.poll(() => columnM.inputValue()).toBe('');
  await page.getByRole('button', { name: /Save these columns/ }).click();
  const form = page.getByRole('dialog', { name: 'Save these columns' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Foxtrot web form');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Recognized as “Foxtrot web form”').waitFor();
  await cancelImport();
  await choose(path.join(samples, 'applications-web-form.csv'));
  await step('The columns').click();
  await page.getByText('Recognized as “Foxtrot web form”').waitFor();
  await expect.poll(() => columnM.inputValue()).toBe('');
  await cancelImport();
});

test('another header row has its columns guessed again', async () => {
  await choose(path.join(samples, 'graduates-alpha-to-delta.xlsx'));
  const alpha = page.getByRole('region', { name: 'First rows of Alpha' });
  await expect.poll(() => alpha.getByRole('radio', { name: 'Row 3 is the header' }).isChecked()).toBe(true);
  const isHeader = async (name: string) => {
    // The mark moves when main has guessed the columns again.
    await alpha.getByRole('radio', { name }).click();
    await expect.poll(() => alpha.getByRole('radio', { name }).isChecked()).toBe(true);
  };
  await isHeader('Row 4 is the header');
  await step('The columns').click();
  const first = page.getByRole('region', { name: 'Alpha' }).getByRole('combobox', { name: /^Column B/ });
  await expect.poll(() => first.inputValue()).toBe('');
  await step('The file').click();
  await isHeader('Row 3 is the header');
  await step('The columns').click();
  await expect.poll(() => first.inputValue()).toBe('familyName');
  // The window asks before it closes over an import that is set up.
  await cancelImport();
});
