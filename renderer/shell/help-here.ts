import type { HelpPageId } from '../features/help/page-list.ts';

/** The page of the help that each screen opens with F1, by the first part of its path in `routes.tsx`. */
export const helpOfScreens: Readonly<Record<string, HelpPageId>> = {
  today: 'around',
  applicants: 'select',
  import: 'import',
  offers: 'offers',
  'what-if': 'select',
  fairness: 'select',
  cohorts: 'participants',
  progress: 'progress',
  fees: 'fees',
  invoices: 'fees',
  letters: 'letters',
  attendance: 'attendance',
  'check-in': 'door',
  'scan-log': 'kiosk',
  graduates: 'graduate',
  'certificate-designs': 'designs',
  published: 'certificates',
  'check-certificate': 'verify',
  recertification: 'recertification',
  evidence: 'evidence',
  person: 'person',
  duplicates: 'person',
  organizations: 'settings',
  history: 'undo',
  settings: 'settings',
};

/** The page about the screen at a path; where someone is nowhere yet, how to start. */
export const helpAt = (path: string): HelpPageId => helpOfScreens[path.split(/[/?]/)[1] ?? ''] ?? 'start';
