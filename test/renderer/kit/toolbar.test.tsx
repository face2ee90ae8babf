import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Chips, Toolbar } from '../../../renderer/kit/toolbar.tsx';
import { fakeDesk } from '../fake-desk.ts';
import { expectNoBarriers } from '../open-app.tsx';

const options = [
  { key: 'in-order', label: 'In order', count: 1068 },
  { key: 'within-seats', label: 'Within seats', count: 30 },
  { key: 'late', label: 'Late', count: 1 },
] as const;

function Applicants() {
  const [show, setShow] = useState<(typeof options)[number]['key']>('in-order');
  return (
    <main>
      <Toolbar title="Applicants" sub="Foxtrot · 30 seats">
        <Chips label="Show" value={show} options={options} onChange={setShow} />
      </Toolbar>
    </main>
  );
}

describe('The parts of a list', () => {
  it('are one choice with counts, walked with the arrow keys', async () => {
    fakeDesk();
    const user = userEvent.setup();
    render(<Applicants />);
    expect(screen.getByRole('radio', { checked: true }).textContent).toBe('In order1,068');
    await expectNoBarriers();
    await user.tab();
    await user.keyboard('{ArrowRight}');
    expect(screen.getByRole('radio', { checked: true }).textContent).toBe('Within seats30');
    expect(document.activeElement?.textContent).toBe('Within seats30');
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(screen.getByRole('radio', { checked: true }).textContent).toBe('Late1');
  });
});
