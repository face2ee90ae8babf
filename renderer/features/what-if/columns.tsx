import { sayVerdict } from '../../../shared/model/applicants.ts';
import { sayCount } from '../../../shared/model/counts.ts';
import { sayMove } from '../../../shared/model/what-if.ts';
import type { WhatIfRow, WhatIfStand } from '../../../shared/views/selection.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { Status } from '../../kit/status.tsx';

/** `Within seats, place 3`. */
const sayStand = ({ verdict, place }: WhatIfStand): string =>
  place === null ? sayVerdict[verdict] : `${sayVerdict[verdict]}, place ${sayCount(place)}`;

const sayTiers = ({ before, after }: WhatIfRow): string => {
  const said = (tier: number | null) => (tier === null ? 'none' : String(tier));
  return before.tier === after.tier ? said(after.tier) : `${said(before.tier)} → ${said(after.tier)}`;
};

const base = (column: Column<WhatIfRow>): Column<WhatIfRow> => ({ sortable: false, ...column });

/** Who would move: from where, to where, and why. */
export const whatIfColumns: readonly Column<WhatIfRow>[] = [
  base({ key: 'name', title: 'Name', least: 112, always: true, text: ({ name }) => name }),
  base({
    key: 'organization',
    title: 'School system',
    least: 84,
    mute: true,
    text: ({ organization }) => organization,
  }),
  base({ key: 'move', title: 'Would', width: 152, hidden: true, text: ({ move }) => sayMove[move] }),
  base({
    key: 'before',
    title: 'Now',
    width: 176,
    text: ({ before }) => sayStand(before),
    cell: ({ before }) => <Status of={before.verdict}>{sayStand(before)}</Status>,
  }),
  base({
    key: 'after',
    title: 'Then',
    width: 176,
    text: ({ after }) => sayStand(after),
    cell: ({ after }) => <Status of={after.verdict}>{sayStand(after)}</Status>,
  }),
  base({ key: 'tier', title: 'Tier', width: 60, text: sayTiers }),
  base({ key: 'because', title: 'Because', least: 190, mute: true, text: ({ because }) => because }),
];
