import { create } from 'zustand';
import type { ParticipantId } from '../../../shared/model/ids.ts';
import type { ParticipantAct } from '../../../shared/model/participant-changes.ts';

/** An act on people’s places that a lead is about to do, and on whose; to add someone names no one yet. */
interface AskedPlaces {
  readonly act: ParticipantAct;
  readonly participantIds: readonly ParticipantId[];
}

/** The dialog on places that is open; null: none is. */
export const usePlaces = create<{ readonly asked: AskedPlaces | null }>(() => ({ asked: null }));

/** Opens the dialog that says what an act would do, and asks for its reason. */
export const askPlaces = (act: ParticipantAct, participantIds: readonly ParticipantId[] = []): void =>
  usePlaces.setState({ asked: { act, participantIds } });

/** Closes it; nothing was done. */
export const closePlaces = (): void => usePlaces.setState({ asked: null });

/** How each act is called, what its button says, and its key. */
export const placeActs: Readonly<Record<ParticipantAct, { readonly label: string; readonly keys: string }>> = {
  add: { label: 'Add…', keys: 'A' },
  move: { label: 'Move to another cohort…', keys: 'M' },
  withdraw: { label: 'Withdraw…', keys: 'W' },
  defer: { label: 'Defer to a later cohort…', keys: 'D' },
  'enroll-again': { label: 'Enroll again…', keys: 'Shift+W' },
};
