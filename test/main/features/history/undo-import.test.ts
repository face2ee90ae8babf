import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Foxtrot, openFoxtrot } from '../../foxtrot.ts';

const count = 900;

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

test('undo and redo of an import of thousands of records tell their progress, can be canceled, and every list keeps its rows until they are done', async () => {
  const desk = await openFoxtrot();
  const without = desk.hash();
  await desk.apply(applicants);
  const withAll = desk.hash();
  for (const { name, says, did, from, to } of [
    { name: 'history.undo', says: 'Undoing', did: 'Undid', from: [withAll, 5], to: [without, 0] },
    { name: 'history.redo', says: 'Redoing', did: 'Redid', from: [without, 0], to: [withAll, 5] },
  ] as const) {
    // Canceled half way: as if nothing had been asked.
    desk.events.length = 0;
    const canceled = desk.ask(name, {});
    while (progressOf(desk).length === 0) await nextTurn();
    expect(await applicantsOf(desk)).toBe(from[1]);
    await desk.call('desk.cancel', {});
    expect(await canceled).toMatchObject({ ok: false, problem: { sentence: 'Canceled: nothing was changed.' } });
    expect([desk.hash(), await applicantsOf(desk)]).toEqual(from);
    expect(desk.events.map(({ kind }) => kind)).not.toContain('changed');

    desk.events.length = 0;
    const working = desk.ask(name, {});
    const lists = await listsDuring(desk, working);
    expect(await working).toMatchObject({ ok: true });
    expect([desk.hash(), await applicantsOf(desk)]).toEqual(to);
    // The last answers may come after the step is on the disk.
    expect(lists.filter((rows) => rows === from[1]).length).toBeGreaterThan(10);
    expect(lists.filter((rows) => rows !== from[1] && rows !== to[1])).toEqual([]);
    expect(progressOf(desk).map((event) => event.label)).toContain(`${says} “${imported}”`);
    expect(desk.events.at(-1)).toEqual({ kind: 'progress-ended' });
    const steps = await desk.call('history.list', {});
    expect(steps.rows[0]?.label).toBe(`${did} “${imported}”`);
  }
});
