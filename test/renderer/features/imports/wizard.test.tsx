import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { sentAtOf } from '../../../../renderer/features/imports/sent-at.tsx';
import { useImport } from '../../../../renderer/features/imports/store.ts';
import { SavedMappingId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { ImportReading } from '../../../../shared/views/imports.ts';
import { type Answers, aStatus, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { cohorts, foxtrot } from '../applicants/sample.ts';

const savedId = SavedMappingId.parse('01900000-0000-7000-8000-000000000001');
const head = [
  ['Our list', ''],
  ['Name', 'Mail'],
  ['Ada One', 'ada@example.org'],
];
const sheet = (name: string) => ({ name, rowCount: 3, notes: [], head, headers: head });
const reading: ImportReading = {
  readingId: 'r1',
  file: 'lists.xlsx',
  format: 'xlsx',
  encoding: null,
  kind: 'applications',
  sheets: [sheet('First'), sheet('Second')],
  mappings: [{ sheet: 'First', headerRow: 2, fields: ['fullName', null] }],
  recognized: null,
  notes: ['The sheet “Second” was left out: it has no rows of people.'],
};
const saved = [{ id: savedId, name: 'Web form', kind: 'applications' as const, columns: ['Name', 'Mail'] }];

async function openImport(answers: Answers = {}, path = '/import') {
  const desk = fakeDesk({
    'desk.status': () => done({ ...aStatus, currentCohort: foxtrot }),
    'cohorts.list': () => done(cohorts),
    'imports.read': () => done(reading),
    'imports.readText': () => done({ ...reading, file: 'Pasted', sheets: [sheet('First')], notes: [] }),
    'imports.mappings': () => done([]),
    'imports.guess': ({ sheets }) =>
      done({
        mappings: sheets.map((asked) => ({ ...asked, headerRow: asked.headerRow ?? 2, fields: [null, 'email'] })),
        recognized: null,
        notes: [],
      }),
    ...answers,
  });
  return { desk, user: await openApp(path) };
}

async function openFile(answers: Answers = {}) {
  const opened = await openImport(answers);
  await opened.user.click(screen.getByRole('button', { name: /Choose a file/ }));
  await screen.findByRole('region', { name: 'First rows of First' });
  return opened;
}

beforeEach(() => useImport.getState().leave());

describe('The three steps', () => {
  it('show where it stands; nothing can be gone to before a file is chosen', async () => {
    await openImport();
    const steps = within(screen.getByRole('list', { name: 'Steps of an import' })).getAllByRole('button');
    expect(steps.map((step) => step.textContent)).toEqual(['1The file', '2The columns', '3The rows']);
    expect(steps.every((step) => step.getAttribute('aria-disabled') === 'true')).toBe(true);
  });

  it('begin with the file as it was read, its header marked; going back keeps every choice', async () => {
    const { user } = await openFile();
    expect(screen.getByRole('button', { name: /The file/ }).getAttribute('aria-current')).toBe('step');
    expect(screen.getByText(/was left out/)).toBeTruthy();
    expect(screen.getByRole('radio', { name: 'Row 2 is the header' })).toHaveProperty('checked', true);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: /Look at the columns/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: /Column B/ }), 'Phone');
    await user.click(screen.getByRole('button', { name: 'Back' }));
    await user.click(screen.getByRole('button', { name: /The columns/ }));
    expect(screen.getByRole('combobox', { name: /Column B/ })).toHaveProperty('value', 'phone');
  });

  it('guess the columns anew under another header', async () => {
    const { desk, user } = await openFile();
    await user.click(screen.getByRole('radio', { name: 'Row 3 is the header' }));
    await waitFor(() => expect(useImport.getState().mappings[0]?.headerRow).toBe(3));
    expect(desk.asked('imports.guess')).toEqual([
      { readingId: 'r1', kind: 'applications', sheets: [{ sheet: 'First', headerRow: 3 }], mappingId: null },
    ]);
    expect(useImport.getState().mappings[0]?.fields).toEqual([null, 'email']);
  });

  it('leave a sheet out and take it in again as it was; one that never was is guessed', async () => {
    const { desk, user } = await openFile();
    const box = (name: string) =>
      within(screen.getByRole('region', { name })).getByRole('checkbox', { name: 'Include this sheet' });
    await user.click(box('First'));
    expect(screen.getByRole('button', { name: /Look at the columns/ }).getAttribute('title')).toContain('at least one');
    await user.click(box('First'));
    expect(useImport.getState().mappings).toEqual(reading.mappings);
    expect(desk.asked('imports.guess')).toEqual([]);
    await user.click(box('Second'));
    await waitFor(() => expect(useImport.getState().mappings).toHaveLength(2));
    expect(useImport.getState().mappings[1]).toMatchObject({ sheet: 'Second', headerRow: 2 });
    expect(screen.queryByText(/was left out/)).toBeNull();
  });
});

it('shows a header over several rows as one, and what stands under it', async () => {
  const overRows = [
    ['Contact', '', 'School'],
    ['First name', 'Last name', ''],
    ['Ada', 'One', 'Lee County Schools'],
  ];
  const first = {
    name: 'First',
    rowCount: 3,
    notes: [],
    head: overRows,
    headers: [overRows[0] ?? [], ['Contact › First name', 'Contact › Last name', 'School'], overRows[2] ?? []],
  };
  const { user } = await openFile({
    'imports.read': () =>
      done({
        ...reading,
        sheets: [first],
        mappings: [{ sheet: 'First', headerRow: 2, fields: ['givenName', 'familyName', 'organization'] }],
      }),
  });
  await user.click(screen.getByRole('button', { name: /Look at the columns/ }));
  const columns = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
  expect(columns).toEqual(['AContact › First name', 'BContact › Last name', 'CSchool']);
  expect(screen.getByRole('combobox', { name: /Column A, Contact › First name/ })).toHaveProperty('value', 'givenName');
});

describe('Saved columns', () => {
  it('are told by name when they are recognized, and say when they were changed since', async () => {
    const recognized = { id: savedId, name: 'Web form' };
    const { user } = await openFile({
      'imports.read': () => done({ ...reading, recognized }),
      'imports.mappings': () => done(saved),
    });
    await user.click(screen.getByRole('button', { name: /Look at the columns/ }));
    expect(await screen.findByText('Recognized as “Web form”')).toBeTruthy();
    await user.selectOptions(screen.getByRole('combobox', { name: /Column B/ }), 'Phone');
    expect(screen.getByText('As in “Web form”, with your changes')).toBeTruthy();
    await expectNoBarriers();
  });

  it('are saved under a name with the header that they are known by', async () => {
    const { desk, user } = await openFile({ 'imports.saveMapping': () => done({ mappingId: savedId }) });
    await user.click(screen.getByRole('button', { name: /Look at the columns/ }));
    await user.click(screen.getByRole('button', { name: /Save these columns/ }));
    const name = screen.getByRole('textbox', { name: 'Name' });
    expect(name).toHaveProperty('value', 'lists');
    await user.clear(name);
    await user.type(name, 'Web form');
    desk.answer({ 'imports.mappings': () => done(saved) });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    desk.tell({ kind: 'changed', tables: ['savedMapping'], label: 'Saved the columns “Web form”', commandId: null });
    expect(await screen.findByText('Recognized as “Web form”')).toBeTruthy();
    expect(desk.asked('imports.saveMapping')).toEqual([
      {
        name: 'Web form',
        kind: 'applications',
        shapes: [{ headers: ['Name', 'Mail'], fields: ['fullName', null] }],
      },
    ]);
  });

  it('can be chosen from a list, and forgotten there', async () => {
    const { desk, user } = await openFile({
      'imports.mappings': () => done(saved),
      'imports.forgetMapping': () => done(null),
    });
    await user.click(screen.getByRole('button', { name: /Look at the columns/ }));
    await user.click(await screen.findByRole('button', { name: /Saved columns/ }));
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: 'Forget “Web form”' }));
    expect(desk.asked('imports.forgetMapping')).toEqual([{ mappingId: savedId }]);
    await user.click(screen.getByRole('button', { name: 'Use “Web form”' }));
    await waitFor(() => expect(useImport.getState().mappings[0]?.fields).toEqual([null, 'email']));
    expect(desk.asked('imports.guess')[0]).toMatchObject({ mappingId: savedId, sheets: [{ sheet: 'First' }] });
  });
});

/** A paste of this text on an element, as the browser tells it. */
const paste = (on: Element, text: string) =>
  fireEvent.paste(on, { clipboardData: { getData: () => text, files: [], types: ['text/plain'] } });

describe('Pasting', () => {
  it('takes copied cells anywhere on the screen', async () => {
    const { desk } = await openImport();
    paste(document.body, 'Name\tMail\nAda\tada@example.org');
    expect(await screen.findByText('Pasted, 3 rows')).toBeTruthy();
    expect(desk.asked('imports.readText')).toEqual([{ text: 'Name\tMail\nAda\tada@example.org' }]);
  });

  it('is explained by a button, whose dialog takes it', async () => {
    const { desk, user } = await openImport();
    await user.click(screen.getByRole('button', { name: /Paste/ }));
    expect(screen.getByRole('dialog', { name: 'Paste from a spreadsheet' }).textContent).toContain(
      'including the header',
    );
    await expectNoBarriers();
    paste(screen.getByRole('textbox', { name: 'Paste here' }), 'Name\tMail\nAda\tx');
    expect(await screen.findByText('Pasted, 3 rows')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(desk.asked('imports.readText')).toHaveLength(1);
  });

  it('leaves a field its own, and says why nothing came of it', async () => {
    const { desk } = await openImport({ 'imports.readText': () => refuse('What was pasted is one row.') });
    paste(document.body, '');
    expect((await screen.findByRole('alert')).textContent).toContain('Nothing was copied');
    const field = document.body.appendChild(document.createElement('input'));
    paste(field, 'x');
    field.remove();
    expect(desk.asked('imports.readText')).toEqual([]);
    paste(document.body, 'x');
    expect(await screen.findByText('What was pasted is one row.')).toBeTruthy();
  });

  it('asks before it lets go of what was set for another file', async () => {
    const { desk, user } = await openFile();
    await user.click(screen.getByRole('radio', { name: 'Row 3 is the header' }));
    await waitFor(() => expect(useImport.getState().touched).toBe(true));
    paste(document.body, 'a\tb\nc\td');
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Cancel' }));
    expect(desk.asked('imports.readText')).toEqual([]);
    paste(document.body, 'a\tb\nc\td');
    await user.click(await screen.findByRole('button', { name: 'Choose another file' }));
    expect(await screen.findByText('Pasted, 3 rows')).toBeTruthy();
  });
});

describe('Dropping', () => {
  const file = (name: string) => new File(['x'], name);
  const drop = (files: File[]) => fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'] } });

  it('works on every screen, and says so while a file is held above it', async () => {
    const { desk } = await openImport({ 'scanLog.recognise': () => done(false) }, '/history');
    fireEvent.dragOver(document.body, { dataTransfer: { files: [], types: ['Files'] } });
    expect(await screen.findByText('Drop the spreadsheet or scanner log to see its rows')).toBeTruthy();
    drop([file('dropped.csv')]);
    expect(await screen.findByRole('heading', { level: 1, name: 'Import' })).toBeTruthy();
    await screen.findByRole('region', { name: 'First rows of First' });
    expect(desk.asked('imports.read')).toEqual([{ file: '/home/lead/dropped.csv' }]);
    expect(screen.queryByText('Drop the spreadsheet or scanner log to see its rows')).toBeNull();
  });

  it('takes one file at a time, and none while an import runs', async () => {
    const { desk } = await openImport({ 'scanLog.recognise': () => done(false) });
    drop([file('a.csv'), file('b.csv')]);
    expect((await screen.findByRole('alert')).textContent).toContain('One file at a time: 2 were dropped.');
    useImport.getState().look({ importing: true });
    drop([file('a.csv')]);
    expect(await screen.findByText(/An import is running/)).toBeTruthy();
    expect(desk.asked('imports.read')).toEqual([]);
  });
});

describe('A list without a column for the time', () => {
  it('asks once when all were sent, and what is said goes with the dry run', async () => {
    const { desk, user } = await openFile({
      'imports.preview': () =>
        done({
          total: 0,
          offset: 0,
          rows: [],
          counts: { create: 0, update: 0, same: 0, 'needs-a-look': 0, 'cannot-be-used': 0 },
          writes: 0,
          notes: [],
        }),
    });
    await user.click(screen.getByRole('button', { name: /Look at the columns/ }));
    const card = within(screen.getByRole('region', { name: 'No column holds the submission time' }));
    await user.type(card.getByLabelText('All were sent on'), 'Apr 3, 2024');
    fireEvent.change(card.getByLabelText('Time (optional)'), { target: { value: '16:33' } });
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: /Look at the rows/ }));
    await waitFor(() =>
      expect(desk.asked('imports.preview').at(-1)).toMatchObject({ sentAt: { day: '2024-04-03', time: '16:33' } }),
    );
  });

  it('asks nothing once a column holds it, and what was said is not sent', async () => {
    const { user } = await openFile();
    await user.click(screen.getByRole('button', { name: /Look at the columns/ }));
    await user.type(screen.getByLabelText('All were sent on'), 'Apr 3, 2024');
    await user.selectOptions(screen.getByRole('combobox', { name: /Column B/ }), 'Time of submission');
    expect(screen.queryByLabelText('All were sent on')).toBeNull();
    const { mappings, sent } = useImport.getState();
    expect(sentAtOf(reading, mappings, sent)).toBeNull();
    expect(sentAtOf(reading, reading.mappings, sent)).toEqual({ day: '2024-04-03', time: null });
  });
});
