import type { TableName } from '../../../shared/model/tables.ts';
import type { Scalar } from '../../database/handles.ts';
import type { Fields } from '../../log/combine.ts';
import type { RowName } from '../../log/settle.ts';

/** One thing that is not as it should be, as the thread tells it: plain data, not yet in a lead's words. */
export type Finding =
  /** A page or an index of the file, in SQLite's own words. */
  | { readonly kind: 'page'; readonly said: string }
  /** A table, index, trigger or view that is not ours, or is not as it was made. */
  | { readonly kind: 'schema'; readonly said: string }
  /** A row that breaks a rule of its table, in SQLite's own words. */
  | { readonly kind: 'rule'; readonly said: string }
  /** A row that points to one that is not there. */
  | { readonly kind: 'reference'; readonly table: string; readonly id: string | null; readonly parent: string }
  /** A field that is not what the log says. */
  | {
      readonly kind: 'field';
      readonly table: TableName;
      readonly id: string;
      readonly field: string;
      readonly log: Scalar;
      readonly desk: Scalar;
    }
  /** A row that the log has and the table does not, as the log has it. */
  | { readonly kind: 'missing'; readonly table: TableName; readonly id: string; readonly row: Fields }
  /** A row that the table has and the log does not, as the table has it. */
  | { readonly kind: 'unknown'; readonly table: TableName; readonly id: string; readonly row: Fields }
  /** An entry of the log that does not follow from those before it, or can't be read. `sequence` is its place. */
  | { readonly kind: 'entry'; readonly table: string; readonly id: string; readonly sequence: number }
  /** Commands that a laptop's own numbers say are gone: how many. */
  | { readonly kind: 'gap'; readonly deviceId: string; readonly missing: number }
  /** A command whose time or entries were changed. */
  | { readonly kind: 'command'; readonly sequence: number; readonly label: string }
  /** A command that is not as its laptop sealed it. */
  | { readonly kind: 'seal'; readonly sequence: number; readonly label: string }
  /** A file of evidence that is missing from beside the database, or was changed since it came in. `id`: the document's. */
  | {
      readonly kind: 'evidence';
      readonly id: string;
      readonly name: string | null;
      readonly trouble: 'missing' | 'altered';
    }
  /** Someone whom the index of names would not find, or would find by other words than theirs. */
  | { readonly kind: 'search'; readonly id: string };

export type FindingKind = Finding['kind'];

/** So many findings of a kind are told one by one; beyond that they are counted. */
const mostToldOfAKind = 50;

/** Gathers what is found: the first of each kind whole, all of them as numbers. */
export class Findings {
  readonly told: Finding[] = [];
  /** Every row that is not what the log makes of it, each once, however many there are. */
  readonly differing = new Map<string, RowName>();
  readonly counts = new Map<FindingKind, number>();

  add(finding: Finding): void {
    const count = (this.counts.get(finding.kind) ?? 0) + 1;
    this.counts.set(finding.kind, count);
    if (count <= mostToldOfAKind) this.told.push(finding);
    if (finding.kind === 'field' || finding.kind === 'missing' || finding.kind === 'unknown') {
      const { table, id } = finding;
      this.differing.set(`${table} ${id}`, { table, id });
    }
  }

  has(kind: FindingKind): boolean {
    return this.counts.has(kind);
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }
}
