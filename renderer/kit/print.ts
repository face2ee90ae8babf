import type { InputOf } from '../../shared/api.ts';
import type { PaperCallName } from '../../shared/calls/papers.ts';
import { perform } from './perform.ts';
import { showPaper } from './print-store.ts';

/**
 * Makes what a call would save and shows it as it will be printed; from there it goes to the system's dialog. Stands
 * beside every “save as PDF”, and beside “export”, whose list is printed too. Gives back whether there is a paper now.
 */
export async function printPaper<Name extends PaperCallName>(call: Name, input: InputOf<Name>): Promise<boolean> {
  const result = await perform('papers.preview', { call, input });
  if (!result.ok || result.value === null) return false;
  showPaper(result.value);
  return true;
}
