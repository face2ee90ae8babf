/** A section of Settings, by its place on the page; `also`: what else people call it, for the palette. */
interface SettingsSection {
  readonly id: string;
  readonly title: string;
  readonly also: string;
}

/** The sections of the policy, in their order. */
export const policySections: readonly SettingsSection[] = [
  { id: 'program', title: 'Program', also: 'name title zone time association' },
  { id: 'order', title: 'Order of acceptance', also: 'tiers ranking priority' },
  { id: 'seats', title: 'Seats and the order', also: 'capacity limit late' },
  { id: 'fee', title: 'Fee', also: 'price cost payment invoice refund' },
  { id: 'door', title: 'At the door', also: 'check-in late attendance walk-in' },
  { id: 'courses', title: 'Courses', also: 'sessions classes hours' },
  { id: 'schedule', title: 'Conferences, course days', also: 'calendar dates year' },
  { id: 'completion', title: 'Completion', also: 'make-up attendance absence' },
  { id: 'graduation', title: 'Graduation', also: 'checklist requirements' },
  { id: 'certificate', title: 'Certificate', also: 'design signature paper diploma' },
  { id: 'key', title: 'The key for certificates', also: 'sign passphrase security' },
  { id: 'recertification', title: 'Re-certification', also: 'renewal cycle due documents' },
  { id: 'rules', title: 'Re-certification rules', also: 'cycles hours points audits template checklist grace lapse' },
  { id: 'memberships', title: 'Memberships', also: 'member association' },
  { id: 'duplicates', title: 'Duplicates', also: 'same person twice' },
  { id: 'page', title: 'The rest of the page', also: 'clauses website' },
  { id: 'versions', title: 'Versions', also: 'history policy' },
];

/** What is chosen for this laptop alone, apart from the policy. */
export const laptopSections: readonly SettingsSection[] = [
  {
    id: 'preferences',
    title: 'Preferences',
    also: 'theme dark light text size font zoom sound mute week look options',
  },
  { id: 'backups', title: 'Backups', also: 'backup folder stick automatic copy restore' },
  { id: 'laptop', title: 'This laptop', also: 'lead name who user' },
];

/** Where the rules of re-certification are changed. */
export const rulesPath = '/settings/recertification-rules';
