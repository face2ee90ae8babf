/** A row on its way to the database: new, or known with the fields that change. */
interface Draft<Row> {
  row: Row;
  /** Null: the row is new. */
  fields: Partial<Omit<Row, 'id'>> | null;
}

/** The rows of one table that a plan adds or changes; several input rows may touch the same one. */
export class Drafts<Row extends { readonly id: string }> {
  readonly #drafts = new Map<string, Draft<Row>>();

  /** Adds a new row. */
  insert(row: Row): Row {
    this.#drafts.set(row.id, { row, fields: null });
    return row;
  }

  /** A row as the plan has it by now. */
  now(row: Row): Row {
    return this.#drafts.get(row.id)?.row ?? row;
  }

  /** Whether the plan itself adds the row. */
  isNew(row: Row): boolean {
    return this.#drafts.get(row.id)?.fields === null;
  }

  /** Changes some fields of a row, new or known. */
  edit(row: Row, fields: Partial<Omit<Row, 'id'>>): Row {
    if (Object.keys(fields).length === 0) return this.now(row);
    const draft = this.#drafts.get(row.id);
    const edited: Row = { ...(draft?.row ?? row), ...fields };
    if (!draft) this.#drafts.set(row.id, { row: edited, fields });
    else {
      draft.row = edited;
      if (draft.fields !== null) draft.fields = { ...draft.fields, ...fields };
    }
    return edited;
  }

  /** Every new and every changed row, in the order in which they came up. */
  *writes<Write>(
    inserted: (row: Row) => Write,
    updated: (id: Row['id'], fields: Partial<Omit<Row, 'id'>>) => Write,
  ): Generator<Write, void> {
    for (const { row, fields } of this.#drafts.values())
      yield fields === null ? inserted(row) : updated(row.id, fields);
  }
}
