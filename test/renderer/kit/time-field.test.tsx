import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, test } from 'vitest';
import { readClock } from '../../../renderer/kit/fields/read-clock.ts';
import { TimeField } from '../../../renderer/kit/fields/time-field.tsx';

test.each([
  ['8:00 AM', '08:00'],
  ['8 am', '08:00'],
  ['8:05a', '08:05'],
  ['12:00 AM', '00:00'],
  ['12:15 p.m.', '12:15'],
  ['3:30 PM', '15:30'],
  ['15:30', '15:30'],
  ['00:10', '00:10'],
  ['8', null],
  ['13 PM', null],
  ['0 AM', null],
  ['24:00', null],
  ['8:60', null],
  ['8:5', null],
  ['noon', null],
  ['', null],
])('“%s” is read as %s', (text, time) => expect(readClock(text)).toBe(time));

function Asked({ first }: { readonly first: string }) {
  const [value, setValue] = useState(first);
  return (
    <>
      <TimeField label="From" value={value} onChange={setValue} />
      <output>{value}</output>
    </>
  );
}

describe('a time', () => {
  it('is shown as it is said here, while it is typed as it was typed, and then as it is said', async () => {
    const user = userEvent.setup();
    render(<Asked first="08:00" />);
    const field = screen.getByLabelText('From');
    expect(field).toHaveProperty('value', '8:00 AM');
    await user.clear(field);
    await user.type(field, '15:30');
    expect(field).toHaveProperty('value', '15:30');
    await user.tab();
    expect(field).toHaveProperty('value', '3:30 PM');
    expect(screen.getByRole('status').textContent).toBe('15:30');
  });

  it('that can’t be read stays as it was typed, with a word on what is asked for', async () => {
    const user = userEvent.setup();
    render(<Asked first="" />);
    const field = screen.getByLabelText('From');
    await user.type(field, 'noon');
    expect(screen.queryByRole('alert')).toBeNull();
    await user.tab();
    expect(field).toHaveProperty('value', 'noon');
    expect(screen.getByRole('alert').textContent).toBe('A time, such as 8:00 AM.');
    expect(screen.getByRole('status').textContent).toBe('');
  });
});
