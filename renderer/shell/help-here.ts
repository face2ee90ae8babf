import type { HelpPageId } from '../features/help/page-list.ts';

/** The page of the help that each screen opens with F1, by the first part of its path in `routes.tsx`. */
export const helpOfScreens: Readonly<Record<string, HelpPageId>> = {
  today: 'around',
  applicants: 'select',
  import: 'import',
  offers: 'offers',
  'what-if': 'select',
  fairness: 'select',
  cohorts: 'year',
  progress: 'graduate',
  fees: 'around',
  invoices: 'around',
  letters: 'around',
  attendance: 'door',
  'check-in': 'door',
  'scan-log': 'door',
  graduates: 'graduate',
  published: 'graduate',
  'check-certificate': 'graduate',
  recertification: 'around',
  evidence: 'around',
  person: 'around',
  duplicates: 'around',
  organizations: 'around',
  history: 'undo',
  settings: 'start',
};

/** The page about the screen at a path; where someone is nowhere yet, how to start. */
export const helpAt = (path: string): HelpPageId => helpOfScreens[path.split(/[/?]/)[1] ?? ''] ?? 'start';
