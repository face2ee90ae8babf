/** What this app and this database are, for whoever helps. */
export interface AboutView {
  readonly version: string;
  readonly databaseFile: string;
  /** What a helper needs to know, without anyone's name: a line each. */
  readonly forAHelper: readonly string[];
  /** What Cohort Desk is made of, with the license of each. */
  readonly libraries: readonly { readonly name: string; readonly license: string }[];
}
