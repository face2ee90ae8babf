import { useLocation } from 'wouter';
import type { CohortId } from '../../../shared/model/ids.ts';
import { useCommands } from '../../kit/commands.ts';
import { Menu } from '../../kit/menu.tsx';

/** The ways from the list of applicants to what lies behind it: the waiting list, drafts, fairness. Palette lines too. */
export function MoreMenu({ cohortId }: { readonly cohortId: CohortId }) {
  const [, go] = useLocation();
  const items = [
    { id: 'selection.offers', label: 'Waiting list and offers', run: () => go(`/offers/${cohortId}`) },
    { id: 'selection.what-if', label: 'What if…', run: () => go(`/what-if/${cohortId}`) },
    { id: 'selection.fairness', label: 'Fairness at a glance', run: () => go(`/fairness/${cohortId}`) },
  ];
  useCommands(items);
  return (
    <Menu label="More about this cohort’s applicants" items={items}>
      Tools…
    </Menu>
  );
}
