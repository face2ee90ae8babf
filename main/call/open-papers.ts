import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { sweepFolder } from '../files/leftovers.ts';
import { temporaryName } from '../files/maker.ts';

/** A paper that a person looks at: a PDF in a folder of its own, which goes with it. */
export interface OpenPaper {
  readonly file: string;
  readonly title: string;
  /** The name that its own call would have suggested for the file. */
  readonly suggestedName: string;
  readonly pages: number;
  readonly width: number;
  readonly height: number;
}

/** The papers that are looked at now. Their files lie in the system's folder for such, and are removed. */
export class Papers {
  readonly #open = new Map<string, OpenPaper>();
  readonly #folders = new Set<string>();

  /** A file to make a paper in. */
  async file(): Promise<string> {
    // For this account alone, as the system makes such folders.
    const folder = await mkdtemp(path.join(os.tmpdir(), temporaryName('paper-')));
    this.#folders.add(folder);
    return path.join(folder, 'paper.pdf');
  }

  put(paperId: string, paper: OpenPaper): void {
    this.#open.set(paperId, paper);
  }

  get(paperId: string): OpenPaper | undefined {
    return this.#open.get(paperId);
  }

  /** Puts a paper away. Never fails. */
  async close(paperId: string): Promise<void> {
    const paper = this.#open.get(paperId);
    this.#open.delete(paperId);
    if (paper) await this.remove(paper.file);
  }

  /** Removes a file and its folder. Never fails. */
  async remove(file: string): Promise<void> {
    const folder = path.dirname(file);
    if (!this.#folders.delete(folder)) return;
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }

  /** Removes all of them at once, when the app ends. */
  removeAll(): void {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
    this.#folders.clear();
    this.#open.clear();
  }
}

/** Removes the papers that someone looked at in programs that were killed. Never fails. */
export const sweepPapers = (): Promise<void> => sweepFolder(os.tmpdir());
