import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { DateField } from '../../../renderer/kit/fields/date-field.tsx';
import { NumberField } from '../../../renderer/kit/fields/number-field.tsx';
import { CivilDate } from '../../../shared/model/dates.ts';
import { fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers } from '../open-app.tsx';

beforeEach(() => {
  fakeDesk();
});

function Due() {
  const [day, setDay] = useState<CivilDate | null>(CivilDate.parse('2022-06-01'));
  return (
    <>
      <DateField label="Due date of Alpha" value={day} onChange={setDay} />
      <output>{day ?? 'no day'}</output>
    </>
  );
}

function Seats() {
  const [seats, setSeats] = useState<number | null>(30);
  return (
    <>
      <NumberField label="Seats" unit="seats" min={1} max={100} value={seats} onChange={setSeats} />
      <output>{seats}</output>
    </>
  );
}

const kept = () => screen.getByRole('status').textContent;

describe('A date field', () => {
  it('takes a day as it is written, and shows it as it is read aloud', async () => {
    const user = userEvent.setup();
    render(<Due />);
    const field = screen.getByLabelText('Due date of Alpha');
    await user.clear(field);
    expect(kept()).toBe('no day');
    await user.type(field, '6/1/23');
    expect(kept()).toBe('2023-06-01');
    await user.tab();
    expect(field).toHaveProperty('value', 'Thu, Jun 1, 2023');
  });

  it('keeps what is no day in sight and says what a day looks like', async () => {
    const user = userEvent.setup();
    render(<Due />);
    const field = screen.getByLabelText('Due date of Alpha');
    await user.clear(field);
    await user.type(field, '31/31/2023');
    expect(screen.getByRole('alert').textContent).toContain('A day such as Oct 21, 2024');
    expect(field).toHaveProperty('value', '31/31/2023');
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  it('opens a calendar on its day', async () => {
    const user = userEvent.setup();
    render(<Due />);
    await user.click(screen.getByRole('button', { name: 'Pick a day for Due date of Alpha' }));
    await user.click(await screen.findByRole('button', { name: /Wednesday, June 15, 2022/ }));
    expect(kept()).toBe('2022-06-15');
    expect(screen.queryByRole('dialog')).toBeNull();
    await expectNoBarriers();
  });
});

describe('A number field', () => {
  it('changes nothing while it holds no number, and says which it takes', async () => {
    const user = userEvent.setup();
    render(<Seats />);
    const field = screen.getByLabelText('Seats');
    await user.clear(field);
    expect(screen.getByRole('alert').textContent).toBe('A whole number from 1 to 100.');
    await user.type(field, '4o');
    expect(screen.getByRole('alert')).toBeTruthy();
    expect(kept()).toBe('4');
    await user.clear(field);
    await user.type(field, '25');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(kept()).toBe('25');
  });
});
