import { create } from 'zustand';
import { sayCount, wordFor } from '../../../shared/model/counts.ts';
import type { ApplicationId } from '../../../shared/model/ids.ts';
import type { NextInLine } from '../../../shared/views/offers.ts';

/** Whom a seat is about to be offered to. */
export interface Invitee {
  readonly applicationId: ApplicationId;
  readonly name: string;
  /** Why it is offered now: `Ada One has left, and a seat is free.`; empty where a lead came by themselves. */
  readonly because: string;
}

/** The offer that is being written; null: none. */
export const useOfferDialog = create<{ readonly asked: Invitee | null }>(() => ({ asked: null }));

/** Opens the dialog in which a seat is offered. */
export const writeOffer = (asked: Invitee): void => useOfferDialog.setState({ asked });

/** Opens it for whoever is next, where a seat became free; does nothing where no one is. */
export function offerToNext(next: NextInLine | null): void {
  if (!next) return;
  const seats = next.free === 1 ? 'A seat' : `${sayCount(next.free)} seats`;
  const because = `${seats} in ${next.cohort.name} ${wordFor(next.free, 'is', 'are')} free. ${next.name}${next.organization === '' ? '' : `, ${next.organization},`} is next in order, at place ${next.place}.`;
  writeOffer({ applicationId: next.applicationId, name: next.name, because });
}
