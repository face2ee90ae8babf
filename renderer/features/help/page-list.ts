/** The pages of the help, in the order in which a year goes, under the headings of its list of contents. */
export const helpGroups = [
  { title: 'Begin', pages: ['start', 'around'] },
  { title: 'Choose a cohort', pages: ['import', 'select', 'offers', 'participants', 'person', 'letters', 'fees'] },
  { title: 'The schedule and its sessions', pages: ['year', 'badges', 'door', 'kiosk', 'attendance', 'progress'] },
  { title: 'Finish', pages: ['graduate', 'certificates', 'designs', 'verify', 'recertification', 'evidence'] },
  { title: 'This laptop', pages: ['undo', 'backups', 'laptops', 'settings', 'keyboard'] },
] as const;

/** A page of the help by its file in `pages/`. */
export type HelpPageId = (typeof helpGroups)[number]['pages'][number];

/** Every page, in the order of the list. */
export const helpPageIds: readonly HelpPageId[] = helpGroups.flatMap(({ pages }): readonly HelpPageId[] => pages);

/** Whether a link's word names a page. */
export const isHelpPage = (id: string): id is HelpPageId => helpPageIds.some((each) => each === id);
