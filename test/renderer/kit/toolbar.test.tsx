import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Chips, Search, Toolbar } from '../../../renderer/kit/toolbar.tsx';
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

describe('A search', () => {
  function Names() {
    const [text, setText] = useState('');
    const found = ['Ann', 'Anna', 'Ben'].filter((name) => name.includes(text)).length;
    return <Search label="Search people" value={text} found={found} onChange={setText} />;
  }

  it('says how many it found, and nothing while nothing is searched', async () => {
    fakeDesk();
    const user = userEvent.setup();
    render(<Names />);
    expect(screen.getByRole('status').textContent).toBe('');
    await user.type(screen.getByRole('searchbox'), 'Ann');
    expect(await screen.findByText('2 found')).toBeTruthy();
  });
});

describe('A long word on a title', () => {
  it('stands on a line of its own at every width, so that no list moves when an inspector opens', () => {
    fakeDesk();
    const sub = 'Mon, Oct 21, 2024, 8:00 AM to 3:30 PM · Ballroom B · Foxtrot';
    render(<Toolbar title="CTO Roles and Responsibilities" sub={sub} />);
    expect(screen.getByText(sub).closest('.toolbar-title')).toBeNull();
  });
});
