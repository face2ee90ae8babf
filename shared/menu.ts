/** The screens, in the order of the rail and of the menu Go. */
export const screenNames = [
  'today',
  'applicants',
  'cohorts',
  'attendance',
  'graduates',
  'recertification',
  'history',
  'settings',
] as const;
export type ScreenName = (typeof screenNames)[number];

/** How the windows look: as the system does, or always light or dark. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** What a menu item asks of the screens. */
export type MenuCommand =
  | 'new-file'
  | 'open-file'
  | 'save-copy'
  | 'restore'
  | 'preferences'
  | 'find'
  | 'about'
  | 'import'
  | 'export'
  | 'back-up'
  | 'check-desk'
  | 'undo'
  | 'redo'
  | 'palette'
  | 'help'
  | 'shortcuts'
  | `go:${ScreenName}`;
