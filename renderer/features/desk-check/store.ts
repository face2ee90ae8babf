import { create } from 'zustand';
import type { DeskCheckView, RecordsRestored } from '../../../shared/views/desk-check.ts';
import { call } from '../../kit/client.ts';
import { sayRefused } from '../../kit/toast-store.ts';

interface DeskCheckState {
  readonly running: boolean;
  /** What is shown in front of everything; null: nothing. */
  readonly shown: DeskCheckView | null;
  /** What was restored before what is shown was found; null: nothing. */
  readonly restored: RecordsRestored | null;
  /** What is wrong with the file as far as anybody looked; null: nothing that is known. */
  readonly trouble: DeskCheckView | null;
  /** Whether the file was looked at since the start. */
  readonly looked: boolean;
}

/** The checks of the open database. */
export const useDeskCheck = create<DeskCheckState>(() => ({
  running: false,
  shown: null,
  restored: null,
  trouble: null,
  looked: false,
}));

const troubleOf = (found: DeskCheckView): DeskCheckView | null => (found.outcome === 'whole' ? null : found);

/** Checks everything, with progress and Cancel at the foot of the window, and shows what was found. */
export async function startDeskCheck(): Promise<void> {
  if (useDeskCheck.getState().running) {
    sayRefused({ sentence: 'A check is already running. Wait until it is done.', reasons: [] });
    return;
  }
  useDeskCheck.setState({ running: true });
  const result = await call('desk.check', {});
  useDeskCheck.setState({ running: false });
  if (result.ok) useDeskCheck.setState({ shown: result.value, trouble: troubleOf(result.value) });
  else sayRefused(result.problem);
}

/** Looks at the file once after the start, without a word unless something is wrong. */
export async function checkAtStart(): Promise<void> {
  if (useDeskCheck.getState().looked) return;
  const result = await call('desk.quickCheck', {});
  useDeskCheck.setState({ looked: result.ok });
  const trouble = result.ok ? troubleOf(result.value) : null;
  if (trouble === null) return;
  useDeskCheck.setState({ trouble });
  sayRefused({ sentence: trouble.sentence, reasons: trouble.next === null ? [] : [trouble.next] });
}

/** Makes the search of people again, and checks again. */
export async function rebuildSearchAndCheck(): Promise<void> {
  closeCheck();
  const result = await call('desk.rebuildSearch', {});
  if (result.ok) await startDeskCheck();
  else sayRefused(result.problem);
}

/** Sets the records that are shown to differ back to what the log says, and checks again. */
export async function restoreRecordsAndCheck(): Promise<void> {
  closeCheck();
  const result = await call('desk.restoreRecords', {});
  if (!result.ok) {
    sayRefused(result.problem);
    return;
  }
  await startDeskCheck();
  useDeskCheck.setState({ restored: result.value });
}

/** Shows what is wrong. */
export const showTrouble = (): void => useDeskCheck.setState(({ trouble }) => ({ shown: trouble }));

export const closeCheck = (): void => useDeskCheck.setState({ shown: null, restored: null });
