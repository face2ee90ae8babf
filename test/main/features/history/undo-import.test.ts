import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const count = 3_000;

/** So many people who apply, each with a name and an address of their own. */
const applicants = Array.from({ length: count }, (_, index) => ({
  name: `Person Number${[...String(index)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`,
  email: `p${index}@example.org`,
}));

const imported = `Imported ${count.toLocaleString('en-US')} applications to Foxtrot`;
const progressOf = ({ events }: Foxtrot) => events.filter((event) => event.kind === 'progress');
const applicantsOf = async (desk: Foxtrot) =>
  (await desk.call('applicants.list', { cohortId: desk.cohortId, limit: 5 })).rows.length;

/** Asks for the list of applicants over and over while a call is under way; gives back how many rows each answer had. */
async function listsDuring(desk: Foxtrot, working: Promise<unknown>): Promise<readonly number[]> {
  let done = false;
  void working.finally(() => {
    done = true;
  });
  const rows: number[] = [];
  while (!done) {
    rows.push(await applicantsOf(desk));
    await nextTurn();
  }
  return rows;
}

for (const [name, label, rowsBefore, rowsAfter] of [
  ['history.undo', `Undoing “${imported}”`, 5, 0],
  ['history.redo', `Redoing “${imported}”`, 0, 5],
] as const) {
  test(`${name} of an import of thousands tells its progress, and every list keeps its rows until it is done`, async () => {
    const desk = await openFoxtrot();
    const before = desk.hash();
    await desk.apply(applicants);
    const after = desk.hash();
    if (name === 'history.redo') await desk.call('history.undo', {});
    const stood = desk.hash();

    // Canceled half way: as if nothing had been asked.
    desk.events.length = 0;
    const canceled = desk.ask(name, {});
    while (progressOf(desk).length === 0) await nextTurn();
    expect(await applicantsOf(desk)).toBe(rowsBefore);
    await desk.call('desk.cancel', {});
    expect(await canceled).toMatchObject({ ok: false, problem: { sentence: 'Cancelled: nothing was changed.' } });
    expect(desk.hash()).toBe(stood);
    expect(await applicantsOf(desk)).toBe(rowsBefore);
    expect(desk.events.map(({ kind }) => kind)).not.toContain('changed');

    desk.events.length = 0;
    const working = desk.ask(name, {});
    const lists = await listsDuring(desk, working);
    expect(await working).toMatchObject({ ok: true });
    expect(desk.hash()).toBe(name === 'history.undo' ? before : after);
    expect(await applicantsOf(desk)).toBe(rowsAfter);
    // The last answers may come after the step is on the disk.
    expect(lists.filter((rows) => rows === rowsBefore).length).toBeGreaterThan(10);
    expect(lists.filter((rows) => rows !== rowsBefore && rows !== rowsAfter)).toEqual([]);
    expect(progressOf(desk).map((event) => event.label)).toContain(label);
    expect(desk.events.at(-1)).toEqual({ kind: 'progress-ended' });
    const steps = await desk.call('history.list', {});
    expect(steps.rows[0]?.label).toBe(`${name === 'history.undo' ? 'Undid' : 'Redid'} “${imported}”`);
  });
}
