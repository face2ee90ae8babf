import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { useImport } from '../../../../renderer/features/imports/store.ts';
import type { ImportRow } from '../../../../shared/model/imports.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { ImportReading } from '../../../../shared/views/imports.ts';
import { type Answers, aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohorts, foxtrot, pageOf } from '../applicants/sample.ts';

const head = [
  ['Name', 'Mail', 'Extra'],
  ['Ada One', 'ada@example.org', 'x'],
  ['', '', 'y'],
];
const reading: ImportReading = {
  readingId: 'r1',
  file: 'form.csv',
  format: 'csv',
  encoding: 'UTF-8',
  kind: 'applications',
  sheets: [
    {
      name: 'form',
      rowCount: 3,
      notes: [],
      head,
      headers: head,
    },
  ],
  mappings: [{ sheet: 'form', headerRow: 1, fields: ['fullName', null, null] }],
  recognized: null,
  notes: [],
};
const row = (at: number, outcome: ImportRow['outcome'], more: Partial<ImportRow> = {}): ImportRow => ({
  sheet: 'form',
  row: at,
  outcome,
  name: 'Ada One',
  organization: 'Lee County Schools',
  notes: [],
  differences: [],
  ...more,
});
const rows = [
  row(2, 'update', { differences: [{ field: 'years in education', before: '9', after: '10' }] }),
  row(3, 'cannot-be-used', { name: '', notes: ['The row has neither a name nor an e-mail address.'] }),
];
const counts = { create: 0, update: 1, same: 0, 'needs-a-look': 0, 'cannot-be-used': 1 };

async function openImport(answers: Answers = {}) {
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'applicants.list': (input) => done(pageOf([], input)),
    'imports.read': () => done(reading),
    'imports.mappings': () => done([]),
    'imports.preview': ({ show }) => {
      const shown = rows.filter(({ outcome }) => !show || outcome === show);
      return done({ total: shown.length, offset: 0, rows: shown, counts, writes: 1, notes: ['A column is missing.'] });
    },
    'imports.apply': () => done({ sentence: 'Updated 1 application to Foxtrot.', counts, notes: [] }),
    ...answers,
  });
  return { desk, user: await openApp('/import') };
}

beforeEach(() => useImport.getState().leave());

describe('Import', () => {
  it('teaches what belongs here, and reads nothing until it is asked', async () => {
    const { desk } = await openImport();
    expect(screen.getByText('A spreadsheet of applications or graduates')).toBeTruthy();
    expect(desk.asked('imports.read')).toEqual([]);
    await expectNoBarriers();
  });

  it('shows what each column is taken for, and takes a person’s word for it', async () => {
    const { desk, user } = await openImport();
    await user.click(screen.getByRole('button', { name: /Choose a file/ }));
    await user.click(await screen.findByRole('button', { name: /Look at the columns/ }));
    const mail = await screen.findByRole('combobox', { name: 'Column B, Mail, is taken for' });
    expect(screen.getByText('ada@example.org')).toBeTruthy();
    await user.selectOptions(mail, 'E-mail address');
    // Two columns may hold one field, as forms that branch ask twice; both say so.
    await user.selectOptions(screen.getByRole('combobox', { name: /Column C/ }), 'Whole name');
    expect(screen.getByText('also column C: the first one filled in counts')).toBeTruthy();
    expect(screen.getByText('also column A: the first one filled in counts')).toBeTruthy();
    await expectNoBarriers();
    await user.selectOptions(screen.getByRole('combobox', { name: /Column A/ }), 'Nothing: kept as typed');
    expect(screen.queryByText(/the first that is filled counts/)).toBeNull();
    await user.click(screen.getByRole('button', { name: /Look at the rows/ }));
    await screen.findByRole('grid', { name: 'Rows of form.csv' });
    expect(desk.asked('imports.preview')[0]).toMatchObject({
      readingId: 'r1',
      kind: 'applications',
      cohortId: foxtrot.id,
      mappings: [{ sheet: 'form', headerRow: 1, fields: [null, 'email', 'fullName'] }],
    });
  });

  it('says row by row what would happen, and imports with one button', async () => {
    const { desk, user } = await openImport();
    await user.click(screen.getByRole('button', { name: /Choose a file/ }));
    await user.click(await screen.findByRole('button', { name: /Look at the columns/ }));
    await user.click(screen.getByRole('button', { name: /Look at the rows/ }));
    expect(await screen.findByText('years in education 9 → 10')).toBeTruthy();
    expect(screen.getByText('A column is missing.')).toBeTruthy();
    await user.click(screen.getByText('The row has neither a name nor an e-mail address.'));
    const inspector = within(await screen.findByRole('complementary', { name: 'Row 3' }));
    expect(inspector.getByText(/It stays out/)).toBeTruthy();
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: /^Import 1 row/ }));
    expect(desk.asked('imports.apply')).toEqual([
      { readingId: 'r1', kind: 'applications', mappings: [...reading.mappings], cohortId: foxtrot.id, sentAt: null },
    ]);
    expect(await screen.findByText('No one has applied to Foxtrot yet')).toBeTruthy();
  });

  it('has nothing to do where every row is already here, and says so', async () => {
    const here = { ...counts, update: 0, same: 2, 'cannot-be-used': 0 };
    const { desk, user } = await openImport({
      'imports.preview': () =>
        done({ total: 1, offset: 0, rows: [row(2, 'same')], counts: here, writes: 0, notes: [] }),
    });
    await user.click(screen.getByRole('button', { name: /Choose a file/ }));
    await user.click(await screen.findByRole('button', { name: /Look at the columns/ }));
    await user.click(screen.getByRole('button', { name: /Look at the rows/ }));
    const button = await screen.findByRole('button', { name: /Import 0 rows/ });
    await screen.findByText('Already here', { selector: '.chip' });
    expect(button.getAttribute('title')).toContain('already here');
    await user.click(button);
    expect(desk.asked('imports.apply')).toEqual([]);
  });

  it('takes a file that is dropped on the screen', async () => {
    const { desk } = await openImport();
    const { fireEvent } = await import('@testing-library/react');
    const file = new File(['x'], 'dropped.csv');
    fireEvent.drop(screen.getByText('A spreadsheet of applications or graduates'), { dataTransfer: { files: [file] } });
    expect(await screen.findByText('form.csv, 3 rows, UTF-8')).toBeTruthy();
    expect(desk.asked('imports.read')).toEqual([{ file: '/home/lead/dropped.csv' }]);
  });

  it('says why a file was refused', async () => {
    const { user } = await openImport({ 'imports.read': () => refuse('“form.csv” is empty.') });
    await user.click(screen.getByRole('button', { name: /Choose a file/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('“form.csv” is empty.');
  });
});
