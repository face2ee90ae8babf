import type { TableName } from '../tables.ts';
import type { RowWords } from './words.ts';

/**
 * All that the app knows about one table beyond its SQL. The log, undo, History, the desk check and the merging of two
 * people are written over these descriptors and name no table themselves. Tests hold each against the database's schema.
 */
export interface Table<Row> {
  /** The columns, in the database's order. They have the names of the row's fields. */
  readonly columns: readonly (keyof Row & string)[];
  /** The columns that hold the id of another row, and of which table. */
  readonly references: { readonly [Field in keyof Row]?: Reference };
  /** What no two rows may both have, besides the id. */
  readonly unique: readonly Unique<Row>[];
  /** Columns that make sense only together: whoever changes one of them says what all of them are. */
  readonly together?: readonly (readonly (keyof Row & string)[])[];
  /**
   * Columns of which the first value stays when another laptop sets one without having heard of it: what was printed
   * and handed out. Someone who takes the value away, as by an undo, does so as ever.
   */
  readonly keepsFirst?: readonly (keyof Row & string)[];
  /** Two columns that hold a pair, the lower id first. Where the two become one, there is no pair. */
  readonly pair?: readonly [keyof Row & string, keyof Row & string];
  /** The column with the number that a laptop gives the row: counted, or as it is printed, after the name of a series. */
  readonly numbered?: { readonly column: keyof Row & string; readonly as: 'counted' | 'printed' };
  /** How the log reads for its rows. */
  readonly words: RowWords<Row>;
}

/** The tables of which merging two people makes two rows one: the people themselves, and what each has one of. */
export type MergedTable = 'person' | 'application' | 'participant' | 'recertificationDue';

/** Where a column points. What belongs to something that can be merged must say what a merge does to it. */
export type Reference =
  | { readonly to: Exclude<TableName, MergedTable> }
  | { readonly to: MergedTable; readonly whenMerged: WhenMerged };

/**
 * What becomes of a row when what it points to is merged into another. `moves`: it belongs to the one that stays, as it
 * is. `drops`: the same, but where the one that stays has the same already (another row with equal `unique` columns), it
 * goes. `unites`: the same, but where both have one, the two rows become one, as main/features/duplicates says.
 * `refuses`: where both have one, nothing is merged until a lead has decided between them, because papers were handed out.
 */
export type WhenMerged = 'moves' | 'drops' | 'unites' | 'refuses';

/** Columns whose values, taken together, only one row may have. */
interface Unique<Row> {
  readonly columns: readonly (keyof Row & string)[];
  readonly collision: Collision;
  /** Why a row can't come back where another one has its values, without the period: `Another cohort is named “Golf”`. */
  readonly taken: (row: Row) => string;
}

/**
 * What becomes of two rows with equal values, added on two laptops that did not know of each other. `same-row`: they are
 * one row from the start, because its id is made from these columns; its fields are folded like any others. Where two
 * such rows were added for different things that became one since, as when two people are merged, they unite.
 * `lead-decides`: both stay, because nothing in them says which is meant; the later one's text gets the laptop's letter
 * until a lead changes it. `cannot-happen`: the value carries the laptop's letter, or is long and random.
 */
export type Collision = 'same-row' | 'lead-decides' | 'cannot-happen';
