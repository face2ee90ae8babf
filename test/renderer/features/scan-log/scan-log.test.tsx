import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Instant } from '../../../../shared/model/dates.ts';
import { SessionId } from '../../../../shared/model/ids.ts';
import { done, refuse } from '../../../../shared/model/result.ts';
import { type ScanOutcome, scanOutcomes } from '../../../../shared/model/scan-log.ts';
import type { ScanLogPreview, ScanRow } from '../../../../shared/views/scan-log.ts';
import { type Answers, fakeDesk } from '../../fake-desk.ts';
import { expectNoBarriers, openApp } from '../../open-app.tsx';
import { session, sessionId } from '../attendance/door.tsx';

const row = (number: number, outcome: ScanOutcome, more: Partial<ScanRow> = {}): ScanRow => ({
  row: number,
  code: `code${number}@example.org`,
  at: Instant.parse('2024-10-21T12:40:12.000Z'),
  outcome,
  name: 'Keisha Garrett',
  organization: 'Opelika City Schools',
  sessionId,
  session: session.title,
  note: '',
  ...more,
});

function previewOf(rows: readonly ScanRow[], more: Partial<ScanLogPreview> = {}): ScanLogPreview {
  const counted = scanOutcomes.map((each) => [each, rows.filter(({ outcome }) => outcome === each).length]);
  // Object.fromEntries forgets that the keys are the outcomes.
  const counts = Object.fromEntries(counted) as Record<ScanOutcome, number>;
  const writes = counts['check-in'] + counts['keep-code'];
  return { total: rows.length, offset: 0, rows, counts, writes, sessions: [], notes: ['The code is “code”.'], ...more };
}

const mixed = previewOf([
  row(2, 'check-in'),
  row(3, 'double'),
  row(4, 'keep-code', { name: '', note: 'Not on any list. Match it at the session.' }),
  row(5, 'other-cohort'),
  row(6, 'no-session'),
]);

async function openLog(answers: Answers = {}, path = '/scan-log') {
  const desk = fakeDesk({
    'attendance.sessions': () => done([session]),
    'scanLog.read': () => done({ readingId: 'log', file: 'scans.csv', encoding: 'UTF-8', scans: 5, hasTimes: true }),
    'scanLog.preview': () => done(mixed),
    'scanLog.apply': () => done({ sentence: 'Checked in 1 person.', counts: mixed.counts, notes: [] }),
    'attendance.session': () => refuse('Not asked here.'),
    'attendance.walkIns': () => done([]),
    ...answers,
  });
  const user = await openApp(path);
  await user.click(screen.getByRole('button', { name: /Choose a log/ }));
  return { desk, user };
}

describe('a scanner log', () => {
  it('shows what each scan would do, and writes nothing before it is told to', async () => {
    const { desk, user } = await openLog();
    const grid = await screen.findByRole('grid', { name: 'Scans of scans.csv' });
    await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(6));
    for (const word of ['Checks in', 'Double scan', 'Code kept', 'Another cohort', 'At no session']) {
      expect(within(grid).getByText(word)).toBeTruthy();
    }
    expect(desk.asked('scanLog.apply')).toEqual([]);
    await expectNoBarriers();
    await user.click(screen.getByRole('button', { name: /Check in 1 person, keep 1 code/ }));
    await waitFor(() =>
      expect(desk.asked('scanLog.apply')).toEqual([
        { readingId: 'log', sessionId: null, anyTime: false, guests: false },
      ]),
    );
  });

  it('asks about people of other cohorts, and about a clock that was wrong, where there is a reason to', async () => {
    const { desk, user } = await openLog();
    await user.click(await screen.findByRole('checkbox', { name: 'Let people of other cohorts in too' }));
    expect(screen.queryByRole('checkbox', { name: /clock was wrong/ })).toBeNull();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Session of the scans' }), sessionId);
    await user.click(await screen.findByRole('checkbox', { name: /clock was wrong/ }));
    await waitFor(() =>
      expect(desk.asked('scanLog.preview').at(-1)).toMatchObject({ sessionId, anyTime: true, guests: true }),
    );
  });

  it('is of the session that it was opened from', async () => {
    const { desk } = await openLog({}, `/scan-log/${sessionId}`);
    await screen.findByRole('grid', { name: 'Scans of scans.csv' });
    expect(desk.asked('scanLog.preview').at(-1)).toMatchObject({ sessionId: SessionId.parse(sessionId) });
  });

  it('has nothing to do where everyone is in', async () => {
    await openLog({ 'scanLog.preview': () => done(previewOf([row(2, 'already-in'), row(3, 'already-in')])) });
    const button = await screen.findByRole('button', { name: /Check in 0 people/ });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.textContent).toContain('already checked in: there is nothing to save');
  });

  it('opens a scan and says why', async () => {
    const { user } = await openLog();
    const grid = await screen.findByRole('grid', { name: 'Scans of scans.csv' });
    await user.dblClick(await within(grid).findByText('Code kept'));
    const inspector = await screen.findByRole('complementary');
    expect(inspector.textContent).toContain('Match it at the session.');
    await expectNoBarriers();
  });

  it('says why a file can’t be read', async () => {
    await openLog({ 'scanLog.read': () => refuse('“scans.pdf” is a PDF, not a scanner log.') });
    expect((await screen.findByRole('alert')).textContent).toContain('is a PDF');
  });
});
