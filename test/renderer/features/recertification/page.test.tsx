import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { CohortId, ParticipantId, PersonId, RecertificationDueId } from '../../../../shared/model/ids.ts';
import { noCredit } from '../../../../shared/model/recertification/amounts.ts';
import type { Cycle } from '../../../../shared/model/recertification/standing.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { RecertificationAnswer, RecertificationRow } from '../../../../shared/views/recertification.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const day = (text: string) => CivilDate.parse(text);
const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const alpha = CohortId.parse(uuid(1));
const echo = CohortId.parse(uuid(2));

function graduate(number: number, name: string, facts: Partial<RecertificationRow> = {}): RecertificationRow {
  return {
    dueId: RecertificationDueId.parse(uuid(100 + number)),
    participantId: ParticipantId.parse(uuid(200 + number)),
    personId: PersonId.parse(uuid(300 + number)),
    name,
    organization: 'Lee County Schools',
    email: '',
    cohortId: alpha,
    cohort: 'Alpha',
    state: 'overdue',
    dueOn: day('2022-06-01'),
    receivedOn: null,
    daysLeft: -873,
    remark: '',
    ...facts,
  };
}

const yolanda = graduate(1, 'Yolanda Quarles', { remark: 'pending' });
const isaac = graduate(2, 'Isaac Rutledge');
const rashad = graduate(3, 'Rashad Okafor', { state: 'received', receivedOn: day('2022-05-20') });

const page = (
  rows: readonly RecertificationRow[],
  more: Partial<RecertificationAnswer> = {},
): RecertificationAnswer => ({
  on: day('2024-10-21'),
  total: rows.length,
  offset: 0,
  rows,
  counts: { owe: 2, overdue: 2, due: 0, received: 1, remarked: 1, 'no-due-date': 20, everyone: 23 },
  cohorts: [
    { cohortId: alpha, name: 'Alpha', dueOn: day('2022-06-01'), graduates: 3, received: 1, due: 0, overdue: 2 },
    { cohortId: echo, name: 'Echo', dueOn: null, graduates: 20, received: 0, due: 0, overdue: 0 },
  ],
  ...more,
});

const firstCycle: Cycle = {
  number: 1,
  version: 'v1',
  beginsOn: day('2017-06-09'),
  endsOn: day('2022-06-01'),
  clause: 'x',
  extendedFrom: null,
  outcome: 'running',
  completedOn: null,
  counted: noCredit,
  carriedIn: noCredit,
};

const answers: Answers = {
  'recertification.list': () => done(page([yolanda, isaac, rashad])),
  'recertification.show': () =>
    done({
      row: yolanda,
      graduatedOn: null,
      documents: [],
      decision: {
        state: 'overdue',
        daysLeft: -873,
        reasons: [
          { outcome: 'unmet', sentence: 'Documents were due on Jun 1, 2022, 873 days ago', seen: '', clause: 'x' },
        ],
      },
      standing: {
        life: 'overdue',
        since: day('2022-06-02'),
        cycle: firstCycle,
        cycles: [firstCycle],
        reasons: [],
        needs: [{ sentence: '8 more hours, 2 of them in Law, Ethics, and Policies', by: null, clause: 'x' }],
      },
      history: [{ at: 'Jun 3, 2024, 9:00 AM', sentence: 'Documents due Jun 1, 2022' }],
    }),
  'recertification.audits': () => done({ audits: [], draws: [], percent: null }),
  'recertification.life': () => refuse('No program has been started here yet. Start one first.'),
  'evidence.ofPerson': ({ personId }) =>
    done({
      personId: PersonId.parse(personId),
      name: 'Yolanda Quarles',
      asked: {
        unit: { one: 'hour', many: 'hours' },
        categories: [],
        strands: [],
        checklist: [],
        further: [],
        secondReview: 'not-needed',
      },
      items: [],
      history: [],
    }),
  'recertification.receive': () => done({ received: 1 }),
  'recertification.setDue': () => done({ set: 20 }),
};

const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });

test('everyone who owes is there with the state in a word, the days and the remark as it was written', async () => {
  const desk = fakeDesk(answers);
  await openApp('/recertification');
  const first = within(await row('Yolanda Quarles'));
  expect(first.getByText('Overdue')).toBeTruthy();
  expect(first.getByText('overdue since Jun 1, 2022')).toBeTruthy();
  expect(first.getByText('pending')).toBeTruthy();
  expect(desk.asked('recertification.list')[0]).toMatchObject({ show: 'owe', on: null, cohortId: null });
  await expectNoBarriers();
});

test('a tile counts its cohort and narrows the list to it; pressed again it opens the list', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/recertification');
  const tile = await screen.findByRole('button', { name: /Alpha.*due Jun 1, 2022/ });
  expect(tile.textContent).toContain('1 of 3');
  expect(tile.textContent).toContain('received · 2 overdue');
  await user.click(tile);
  await waitFor(() => expect(desk.asked('recertification.list').at(-1)).toMatchObject({ cohortId: alpha }));
  await user.click(await screen.findByRole('button', { name: /Alpha.*due Jun 1, 2022/, pressed: true }));
  await waitFor(() => expect(desk.asked('recertification.list').at(-1)).toMatchObject({ cohortId: null }));
});

test('another day shows everything as of that day', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/recertification');
  const field = await screen.findByLabelText('As of');
  await user.clear(field);
  await user.type(field, '5/1/2022');
  await waitFor(() => expect(desk.asked('recertification.list').at(-1)).toMatchObject({ on: '2022-05-01' }));
  await user.click(screen.getByRole('button', { name: 'Today' }));
  await waitFor(() => expect(desk.asked('recertification.list').at(-1)).toMatchObject({ on: null }));
});

test('R notes the documents of the selection; who handed in already is left out, and said', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/recertification');
  await row('Yolanda Quarles');
  screen.getByRole('grid').focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.keyboard('r');
  const dialog = within(await screen.findByRole('dialog', { name: 'Documents received from 2 graduates' }));
  expect(dialog.getByText('Rashad Okafor is left out: received.')).toBeTruthy();
  await user.type(dialog.getByLabelText('Note (optional)'), 'by post');
  await user.click(dialog.getByRole('button', { name: 'Record 2 receipts' }));
  await waitFor(() =>
    expect(desk.asked('recertification.receive')).toEqual([
      { dueIds: [yolanda.dueId, isaac.dueId], receivedOn: '2024-10-21', note: 'by post' },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.queryByRole('region', { name: 'Selected graduates' })).toBeNull();
});

test('a refusal stays in the dialog, with every reason', async () => {
  fakeDesk({
    ...answers,
    'recertification.receive': () =>
      refuse('Some of these documents have come in already.', ['Yolanda Quarles: received May 20, 2022']),
  });
  const user = await openApp('/recertification');
  await user.click(await row('Yolanda Quarles'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Yolanda Quarles' }));
  await user.click(await inspector.findByRole('button', { name: /Documents received/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Documents received from Yolanda Quarles' }));
  await user.click(dialog.getByRole('button', { name: 'Record 1 receipt' }));
  expect((await dialog.findByRole('alert')).textContent).toContain('Yolanda Quarles: received May 20, 2022');
});

test('the inspector says why, and shows the remark without reading it as an answer', async () => {
  fakeDesk(answers);
  const user = await openApp('/recertification');
  await user.click(await row('Yolanda Quarles'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Yolanda Quarles' }));
  expect(inspector.getByText('Documents were due on Jun 1, 2022, 873 days ago')).toBeTruthy();
  expect(inspector.getByText('Shown as written; it doesn’t decide anything.')).toBeTruthy();
});

test('a due date is set for the cohort that has none, after saying who gets it', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/recertification');
  await row('Yolanda Quarles');
  await user.click(screen.getByRole('button', { name: 'Due date…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Set the due date of Echo' }));
  expect(dialog.getByText('20 graduates of Echo get this date.')).toBeTruthy();
  await user.type(dialog.getByLabelText('Documents due on'), 'Jun 1, 2025');
  await user.click(dialog.getByRole('button', { name: 'Set the due date' }));
  await waitFor(() =>
    expect(desk.asked('recertification.setDue')).toEqual([
      { cohortId: echo, dueOn: '2025-06-01', corrects: false, reason: null },
    ]),
  );
});

test('Export exports what is on the screen: its part, its search and its columns', async () => {
  const desk = fakeDesk({ ...answers, 'recertification.export': () => done(null) });
  const user = await openApp('/recertification');
  await row('Yolanda Quarles');
  await user.click(screen.getByRole('radio', { name: /Overdue/ }));
  await user.type(screen.getByRole('searchbox'), 'lee');
  await waitFor(() => expect(desk.asked('recertification.list').at(-1)).toMatchObject({ search: 'lee' }));
  await user.keyboard('{Control>}e{/Control}');
  await waitFor(() =>
    expect(desk.asked('recertification.export').at(-1)).toMatchObject({
      show: 'overdue',
      search: 'lee',
      columns: ['name', 'cohort', 'state', 'dates', 'remark', 'organization'],
    }),
  );
});

test('Today’s link opens the part of the list that it spoke of', async () => {
  const desk = fakeDesk(answers);
  await openApp('/recertification?show=due');
  await waitFor(() => expect(desk.asked('recertification.list').at(-1)).toMatchObject({ show: 'due' }));
});

test('without graduates the screen tells how they get here', async () => {
  const counts = { owe: 0, overdue: 0, due: 0, received: 0, remarked: 0, 'no-due-date': 0, everyone: 0 };
  fakeDesk({
    'recertification.list': () => done(page([], { cohorts: [], counts })),
    'recertification.audits': () => done({ audits: [], draws: [], percent: null }),
  });
  await openApp('/recertification');
  expect(await screen.findByText('There are no graduates yet')).toBeTruthy();
  await expectNoBarriers();
});

test('files that are dropped while someone is open become their evidence; a list is imported as ever', async () => {
  const desk = fakeDesk({
    ...answers,
    'evidence.queue': () =>
      done({
        asked: {
          unit: { one: 'hour', many: 'hours' },
          categories: [],
          strands: [],
          checklist: [],
          further: [],
          secondReview: 'not-needed',
        },
        total: 0,
        offset: 0,
        rows: [],
      }),
    'evidence.add': () => refuse('“b.pdf” is larger than 100 MB, the most that is kept of one file.'),
    'scanLog.recognise': () => done(false),
    'imports.read': () => done(null),
  });
  const user = await openApp('/recertification');
  await user.click(await row('Yolanda Quarles'));
  await screen.findByText('Nothing yet. Drop a file on this window, or add a link or a note.');
  fireEvent.dragOver(document.body, { dataTransfer: { files: [], types: ['Files'] } });
  expect(await screen.findByText('Drop files to add them as evidence of Yolanda Quarles')).toBeTruthy();
  const files = ['a.png', 'b.pdf'].map((name) => new File(['x'], name));
  fireEvent.drop(document.body, { dataTransfer: { files, types: ['Files'] } });
  const dialog = within(await screen.findByRole('dialog', { name: 'Evidence of Yolanda Quarles' }));
  expect(dialog.getByLabelText<HTMLInputElement>('What it was').value).toBe('a');
  await user.click(dialog.getByRole('button', { name: 'Add evidence' }));
  expect(desk.asked('evidence.add')[0]).toMatchObject({
    personId: yolanda.personId,
    files: ['/home/lead/a.png', '/home/lead/b.pdf'],
  });
  // The refusal stays in the dialog, with all that was typed and chosen.
  expect(await dialog.findByText(/is larger than 100 MB/)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Leave b.pdf out' }));
  expect(dialog.queryByRole('button', { name: 'Leave b.pdf out' })).toBeNull();
  await expectNoBarriers();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  fireEvent.drop(document.body, { dataTransfer: { files: [new File(['x'], 'list.csv')], types: ['Files'] } });
  await waitFor(() => expect(desk.asked('imports.read')).toEqual([{ file: '/home/lead/list.csv' }]));
});
