import { create } from 'zustand';
import type { BadgesOf } from '../../../shared/calls/badges.ts';
import { ChosenStock, type LabelStock, labelStocks } from '../../../shared/model/label-stock.ts';

/** How someone prints badges, as it was chosen the last time. */
interface BadgeChoice {
  readonly stock: ChosenStock;
  readonly names: 'given-first' | 'certificate';
  readonly outlines: boolean;
}

interface State {
  /** For whom the question is open; null: it is closed. */
  readonly asked: BadgesOf | 'anybody' | null;
  readonly choice: BadgeChoice;
  readonly choose: (part: Partial<BadgeChoice>) => void;
}

const place = 'badges:stock';

function remembered(): ChosenStock {
  try {
    return ChosenStock.parse(JSON.parse(localStorage.getItem(place) ?? '""'));
  } catch {
    // Nothing was chosen yet, or another version left what this one does not know.
    return 'avery-5392';
  }
}

export const useBadges = create<State>((set) => ({
  asked: null,
  choice: { stock: remembered(), names: 'given-first', outlines: false },
  choose: (part) => {
    if (part.stock) localStorage.setItem(place, JSON.stringify(part.stock));
    set(({ choice }) => ({ choice: { ...choice, ...part } }));
  },
}));

/** Asks how to print badges: of these, or of whom the person chooses. */
export const openBadges = (whose: BadgesOf | null = null): void => useBadges.setState({ asked: whose ?? 'anybody' });
export const closeBadges = (): void => useBadges.setState({ asked: null });

/** The measures that someone begins with who measures a sheet. */
export function ownMeasures(): LabelStock {
  const { name: _name, isCut: _isCut, ...measures } = labelStocks['avery-5392'];
  return measures;
}
