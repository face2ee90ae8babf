import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { InputOf } from '../../../../shared/api.ts';
import { CivilDate, Instant } from '../../../../shared/model/dates.ts';
import { CohortId, PersonId } from '../../../../shared/model/ids.ts';
import { fieldsOf } from '../../../../shared/model/letters.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import type { LetterPreview, LetterRow, LettersAnswer } from '../../../../shared/views/letters.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { correcting, correctTheAddress, record } from '../people/record.ts';

const cohortId = CohortId.parse('0197a000-0000-7000-8000-000000000001');
const personOf = (number: number) => PersonId.parse(`0197a000-0000-7000-8000-0000000001${number}0`);

const row = (number: number, name: string, more: Partial<LetterRow> = {}): LetterRow => ({
  personId: personOf(number),
  name,
  organization: 'Lee County Schools',
  email: `${name.split(' ')[0]?.toLowerCase()}@example.org`,
  mailable: true,
  place: number,
  isToGet: true,
  hasIt: false,
  writtenAt: null,
  times: 0,
  undoneAt: null,
  missing: [],
  ...more,
});

const rows = [
  row(1, 'Ann One'),
  row(2, 'Bo Two', { email: '', mailable: false }),
  row(3, 'Cy Three', { hasIt: true, writtenAt: Instant.parse('2024-06-03T14:00:00.000Z'), times: 1 }),
];
const words = { subject: 'Welcome to {cohort}', body: 'Dear {givenName},\nreply by {replyBy}.' };
const none = { toWrite: 0, written: 0 };

const pageOf = ({ kind = 'accepted', show }: InputOf<'letters.list'>): LettersAnswer => {
  const shown =
    kind !== 'accepted' ? [] : rows.filter(({ hasIt }) => show === 'everyone' || hasIt === (show === 'written'));
  return {
    total: shown.length,
    offset: 0,
    rows: shown,
    cohort: { id: cohortId, name: 'Foxtrot' },
    kind,
    counts: {
      accepted: { toWrite: 2, written: 1 },
      waiting: { toWrite: 27, written: 0 },
      'seat-offered': none,
      declined: none,
      'fee-reminder': none,
      'recertification-reminder': none,
    },
    undone: rows.filter(({ undoneAt }) => undoneAt !== null).length,
    withoutEmail: 1,
    template: { ...words, changed: false, original: words },
    fields: fieldsOf(kind),
    asksReplyBy: true,
    usualReplyBy: CivilDate.parse('2024-06-17'),
  };
};

const previewOf = ({ personId, draft, replyBy }: InputOf<'letters.preview'>): LetterPreview => {
  const found = rows.find((each) => each.personId === personId) ?? rows[0];
  const { subject, body } = draft ?? words;
  return {
    personId: PersonId.parse(personId),
    name: found?.name ?? '',
    organization: found?.organization ?? '',
    email: found?.email ?? '',
    mailable: found?.mailable ?? false,
    subject: subject.replace('{cohort}', 'Foxtrot'),
    body: body.replace('{givenName}', found?.name.split(' ')[0] ?? '').replace('{replyBy}', replyBy ?? ''),
    missing:
      found?.name === 'Bo Two' ? ['{schoolSystem} (school system) is empty: no school system is on record.'] : [],
    problems: body.includes('{nme}') ? ['There is no field {nme}. Perhaps {name}.', 'The fields are {name}.'] : [],
    written: [],
  };
};

const open = async (answers: Answers = {}) => {
  const desk = fakeDesk({
    'cohorts.list': () => done({ cohorts: [], nextName: 'Golf', defaults: { seats: 30, fee: 7_500 as never } }),
    'letters.list': (input) => done(pageOf(input)),
    'letters.preview': (input) => done(previewOf(input)),
    'letters.saveTemplate': () => done(null),
    'letters.write': () => done({ file: '/home/lead/Foxtrot accepted letters', holds: '2 mail drafts', notes: [] }),
    ...answers,
  });
  const user = await openApp(`/letters/${cohortId}?show=accepted`);
  await screen.findByText('Dear Ann,', { exact: false });
  return { desk, user };
};

const pane = () => within(screen.getByRole('region', { name: 'The letter' }));

test('shows the kinds with their counts, the people, and the letter to the first of them', async () => {
  await open();
  const kinds = within(screen.getByRole('navigation', { name: 'Kinds of letters' })).getAllByRole('button');
  expect(kinds.map(({ textContent }) => textContent)).toEqual([
    'Accepted2 to write',
    'Waiting27 to write',
    'Seat offered',
    'Declined',
    'Fee reminder',
    'Re-certification reminder',
  ]);
  expect(screen.getByText('No e-mail')).toBeTruthy();
  expect(pane().getByRole('heading', { name: 'Welcome to Foxtrot' })).toBeTruthy();
  expect(pane().getByText(/reply by 2024-06-17/)).toBeTruthy();
  await expectNoBarriers();
});

test('no heading is empty before the first letter is there, or where a letter has no subject', async () => {
  const answered = Promise.withResolvers<ReturnType<typeof done<LetterPreview>>>();
  const desk = fakeDesk({
    'cohorts.list': () => done({ cohorts: [], nextName: 'Golf', defaults: { seats: 30, fee: 7_500 as never } }),
    'letters.list': (input) => done(pageOf(input)),
    'letters.preview': () => answered.promise,
  });
  await openApp(`/letters/${cohortId}?show=accepted`);
  await screen.findByRole('region', { name: 'The letter' });
  const headings = () =>
    pane()
      .getAllByRole('heading')
      .map(({ textContent }) => textContent);
  await waitFor(() => expect(desk.asked('letters.preview')).not.toEqual([]));
  expect(headings()).toEqual(['The letter']);
  answered.resolve(
    done({ ...previewOf({ kind: 'accepted', cohortId, personId: personOf(1), draft: null }), subject: '' }),
  );
  await waitFor(() => expect(headings()).toEqual(['Ann One']));
});

test('goes from person to person by the keyboard, and says what a letter lacks', async () => {
  const { user } = await open();
  await user.keyboard('n');
  expect(await pane().findByRole('heading', { name: 'Bo Two' })).toBeTruthy();
  expect(pane().getByRole('alert').textContent).toContain('no school system is on record');
  expect(
    pane()
      .getByRole('button', { name: /Next person/ })
      .getAttribute('aria-disabled'),
  ).toBe('true');
  await user.keyboard('p');
  expect(await pane().findByRole('heading', { name: 'Ann One' })).toBeTruthy();
});

test('writes everyone who has no letter, after saying who gets none', async () => {
  const { desk, user } = await open();
  // Of the two who have no letter yet, one has no usable address.
  expect(screen.getByRole('button', { name: /^Write 1…/ })).toBeTruthy();
  await user.keyboard('w');
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Write 1 accepted letter for Foxtrot?' }));
  expect(dialog.getByText('1 person has no usable e-mail address: no letter for them.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Write 1…' }));
  expect(await screen.findByText(/Saved 2 mail drafts to Foxtrot accepted letters/)).toBeTruthy();
  expect(desk.asked('letters.write')).toEqual([
    {
      kind: 'accepted',
      cohortId,
      channel: 'eml',
      replyBy: '2024-06-17',
      personIds: 'all',
      again: false,
      afterUndo: false,
    },
  ]);
});

test('writes again only to those selected, with their count shown', async () => {
  const { desk, user } = await open();
  await user.click(screen.getByRole('radio', { name: 'Written' }));
  await screen.findByText('Written Jun 3');
  screen.getByRole('grid').focus();
  await user.keyboard(' m');
  const dialog = within(await screen.findByRole('alertdialog'));
  expect(dialog.getByText('1 person has the accepted letter already and would get it again.')).toBeTruthy();
  await user.click(dialog.getByRole('button', { name: 'Write 1, 1 again…' }));
  await waitFor(() =>
    expect(desk.asked('letters.write')).toMatchObject([
      { channel: 'mail-merge', personIds: [personOf(3)], again: true },
    ]),
  );
});

test('counts of those selected only who can be written to', async () => {
  const { user } = await open();
  screen.getByRole('grid').focus();
  await user.keyboard('{Control>}a{/Control}');
  await screen.findByText('2 selected.');
  expect(screen.getByRole('button', { name: /^Write 1…/ })).toBeTruthy();
});

test('changes the words with fields put in where the cursor stands, previewed before they are saved', async () => {
  const { desk, user } = await open();
  await user.keyboard('e');
  const letter = await screen.findByLabelText<HTMLTextAreaElement>('Letter');
  await expectNoBarriers();
  await user.clear(letter);
  await user.type(letter, 'Hello , welcome.');
  letter.setSelectionRange(6, 6);
  await user.click(screen.getByRole('button', { name: 'First name' }));
  expect(letter.value).toBe('Hello {givenName}, welcome.');
  expect(await pane().findByText('Hello Ann, welcome.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Save text' }));
  expect(desk.asked('letters.saveTemplate')).toEqual([
    { kind: 'accepted', subject: 'Welcome to {cohort}', body: 'Hello {givenName}, welcome.' },
  ]);
  await waitFor(() => expect(screen.queryByLabelText('Letter')).toBeNull());
});

test('does not save words with a field that no one knows', async () => {
  const { desk, user } = await open();
  await user.keyboard('e');
  const letter = await screen.findByLabelText<HTMLTextAreaElement>('Letter');
  await user.clear(letter);
  await user.type(letter, 'Dear {{nme}');
  expect(await pane().findByText('There is no field {nme}. Perhaps {name}.')).toBeTruthy();
  const save = screen.getByRole('button', { name: /Save text/ });
  expect(save.getAttribute('aria-disabled')).toBe('true');
  await user.click(save);
  expect(desk.asked('letters.saveTemplate')).toEqual([]);
});

test('says why a list is empty, and a refusal with its reasons', async () => {
  const { desk, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Declined' }));
  expect(await screen.findByText(/Everyone who was declined should get this letter/)).toBeTruthy();
  expect(pane().getByText(/Dear \{givenName\}/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /^Accepted/ }));
  desk.answer({ 'letters.write': () => refuse('The folder is read-only.', ['Choose another.']) });
  await user.keyboard('w');
  await user.click(await screen.findByRole('button', { name: 'Write 1…' }));
  expect(await screen.findByText('The folder is read-only.')).toBeTruthy();
});

test('the record of who gets the letter is corrected beside it', async () => {
  const ann = record(personOf(1), 'Ann', 'One');
  const { desk, user } = await open(correcting(ann));
  await user.click(pane().getByRole('button', { name: 'Correct the record of Ann One' }));
  await correctTheAddress(user, desk, ann);
});

test('the name over the letter leads to the person’s page', async () => {
  await open();
  const name = await pane().findByRole('link', { name: 'Ann One' });
  expect(name.getAttribute('href')).toBe(`/person/${personOf(1)}?from=${encodeURIComponent(`/letters/${cohortId}`)}`);
});
