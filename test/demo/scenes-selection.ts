import path from 'node:path';
import { command, found, goTo, heading, openRow, type Scene } from './scene.ts';

/** The wizard over a file of applications, at its last step. */
export const importing: Scene = {
  name: 'import',
  route: 'import',
  show: async (page, app) => {
    const file = path.join(import.meta.dirname, '../../resources/sample/applications-web-form.csv');
    await app.evaluate(({ dialog }, answer) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer] });
    }, file);
    await page.keyboard.press('ControlOrMeta+I');
    await heading(page, 'Import');
    const cells = page.getByRole('grid').getByRole('gridcell');
    const choose = page.getByRole('button', { name: /Choose a file/ });
    // The screen keeps what was chosen: in the other theme the rows are there already.
    await cells.first().or(choose).waitFor();
    if ((await cells.count()) > 0) return;
    await choose.click();
    await page.getByRole('button', { name: 'Look at the columns' }).click();
    await page.getByRole('button', { name: 'Look at the rows' }).click();
    await cells.first().waitFor();
  },
  leave: (page) => goTo(page, 'Today'),
};

const applicant: Scene = {
  name: 'applicants',
  route: 'applicants',
  show: async (page) => {
    await goTo(page, 'Applicants');
    await openRow(page, 'Siobhán O’Brien');
  },
};

/** A screen behind the list of applicants. */
const behindApplicants = (name: string, label: string, title: string): Scene => ({
  name,
  route: name,
  show: async (page) => {
    await goTo(page, 'Applicants');
    await page.getByRole('gridcell').first().waitFor();
    await command(page, label);
    await heading(page, title);
  },
});

/** What was decided: who waits for which seat, and how fair it came out. */
export const decided: readonly Scene[] = [
  behindApplicants('offers', 'Waiting list and offers', 'Waiting list'),
  behindApplicants('fairness', 'Fairness at a glance', 'Fairness'),
];

/** Where applicants are compared, and a cohort is chosen. */
export const selection: readonly Scene[] = [
  applicant,
  behindApplicants('what-if', 'What if…', 'What if'),
  found('duplicates', 'duplicates', 'Look for duplicates', 'Duplicates'),
  found('school-systems', 'organizations', 'School systems', 'School systems'),
];
