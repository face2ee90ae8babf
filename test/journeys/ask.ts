import type { ElectronApplication, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/api.ts';
import type { Result } from '../../shared/model/result.ts';

/** Makes a call as the screens do, from the page itself; a refusal fails the test. */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const result = await page.evaluate(([call, value]) => window.desk.call(call, value), [name, input] as const);
  // The gate gives each call its own output; the name carries its type.
  const answer = result as Result<OutputOf<Name>>;
  if (!answer.ok) throw new Error([name, answer.problem.sentence, ...answer.problem.reasons].join(' '));
  return answer.value;
}

/** Lets every dialog from now on be answered with this file. */
export async function answerDialogs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answer] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: answer });
  }, file);
}
