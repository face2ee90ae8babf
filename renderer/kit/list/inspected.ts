/** Whom the inspector of a list is about: one record, or a selection of several; neither while it is closed. */
export interface Inspected<Row> {
  readonly openId: string | null;
  /** The selection, where it is more than one. */
  readonly several: readonly Row[];
}

/**
 * An action is about the selection where there is one, else about the open record. So an open inspector shows just
 * that: whoever reads a name there never acts on another.
 */
export function inspectedOf<Row>(
  openId: string | null,
  held: readonly Row[],
  idOf: (row: Row) => string,
): Inspected<Row> {
  const [first] = held;
  if (openId === null || first === undefined) return { openId, several: [] };
  return held.length === 1 ? { openId: idOf(first), several: [] } : { openId: null, several: held };
}
