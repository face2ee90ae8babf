import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { CohortId, ParticipantId, PersonId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { CohortRow } from '../../../../shared/views/cohorts.ts';
import type { GraduateDetail, GraduateRow, GraduatesPage } from '../../../../shared/views/graduates.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const day = (text: string) => CivilDate.parse(text);
const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const foxtrot = CohortId.parse(uuid(1));

function participant(number: number, name: string, facts: Partial<GraduateRow> = {}): GraduateRow {
  return {
    participantId: ParticipantId.parse(uuid(200 + number)),
    personId: PersonId.parse(uuid(300 + number)),
    name,
    certificateName: name,
    organization: 'Lee County Schools',
    cohortId: foxtrot,
    cohort: 'Foxtrot',
    verdict: 'may-graduate',
    attended: 6,
    missing: '',
    graduatedOn: null,
    certificate: null,
    overruled: false,
    ...facts,
  };
}

const renee = participant(1, 'Renée McAllister');
const isaac = participant(2, 'Isaac Rutledge');
const zoe = participant(3, 'Zoë Lovelace', {
  verdict: 'graduated',
  graduatedOn: day('2024-06-03'),
  certificate: 'AL-CTO-Foxtrot-001',
});

const page = (rows: readonly GraduateRow[], counts: Partial<GraduatesPage['counts']> = {}): GraduatesPage => ({
  total: rows.length,
  offset: 0,
  rows,
  counts: { graduates: 1, 'may-graduate': 2, 'on-the-way': 3, 'courses-missing': 1, ...counts },
  courses: 6,
});

const cohort: CohortRow = {
  id: foxtrot,
  name: 'Foxtrot',
  status: 'running',
  opensOn: null,
  closesOn: null,
  seats: 30,
  fee: Cents.parse(7500),
  startsOn: null,
  endsOn: null,
  applicants: 0,
  participants: 6,
  graduates: 1,
  sessions: 6,
};

const detail = (row: GraduateRow): GraduateDetail => ({
  row,
  issuedTo: row.certificate === null ? null : row.certificateName,
  decided: null,
  graduation: {
    verdict: row.verdict,
    attended: [],
    missing: [],
    courses: [],
    sentence: 'Nothing is missing: may graduate.',
    reasons: [
      { outcome: 'met', sentence: 'Attended Teaching and Learning on Mon, May 20, 2024', seen: '', clause: 'x' },
      { outcome: 'unmet', sentence: 'Missed IT Management on Thu, May 23, 2024', seen: '', clause: 'x' },
    ],
  },
  email: null,
  recertification: null,
  history: [],
});

const answers: Answers = {
  'cohorts.list': () => done({ cohorts: [cohort], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7500) } }),
  'graduates.list': ({ show }) => done(page(show === 'may-graduate' ? [renee, isaac] : [zoe])),
  'graduates.show': () => done(detail(renee)),
  'graduates.graduate': () => done({ graduated: 2 }),
};

const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });

test('graduates stand with their cohort, their day and the number of their certificate', async () => {
  fakeDesk(answers);
  await openApp('/graduates');
  const first = within(await row('Zoë Lovelace'));
  expect(first.getByText('Foxtrot')).toBeTruthy();
  expect(first.getByText('Jun 3, 2024')).toBeTruthy();
  expect(first.getByText('AL-CTO-Foxtrot-001')).toBeTruthy();
  await expectNoBarriers();
});

test('G graduates everybody of the cohort who may, on the day given, after saying who stays', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Renée McAllister');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate 2 participants of Foxtrot?' }));
  expect(dialog.getByText('3 are still on the way: nothing changes.')).toBeTruthy();
  expect(dialog.getByText('1 is missing a course: nothing changes.')).toBeTruthy();
  const field = dialog.getByLabelText('Graduated on');
  await user.clear(field);
  await user.type(field, 'Jun 3, 2024');
  await user.click(dialog.getByRole('button', { name: 'Graduate 2' }));
  await waitFor(() =>
    expect(desk.asked('graduates.graduate')).toEqual([
      { cohortId: foxtrot, participantIds: 'all-who-may', graduatedOn: '2024-06-03', overruleReason: null },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a selection graduates by name', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/graduates?show=may-graduate');
  await row('Isaac Rutledge');
  screen.getByRole('grid').focus();
  await user.keyboard('{ArrowDown} ');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate Isaac Rutledge of Foxtrot?' }));
  await user.click(dialog.getByRole('button', { name: 'Graduate 1' }));
  await waitFor(() =>
    expect(desk.asked('graduates.graduate').at(-1)).toMatchObject({ participantIds: [isaac.participantId] }),
  );
});

test('a refusal stays in the dialog and names everybody’s missing courses', async () => {
  fakeDesk({
    ...answers,
    'graduates.graduate': () =>
      refuse('1 of these 2 may not graduate: a certificate needs every course.', [
        'Isaac Rutledge: Missed IT Management on Thu, May 23, 2024',
      ]),
  });
  const user = await openApp(`/graduates/${foxtrot}`);
  await row('Zoë Lovelace');
  await user.keyboard('g');
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Graduate 2' }));
  const said = (await dialog.findByRole('alert')).textContent;
  expect(said).toContain('a certificate needs every course');
  expect(said).toContain('Isaac Rutledge: Missed IT Management');
});

test('who misses a course is graduated only with a reason, after it was said course by course', async () => {
  const short = participant(4, 'Cy Short', { verdict: 'courses-missing', attended: 5, missing: 'IT Management' });
  const desk = fakeDesk({
    ...answers,
    'graduates.list': () => done(page([short])),
    'graduates.show': () => done(detail(short)),
  });
  const user = await openApp(`/graduates/${foxtrot}?show=courses-missing`);
  await user.click(await row('Cy Short'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Cy Short' }));
  expect(inspector.getByText('Attended Teaching and Learning on Mon, May 20, 2024')).toBeTruthy();
  expect(inspector.getByText('Missed IT Management on Thu, May 23, 2024')).toBeTruthy();
  await user.click(inspector.getByRole('button', { name: 'Graduate all the same…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Graduate Cy Short of Foxtrot?' }));
  expect(dialog.getByText(/^The rule asks for more: IT Management\./)).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Graduate all the same' }));
  expect(dialog.getByText('A reason of at least three letters.')).toBeTruthy();
  expect(desk.asked('graduates.graduate')).toEqual([]);
  await user.type(dialog.getByLabelText('Why they graduate all the same'), 'Taught it in Golf');
  await user.click(dialog.getByRole('button', { name: 'Graduate all the same' }));
  await waitFor(() =>
    expect(desk.asked('graduates.graduate').at(-1)).toMatchObject({
      participantIds: [short.participantId],
      overruleReason: 'Taught it in Golf',
    }),
  );
});

test('a graduate shows the decision as it was made, that it was overruled, and a name that was corrected since', async () => {
  const cy = participant(4, 'Cy Short', { verdict: 'graduated', certificate: 'AL-CTO-Foxtrot-002', overruled: true });
  const desk = fakeDesk({
    ...answers,
    'graduates.list': () => done(page([cy])),
    'graduates.show': () =>
      done({
        ...detail(cy),
        issuedTo: 'Sy Short',
        decided: {
          agrees: true,
          sentence: 'Decided on Mon, Jun 3, 2024 under version 1; the same rule gives the same answer today',
          reasons: [
            {
              outcome: 'overruled',
              sentence: 'A lead graduated them all the same: “Taught it”',
              seen: '',
              clause: 'x',
            },
          ],
        },
      }),
    'graduates.reissue': () => done({ reissued: 1 }),
  });
  const user = await openApp(`/graduates/${foxtrot}`);
  const line = await row('Cy Short');
  expect(within(line).getByRole('img', { name: 'Overruled' })).toBeTruthy();
  await user.click(line);
  const inspector = within(await screen.findByRole('complementary', { name: 'Cy Short' }));
  expect(inspector.getByText('A lead graduated them all the same: “Taught it”')).toBeTruthy();
  expect(inspector.getByText(/^Decided on Mon, Jun 3, 2024 under version 1/)).toBeTruthy();
  expect(inspector.queryByText('Missed IT Management on Thu, May 23, 2024')).toBeNull();
  await expectNoBarriers();
  await user.click(inspector.getByRole('button', { name: 'Reissue to “Cy Short”' }));
  await waitFor(() => expect(desk.asked('graduates.reissue')).toEqual([{ participantIds: [cy.participantId] }]));
});

test('certificates are printed for the cohort, or for the selection', async () => {
  const desk = fakeDesk({ ...answers, 'papers.preview': () => done(null) });
  const user = await openApp(`/graduates/${foxtrot}`);
  await row('Zoë Lovelace');
  await user.keyboard('p');
  await waitFor(() =>
    expect(desk.asked('papers.preview').at(-1)).toEqual({
      call: 'graduates.printCertificates',
      input: { cohortId: foxtrot, participantIds: 'all' },
    }),
  );
  screen.getByRole('grid').focus();
  await user.keyboard(' p');
  await waitFor(() =>
    expect(desk.asked('papers.preview').at(-1)).toEqual({
      call: 'graduates.printCertificates',
      input: { cohortId: foxtrot, participantIds: [zoe.participantId] },
    }),
  );
});

test('without a cohort and a selection nothing is printed, and the button says what to do', async () => {
  const desk = fakeDesk(answers);
  const user = await openApp('/graduates');
  await row('Zoë Lovelace');
  await user.click(screen.getByRole('button', { name: /Print certificates/ }));
  expect(screen.getByRole('button', { name: /Print certificates.*Choose a cohort first/ })).toBeTruthy();
  expect(desk.asked('papers.preview')).toEqual([]);
});

test('a wrong name is corrected in the inspector', async () => {
  const desk = fakeDesk({
    ...answers,
    'people.show': () =>
      done({
        personId: renee.personId,
        name: 'Renee McAllister',
        givenName: 'Renee',
        familyName: 'McAllister',
        certificateName: null,
        email: null,
        phone: '2565550112',
        jobTitle: null,
        organization: null,
        cohorts: [],
      }),
    'people.revise': () => done(null),
  });
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await user.click(await row('Renée McAllister'));
  const inspector = within(await screen.findByRole('complementary', { name: 'Renée McAllister' }));
  await user.click(inspector.getByRole('button', { name: 'Correct…' }));
  const given = await inspector.findByLabelText('Given name');
  await user.clear(given);
  await user.type(given, 'Renée');
  await user.click(inspector.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(desk.asked('people.revise')).toEqual([
      expect.objectContaining({ personId: renee.personId, givenName: 'Renée', certificateName: null }),
    ]),
  );
});

test('Export exports what is on the screen', async () => {
  const desk = fakeDesk({ ...answers, 'graduates.export': () => done(null) });
  const user = await openApp(`/graduates/${foxtrot}?show=may-graduate`);
  await row('Renée McAllister');
  await user.keyboard('{Control>}e{/Control}');
  await waitFor(() =>
    expect(desk.asked('graduates.export').at(-1)).toMatchObject({
      cohortId: foxtrot,
      show: 'may-graduate',
      columns: ['name', 'certificateName', 'organization', 'cohort', 'verdict', 'attended'],
    }),
  );
});

test('an empty screen tells how graduates come about', async () => {
  fakeDesk({
    ...answers,
    'graduates.list': () => done(page([], { graduates: 0, 'may-graduate': 0, 'on-the-way': 0, 'courses-missing': 0 })),
  });
  await openApp('/graduates');
  expect(await screen.findByText('There are no participants or graduates here yet')).toBeTruthy();
  await expectNoBarriers();
});
