import { act, render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useCall } from '../../../renderer/kit/query.ts';
import { done, type Result, refuse } from '../../../shared/model/result.ts';
import type { PersonHit } from '../../../shared/views/people.ts';
import { fakeDesk } from '../fake-desk.ts';

type Answer = Result<readonly PersonHit[]>;

/** A desk that answers a search only when it is told to, so that answers can overtake each other. */
function slowDesk() {
  const open = new Map<string, (answer: Answer) => void>();
  const desk = fakeDesk({
    'people.search': ({ text }) => new Promise<Answer>((resolve) => open.set(text, resolve)),
  });
  return { desk, answer: (text: string, answer: Answer) => act(async () => open.get(text)?.(answer)) };
}

function Found({ text }: { text: string }) {
  const { value, problem, waiting } = useCall('people.search', { text });
  return (
    <p>
      {value?.length ?? 'none'} {problem?.sentence} {waiting ? 'waiting' : 'there'}
    </p>
  );
}

const seen = () => screen.getByText(/there|waiting/).textContent;

describe('A question to the desk', () => {
  it('keeps its last answer while it is asked again, and drops an answer that comes in too late', async () => {
    const { answer } = slowDesk();
    const { rerender } = render(<Found text="mc" />);
    expect(seen()).toBe('none  waiting');
    await answer('mc', done([]));
    expect(seen()).toBe('0  there');
    rerender(<Found text="mca" />);
    expect(seen()).toBe('0  waiting');
    rerender(<Found text="mcall" />);
    await answer('mcall', refuse('No one.'));
    await answer('mca', done([]));
    expect(seen()).toBe('none No one. there');
  });

  it('is asked again when one of its tables changes, several changes at once only again', async () => {
    const { desk, answer } = slowDesk();
    render(<Found text="mc" />);
    await answer('mc', done([]));
    const changed = (table: 'person' | 'conference') =>
      act(async () => desk.tell({ kind: 'changed', tables: [table], label: 'Renamed', commandId: null }));
    await changed('conference');
    expect(desk.calls).toHaveLength(1);
    await changed('person');
    await changed('person');
    await changed('person');
    expect(desk.calls).toHaveLength(2);
    await answer('mc', done([]));
    expect(desk.calls).toHaveLength(3);
  });

  it('comes back as a refusal where the main process breaks', async () => {
    fakeDesk({
      'people.search': () => {
        throw new Error('disk I/O error');
      },
    });
    render(<Found text="mc" />);
    expect(await screen.findByText(/Something went wrong inside Cohort Desk/)).toBeTruthy();
  });
});
