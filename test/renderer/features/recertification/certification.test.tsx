import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { done, refuse } from '../../../../shared/model/result.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { answers, life, participantId, room, version } from './a-certification.ts';

async function openCard(more: Answers = {}) {
  const desk = fakeDesk({ ...answers, ...more });
  const user = await openApp('/recertification');
  await user.click(await screen.findByRole('row', { name: /Yolanda Quarles/ }));
  const card = within(await screen.findByRole('region', { name: 'Certification' }));
  return { desk, user, card };
}

test('the card says the state, every reason with its clause, what is still needed, the days, and earlier cycles', async () => {
  const { card } = await openCard();
  for (const text of [
    '47.5 more credits, by May 1, 2025',
    'At least 60 credits',
    '12.5 counted',
    'Rule: 60 credits',
    'Jan 15, 2022 to May 1, 2025, extended from Jan 14, 2025',
    'May 1, 2025, at the latest Jun 30, 2025',
    'May 1, 2025, later counts as late',
    'Cycle 1, completed late on Feb 1, 2022',
    'Exempt from Jan 1, 2023',
    'Cycle 2, until May 1, 2025, for $50',
    'Late fee: $20 of $50 paid',
    'Reinstatement: $100, only to come back',
    '$20 for “Late fee”, cycle 2, paid Oct 2, 2024, “Check 1042”',
  ]) {
    expect(card.getByText(text, { exact: true }), text).toBeTruthy();
  }
  await expectNoBarriers();
});

test('X grants more time, within what the rules allow, with the reason', async () => {
  const { desk, user } = await openCard();
  await user.keyboard('x');
  const dialog = within(await screen.findByRole('dialog', { name: 'Give Yolanda Quarles more time' }));
  expect(dialog.getByText(/6 months more at most, until Nov 1, 2025, for \$50/)).toBeTruthy();
  await user.type(dialog.getByLabelText('Why'), 'Parental leave');
  await expectNoBarriers();
  await user.click(dialog.getByRole('button', { name: 'Extend' }));
  await waitFor(() =>
    expect(desk.asked('recertification.extend')).toEqual([
      { participantId, untilOn: '2025-11-01', grantedOn: '2024-10-21', reason: 'Parental leave' },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('where no time can be granted the button says why', async () => {
  const whyNot = 'The rules allow no two extensions in a row, and cycle 1 was extended too.';
  const { card, user } = await openCard({
    'recertification.life': () => done({ ...life, mayExtend: { whyNot } }),
  });
  expect(card.getByRole('button', { name: /Extend…/ }).getAttribute('aria-disabled')).toBe('true');
  await user.keyboard('x');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an extension is taken back with a reason', async () => {
  const { desk, user, card } = await openCard();
  await user.click(card.getByRole('button', { name: 'Take back…' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Take back the extension until May 1, 2025' }));
  await user.type(dialog.getByRole('textbox'), 'Never asked for');
  await user.click(dialog.getByRole('button', { name: 'Take back' }));
  await waitFor(() =>
    expect(desk.asked('recertification.takeBackExtension')).toEqual([
      { extensionId: life.extensions[0]?.id, reason: 'Never asked for' },
    ]),
  );
});

test('S changes the standing; what can’t be decided says why, and a refusal stays with what was typed', async () => {
  const sentence = 'Yolanda Quarles is active.';
  const { desk, user } = await openCard({ 'recertification.changeStanding': () => refuse(sentence) });
  await user.keyboard('s');
  const dialog = within(await screen.findByRole('dialog', { name: 'Change the standing of Yolanda Quarles' }));
  await user.selectOptions(dialog.getByLabelText('New standing'), 'Reinstated');
  expect(dialog.getByText(`As of today: ${sentence}`)).toBeTruthy();
  await user.type(dialog.getByLabelText('Why'), 'Came back');
  await expectNoBarriers();
  await user.click(dialog.getByRole('button', { name: 'Decide' }));
  expect((await dialog.findByRole('alert')).textContent).toContain(sentence);
  expect(desk.asked('recertification.changeStanding')).toEqual([
    { participantId, kind: 'reinstated', fromOn: '2024-10-21', reason: 'Came back' },
  ]);
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
});

test('on a past day nothing is decided', async () => {
  const { card, user } = await openCard();
  const field = await screen.findByLabelText('As of');
  await user.clear(field);
  await user.type(field, '5/1/2022');
  await waitFor(() => expect(card.queryByRole('button', { name: /Change standing/ })).toBeNull());
});

test('P records what is still open of a fee, in cents', async () => {
  const { desk, user } = await openCard();
  await user.keyboard('p');
  const dialog = within(await screen.findByRole('dialog', { name: 'Record a payment of Yolanda Quarles' }));
  await user.selectOptions(dialog.getByLabelText('For'), 'Late fee');
  expect(dialog.getByText('$20 of $50 paid, for cycle 2')).toBeTruthy();
  await expectNoBarriers();
  await user.click(dialog.getByRole('button', { name: 'Record' }));
  await waitFor(() =>
    expect(desk.asked('recertification.pay')).toEqual([
      { participantId, cycle: 2, fee: 'late', amount: 3_000, paidOn: '2024-10-21', note: null },
    ]),
  );
});

test('a payment is removed once that was confirmed', async () => {
  const { desk, user, card } = await openCard();
  await user.click(card.getByRole('button', { name: 'Remove…' }));
  await user.click(await screen.findByRole('button', { name: 'Remove' }));
  await waitFor(() =>
    expect(desk.asked('recertification.removePayment')).toEqual([{ paymentId: life.payments[0]?.id }]),
  );
});

test('the exam date and the birth month are asked for where the rules ask', async () => {
  const { desk, user, card } = await openCard();
  await user.click(card.getByRole('button', { name: /Birth month/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Birth month of Yolanda Quarles' }));
  await user.selectOptions(dialog.getByLabelText('Born in'), 'March');
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(desk.asked('recertification.setBirthMonth')).toEqual([{ participantId, month: 3 }]));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.click(card.getByRole('button', { name: /Exam date/ }));
  const exam = within(await screen.findByRole('dialog', { name: 'Exam of Yolanda Quarles' }));
  await user.click(exam.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(desk.asked('recertification.setExamDate')).toEqual([{ participantId, examOn: '2022-01-15' }]),
  );
});

test('V moves the cycle to newer rules, after saying what changes', async () => {
  const { desk, user } = await openCard();
  await user.keyboard('v');
  const dialog = within(await screen.findByRole('dialog', { name: 'Move Yolanda Quarles to newer rules' }));
  expect(await dialog.findByText('Newly needed: 1 more credit in Ethics.')).toBeTruthy();
  await user.type(dialog.getByLabelText('Why'), 'Asked for it');
  await expectNoBarriers();
  await user.click(dialog.getByRole('button', { name: 'Move' }));
  await waitFor(() =>
    expect(desk.asked('recertification.moveVersion')).toEqual([
      { participantId, versionId: version(2), reason: 'Asked for it' },
    ]),
  );
});

test('an audit is decided on the card, and begun for cause with U', async () => {
  const { desk, user, card } = await openCard();
  await user.click(card.getByRole('button', { name: 'Pass Yolanda Quarles…' }));
  const pass = within(await screen.findByRole('dialog', { name: 'Pass the audit of Yolanda Quarles?' }));
  await user.type(pass.getByRole('textbox'), 'All there');
  await user.click(pass.getByRole('button', { name: 'Pass' }));
  await waitFor(() =>
    expect(desk.asked('recertification.decideAudit')).toEqual([
      { auditId: life.audits[0]?.id, outcome: 'passed', reason: 'All there' },
    ]),
  );
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('u');
  const begin = within(await screen.findByRole('dialog', { name: 'Audit Yolanda Quarles?' }));
  await user.type(begin.getByRole('textbox'), 'A letter');
  await user.click(begin.getByRole('button', { name: 'Begin the audit' }));
  await waitFor(() =>
    expect(desk.asked('recertification.auditForCause')).toEqual([{ participantId, reason: 'A letter' }]),
  );
});

test('the audits are listed with their draws; a draw takes a seed, and an answer is recorded', async () => {
  const { desk, user } = await openCard();
  await user.click(screen.getByRole('button', { name: 'Tools…' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Audits…/ }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Audits' }));
  expect(dialog.getByText('Sep 1, 2024: 2 of 40 graduates, 5%, seed “September”')).toBeTruthy();
  expect(dialog.getByText('Answer awaited')).toBeTruthy();
  await expectNoBarriers();
  await user.type(dialog.getByLabelText('Seed (optional)'), 'October');
  await user.click(dialog.getByRole('button', { name: 'Draw 5%' }));
  await waitFor(() =>
    expect(desk.asked('recertification.drawAudits')).toEqual([
      { completedFrom: '2023-10-21', completedTo: '2024-10-21', seed: 'October' },
    ]),
  );
  await user.click(dialog.getByRole('button', { name: 'Answer of Rashad Okafor came in' }));
  await waitFor(() =>
    expect(desk.asked('recertification.answerAudit')).toEqual([
      { auditId: room.audits[0]?.id, answeredOn: '2024-10-21' },
    ]),
  );
});
