import type { Instant } from '../../../shared/model/dates.ts';
import type { KnownPeople, KnownSubmission } from './plan-rows.ts';

/**
 * What was sent, in the database and in the rows so far, by sender and moment: a list of 100,000 has many of one name, and
 * a row is compared only with what they sent at its own moment.
 */
export class Sendings {
  readonly #known: KnownPeople['sendings'];
  readonly #bySender = new Map<string, Map<Instant, KnownSubmission[]>>();

  constructor(known: KnownPeople['sendings']) {
    this.#known = known;
  }

  /** What a sender, by `senderKey`, sent at a moment; null: at any. */
  sentAt(sender: string, at: Instant | null): readonly KnownSubmission[] {
    const moments = this.#of(sender);
    return at === null ? [...moments.values()].flat() : (moments.get(at) ?? []);
  }

  add(sender: string, submission: KnownSubmission): void {
    put(this.#of(sender), submission);
  }

  #of(sender: string): Map<Instant, KnownSubmission[]> {
    let moments = this.#bySender.get(sender);
    if (!moments) {
      moments = new Map();
      for (const submission of this.#known.get(sender) ?? []) put(moments, submission);
      this.#bySender.set(sender, moments);
    }
    return moments;
  }
}

function put(moments: Map<Instant, KnownSubmission[]>, submission: KnownSubmission): void {
  const sent = moments.get(submission.submittedAt);
  if (sent) sent.push(submission);
  else moments.set(submission.submittedAt, [submission]);
}
