import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Meter } from '../../../renderer/kit/meter.tsx';
import { looks, Status } from '../../../renderer/kit/status.tsx';
import { Why } from '../../../renderer/kit/why.tsx';

describe('A decision', () => {
  it('shows every reason: how it came out, the sentence, and what was seen', () => {
    render(
      <Why
        reasons={[
          { outcome: 'met', sentence: 'ALET Delegate Member', seen: 'answered “delegate member”', clause: 'tier-1' },
          { outcome: 'not-needed', sentence: 'Years in education not required in tier 1', seen: '', clause: 'tier-1' },
        ]}
      />,
    );
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Met: ALET Delegate Memberanswered “delegate member”',
      'Not needed: Years in education not required in tier 1',
    ]);
  });
});

describe('A status', () => {
  it('is an icon and a word, and may say more', () => {
    const { container } = render(<Status of="within-seats">Within seats, place 4 of 30</Status>);
    expect(container.textContent).toBe('Within seats, place 4 of 30');
    expect(container.querySelector('svg')).not.toBeNull();
  });

  it('has a word for every state', () => {
    for (const { word } of Object.values(looks)) expect(word).toMatch(/^[A-Z’]/);
  });
});

describe('A meter', () => {
  it('says in words what it shows', () => {
    render(
      <Meter
        total={18}
        parts={[
          { label: 'Received', value: 11, tone: 'ok' },
          { label: 'Overdue', value: 5, tone: 'bad' },
        ]}
      />,
    );
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('Received 11, Overdue 5 of 18');
  });
});
