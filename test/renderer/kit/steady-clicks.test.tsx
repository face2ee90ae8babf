import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { useSteadyClicks } from '../../../renderer/kit/steady-clicks.ts';

function Desk({ onClick }: { readonly onClick: (what: string) => void }) {
  useSteadyClicks();
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <button type="button" onClick={() => onClick('behind')}>
          Behind
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          setMarked(!marked);
          onClick(marked ? 'undo' : 'mark');
        }}
      >
        {marked ? 'Undo' : 'Mark'}
      </button>
      <button type="button" onClick={() => onClick('next month')}>
        Next month
      </button>
      <input aria-label="Name" />
    </>
  );
}

const setUp = () => {
  const onClick = vi.fn<(what: string) => void>();
  render(<Desk onClick={onClick} />);
  return { onClick, user: userEvent.setup() };
};
/** A press with the place of its click in a run of them, as a browser counts; what the browser would do on its own is asked. */
const press = (element: Element, detail: number): boolean => {
  const isLeft = fireEvent.mouseDown(element, { detail });
  fireEvent.mouseUp(element, { detail });
  fireEvent.click(element, { detail });
  return isLeft;
};

describe('The second half of a double click', () => {
  test('never hits what came up under the mouse', () => {
    const { onClick } = setUp();
    press(screen.getByText('Open'), 1);
    press(screen.getByText('Behind'), 2);
    expect(onClick).not.toHaveBeenCalled();
    press(screen.getByText('Behind'), 1);
    expect(onClick).toHaveBeenCalledWith('behind');
  });

  test('never does what a button says only since the first', async () => {
    const { onClick, user } = setUp();
    await user.dblClick(screen.getByText('Mark'));
    expect(onClick.mock.calls).toEqual([['mark']]);
  });

  test('counts on a button that stays what it is', async () => {
    const { onClick, user } = setUp();
    await user.dblClick(screen.getByText('Next month'));
    expect(onClick).toHaveBeenCalledTimes(2);
  });

  test('selects no text on a button, and a word in a field', () => {
    setUp();
    const button = screen.getByText('Next month');
    press(button, 1);
    expect(press(button, 2)).toBe(false);
    const field = screen.getByLabelText('Name');
    press(field, 1);
    expect(press(field, 2)).toBe(true);
  });
});
