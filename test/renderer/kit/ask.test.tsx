import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { askReason, confirm, Questions } from '../../../renderer/kit/ask.tsx';
import { fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers } from '../open-app.tsx';

/** Asks, with the place for questions on the page. */
function ask<Answer>(question: () => Promise<Answer>) {
  fakeDesk();
  render(<Questions />);
  let answer: Promise<Answer> | undefined;
  act(() => {
    answer = question();
  });
  return { user: userEvent.setup(), answer };
}

const accept = () =>
  confirm({
    title: 'Accept 26 applicants?',
    sentence: 'They become participants of Foxtrot.',
    lines: ['2 are accepted already and stay so'],
    action: 'Accept 26',
  });
const withdraw = () => askReason({ title: 'Withdraw Renée McAllister?', action: 'Withdraw', kind: 'danger' });

describe('A bulk action', () => {
  it('says what it will do before it does it, and Enter agrees', async () => {
    const { user, answer } = ask(accept);
    const dialog = screen.getByRole('alertdialog', { name: 'Accept 26 applicants?' });
    expect(dialog.textContent).toContain('They become participants of Foxtrot.');
    expect(dialog.textContent).toContain('2 are accepted already and stay so');
    await expectNoBarriers();
    await user.keyboard('{Enter}');
    expect(await answer).toBe(true);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('does nothing on Escape or Cancel', async () => {
    const escaped = ask(accept);
    await escaped.user.keyboard('{Escape}');
    expect(await escaped.answer).toBe(false);
  });
});

describe('A reason', () => {
  it('is asked for until there is one', async () => {
    const { user, answer } = ask(withdraw);
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(screen.getByRole('alert').textContent).toBe('Enter a reason (three letters or more).');
    await user.type(screen.getByLabelText('Reason'), ' Moved to Georgia ');
    await user.click(screen.getByRole('button', { name: 'Withdraw' }));
    expect(await answer).toBe('Moved to Georgia');
  });

  it('is null where the lead thinks better of it', async () => {
    const { user, answer } = ask(withdraw);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await answer).toBeNull();
  });
});
