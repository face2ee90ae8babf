/** The colours of everything that is printed. */
export const ink = '#1d2124';
export const muted = '#565f65';
export const accent = '#0b5c66';
/** Of codes, which scanners read. */
export const black = '#000000';
/** Of thin lines between rows. */
export const hairline = '#c9cfd2';
