import { basename } from 'node:path';
import { type Problem, refuse } from '../../shared/model/result.ts';

/** So many files stay approved, the last ones: each is read right after it was dropped. */
const mostApproved = 20;

/** The files that a person chose or dropped on the window, by their full paths: the only ones that its page may name. */
export class ApprovedFiles {
  readonly #files = new Set<string>();

  add(file: string): void {
    // Again at the end, where it stays longest.
    this.#files.delete(file);
    this.#files.add(file);
    const [oldest] = this.#files;
    if (this.#files.size > mostApproved && oldest !== undefined) this.#files.delete(oldest);
  }

  has(file: string): boolean {
    return this.#files.has(file);
  }
}

/** The refusal of a file that no one chose. */
export const notApproved = (file: string): { readonly ok: false; readonly problem: Problem } =>
  refuse(
    `“${basename(file)}” was not opened, because no one chose it. Choose it in the dialog, or drop it on the window.`,
  );
