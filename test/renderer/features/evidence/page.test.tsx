import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { EvidenceDocumentId } from '../../../../shared/model/evidence.ts';
import { CohortId, ParticipantId, PersonId } from '../../../../shared/model/ids.ts';
import { creditOf } from '../../../../shared/model/recertification/amounts.ts';
import { EvidenceItemId } from '../../../../shared/model/recertification/facts.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { EvidenceDocumentRow, EvidencePreview, EvidenceRow } from '../../../../shared/views/evidence.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';

const day = (text: string) => CivilDate.parse(text);
const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const asked = {
  unit: { one: 'hour', many: 'hours' },
  categories: [],
  strands: [],
  checklist: [{ key: 'letter', title: 'Letter of the superintendent' }],
  further: [],
  secondReview: 'not-needed' as const,
};

const document = (number: number, facts: Partial<EvidenceDocumentRow> = {}): EvidenceDocumentRow => ({
  id: EvidenceDocumentId.parse(uuid(500 + number)),
  itemId: EvidenceItemId.parse(uuid(number)),
  kind: 'file',
  sha256: 'a'.repeat(64),
  size: 340_000,
  type: 'png',
  name: 'certificate.png',
  text: null,
  addedOn: day('2024-10-02'),
  about: 'PNG picture, 340 KB',
  ...facts,
});

function evidence(number: number, name: string, title: string, facts: Partial<EvidenceRow> = {}): EvidenceRow {
  return {
    id: EvidenceItemId.parse(uuid(number)),
    personId: PersonId.parse(uuid(300 + number)),
    title,
    activityOn: day('2024-09-30'),
    category: null,
    strand: null,
    delivery: 'in-person',
    checklistItem: null,
    claimed: creditOf(600),
    accepted: null,
    state: 'received',
    receivedOn: day('2024-10-02'),
    decidedOn: null,
    reviewer: null,
    returnedBecause: null,
    activityKey: null,
    paid: null,
    preApprovedOn: null,
    relevance: null,
    countedElsewhere: null,
    firstReviewer: null,
    firstReviewedOn: null,
    firstAccepted: null,
    name,
    cohort: 'Alpha',
    cohortId: CohortId.parse(uuid(1)),
    participantId: ParticipantId.parse(uuid(200 + number)),
    categoryTitle: null,
    strandTitle: null,
    checklistTitle: null,
    documents: [document(number)],
    ...facts,
  };
}

const first = evidence(1, 'Isaac Rutledge', 'Fall conference');
const second = evidence(2, 'Yolanda Quarles', 'Letter', {
  claimed: creditOf(0),
  documents: [
    document(2, { kind: 'note', sha256: null, size: null, type: null, name: null, text: 'By mail', about: 'note' }),
  ],
});
const pixel = 'data:image/png;base64,iVBORw0KGgo=';

const queueOf = (rows: readonly EvidenceRow[]): Answers => ({
  'evidence.queue': () => done({ asked, total: rows.length, offset: 0, rows }),
  'evidence.preview': () => done<EvidencePreview>({ kind: 'picture', address: pixel }),
  'evidence.review': () => done({ waitsForSecond: false }),
});

const pane = () => screen.findByRole('region', { name: 'The evidence' });

test('the oldest evidence is open, with what is claimed and the picture that shows it', async () => {
  fakeDesk(queueOf([first, second]));
  await openApp('/evidence');
  const shown = within(await pane());
  expect(shown.getByRole('heading', { name: 'Fall conference' })).toBeTruthy();
  expect(shown.getByText('6 hours')).toBeTruthy();
  const picture = await shown.findByRole('img', { name: 'certificate.png' });
  expect(picture.getAttribute('src')).toBe(pixel);
  await expectNoBarriers();
});

test('the keyboard alone goes through it: accept, next, part, return', async () => {
  const desk = fakeDesk(queueOf([first, second]));
  const user = await openApp('/evidence');
  await pane();
  await user.keyboard('a');
  await waitFor(() =>
    expect(desk.asked('evidence.review')).toEqual([{ itemId: first.id, decision: { kind: 'accept' } }]),
  );
  // The next one is open by itself; a note shows its words.
  expect(await screen.findByRole('heading', { name: 'Letter' })).toBeTruthy();
  expect(within(await pane()).getByText('By mail')).toBeTruthy();
  // Nothing is claimed of it, so that no part can count.
  await user.keyboard('p');
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.keyboard('r');
  await user.type(await screen.findByLabelText('Reason'), 'No name on it');
  await user.click(screen.getByRole('button', { name: 'Return' }));
  await waitFor(() =>
    expect(desk.asked('evidence.review').at(-1)).toEqual({
      itemId: second.id,
      decision: { kind: 'return', reason: 'No name on it' },
    }),
  );
  await user.keyboard('{Shift>}n{/Shift}');
  await screen.findByRole('heading', { name: 'Fall conference' });
  await user.keyboard('p');
  await user.type(await screen.findByLabelText('Counts'), '4.5');
  await user.type(screen.getByLabelText(/Why not all of it/), 'One day only');
  await expectNoBarriers();
  await user.click(screen.getByRole('button', { name: 'Accept part' }));
  await waitFor(() =>
    expect(desk.asked('evidence.review').at(-1)).toEqual({
      itemId: first.id,
      decision: { kind: 'part', amount: 4.5, reason: 'One day only' },
    }),
  );
});

test('a refusal of the part stays in its dialog, with what was typed', async () => {
  fakeDesk({
    ...queueOf([first]),
    'evidence.review': () => refuse('0.333 hours can’t be counted: they are counted in steps of 0.25.'),
  });
  const user = await openApp('/evidence');
  await pane();
  await user.keyboard('p');
  await user.type(await screen.findByLabelText('Counts'), '0.333');
  await user.type(screen.getByLabelText(/Why not all of it/), 'One talk');
  await user.click(screen.getByRole('button', { name: 'Accept part' }));
  expect(await screen.findByText(/can’t be counted/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Counts').value).toBe('0.333');
});

test.each([
  ['not-shown', 'Web pages aren’t shown, because they can hold scripts.', true],
  ['lost', '“certificate.png” is missing from the folder “evidence” beside the database.', false],
] as const)('what is %s says why; a copy can be saved only of what is there', async (kind, because, canSave) => {
  fakeDesk({ ...queueOf([first]), 'evidence.preview': () => done<EvidencePreview>({ kind, because }) });
  await openApp('/evidence');
  expect(await within(await pane()).findByText(because)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Save a copy of certificate.png' }) !== null).toBe(canSave);
  await expectNoBarriers();
});

test('an empty queue teaches, and evidence is added from here: whose, what, and how it shows', async () => {
  const desk = fakeDesk({
    ...queueOf([]),
    'people.search': () =>
      done([
        {
          personId: first.personId,
          name: 'Isaac Rutledge',
          organization: 'Lee County Schools',
          standing: 'graduate of Alpha',
          path: '/x',
        } as never,
      ]),
    'evidence.add': () => done({ itemId: first.id, files: 0, known: 0 }),
  });
  const user = await openApp('/evidence');
  expect(await screen.findByRole('heading', { name: 'Nothing waits for review' })).toBeTruthy();
  await expectNoBarriers();
  await user.keyboard('e');
  await user.type(await screen.findByLabelText('Whose'), 'Rut');
  await user.click(await screen.findByRole('button', { name: /Isaac Rutledge/ }));
  await user.type(screen.getByLabelText('What it was'), 'Letter');
  await user.selectOptions(screen.getByLabelText('Document asked for'), 'letter');
  await user.type(screen.getByLabelText('Or a note'), 'By mail');
  await expectNoBarriers();
  await user.click(screen.getByRole('button', { name: 'Add evidence' }));
  await waitFor(() =>
    expect(desk.asked('evidence.add')).toEqual([
      {
        personId: first.personId,
        title: 'Letter',
        activityOn: '2024-10-21',
        claimed: 0,
        category: null,
        strand: null,
        delivery: null,
        checklistItem: 'letter',
        activityKey: null,
        paid: null,
        preApprovedOn: null,
        relevance: null,
        countedElsewhere: null,
        files: [],
        link: null,
        note: 'By mail',
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

const rich = {
  ...asked,
  categories: [
    { key: 'learning', title: 'Learning', step: creditOf(1), further: [] },
    { key: 'giving', title: 'Giving back', step: creditOf(1), further: ['paid', 'activityKey', 'relevance'] as const },
    { key: 'external', title: 'External', step: creditOf(1), further: ['preApprovedOn'] as const },
  ],
  further: ['countedElsewhere'] as const,
};

test('what the rules of a category go by is asked with it, and nothing else', async () => {
  const desk = fakeDesk({
    ...queueOf([first]),
    'evidence.queue': () => done({ asked: rich, total: 1, offset: 0, rows: [first] }),
    'evidence.correct': () => done(null),
  });
  const user = await openApp('/evidence');
  const shown = within(await pane());
  expect(shown.getByText('Counted elsewhere')).toBeTruthy();
  expect(shown.queryByText('Paid work')).toBeNull();
  await user.keyboard('c');
  const dialog = within(await screen.findByRole('dialog', { name: 'Correct “Fall conference” of Isaac Rutledge' }));
  expect(dialog.queryByLabelText('Was it paid work?')).toBeNull();
  await user.selectOptions(dialog.getByLabelText('Category'), 'External');
  await user.type(dialog.getByLabelText('Approved beforehand on'), 'Oct 5, 2024');
  expect(dialog.getByText(/doesn’t count as approved beforehand/)).toBeTruthy();
  await user.selectOptions(dialog.getByLabelText('Category'), 'Giving back');
  await user.selectOptions(dialog.getByLabelText('Was it paid work?'), 'No, it was unpaid');
  await user.type(dialog.getByLabelText('Course number, or title of the talk'), 'Passwords');
  await user.type(dialog.getByLabelText('On the subject'), '60');
  await user.type(dialog.getByLabelText('Counted toward another certificate'), 'CISSP');
  await user.clear(dialog.getByLabelText('Claimed'));
  await user.type(dialog.getByLabelText('Claimed'), '4.5');
  await expectNoBarriers();
  await user.click(dialog.getByRole('button', { name: 'Correct' }));
  // What was said of another category isn't sent.
  await waitFor(() =>
    expect(desk.asked('evidence.correct')).toEqual([
      {
        itemId: first.id,
        title: 'Fall conference',
        activityOn: '2024-09-30',
        claimed: 4.5,
        category: 'giving',
        strand: null,
        delivery: 'in-person',
        checklistItem: null,
        activityKey: 'Passwords',
        paid: 'unpaid',
        preApprovedOn: null,
        relevance: 60,
        countedElsewhere: 'CISSP',
      },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('a correction that is refused stays in its dialog, and what an earlier policy asked stays on record', async () => {
  const old = { ...first, category: 'camps', categoryTitle: 'camps', relevance: 50 };
  const desk = fakeDesk({
    ...queueOf([old]),
    'evidence.correct': () => refuse('The policy has no such category. Choose one of its own, or none.'),
  });
  const user = await openApp('/evidence');
  await pane();
  await user.click(screen.getByRole('button', { name: /^Correct/ }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    dialog.getByRole<HTMLOptionElement>('option', { name: 'camps, which the policy no longer has' }).selected,
  ).toBe(true);
  await user.click(dialog.getByRole('button', { name: 'Correct' }));
  expect(await dialog.findByText(/has no such category/)).toBeTruthy();
  expect(desk.asked('evidence.correct')[0]).toMatchObject({ category: 'camps', relevance: 50 });
});
