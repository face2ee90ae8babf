/** A part of a person’s page on paper: a heading, and its lines. */
export interface PaperPart {
  readonly title: string;
  /** One line each: a label on the left, its text on the right. */
  readonly lines: readonly (readonly [term: string, text: string])[];
}

/** A person’s page on paper, with every word on it. Only plain data: it crosses to a thread. */
export interface PersonPaper {
  readonly organization: string;
  readonly program: string;
  readonly name: string;
  /** Job title and school system. */
  readonly sub: string;
  readonly parts: readonly PaperPart[];
  /** `Jun 3, 2024`. */
  readonly madeOn: string;
}
