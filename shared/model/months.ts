/** The months by their numbers, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** A month by its number, 1 to 12. */
export const sayMonth = (month: number): string => monthNames[month - 1] ?? String(month);

/** The months to choose from, by their numbers. */
export const monthOptions: readonly { readonly key: string; readonly label: string }[] = monthNames.map(
  (label, at) => ({
    key: String(at + 1),
    label,
  }),
);
