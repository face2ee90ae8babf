/** Lets steps that write go one after another: the writer's connection is in at most one transaction. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does a step when all before it are done; one that failed holds no one up. */
  take<Value>(step: () => Value | Promise<Value>): Promise<Value> {
    const mine = this.#last.then(step);
    this.#last = mine.catch(() => undefined);
    return mine;
  }
}
