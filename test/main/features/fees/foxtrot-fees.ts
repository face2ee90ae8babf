import { expect } from 'vitest';
import { openDatabase } from '../../../../main/database/open.ts';
import type { ParticipantId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import type { FeeShow } from '../../../../shared/views/fees.ts';
import { hashOfRows } from '../../database-for-test.ts';
import { openTestDesk } from '../../open-desk.ts';
import { day, Seed } from '../../seed-graduates.ts';

/** The day on which the tests happen. */
export const on = day('2024-06-03');
/** Dollars in cents. */
export const $ = (dollars: number): Cents => Cents.parse(Math.round(dollars * 100));
/** Those of Lee County. */
export const names = ['Jamal Calloway', 'Renée McAllister', 'Darnell Stallworth', 'Mei Nguyễn', 'Zoë Lovelace'];
/** How most of them pay. */
export const byCheck = { method: 'check', reference: '1042', receivedOn: on } as const;

/** Five participants of Foxtrot from Lee County, and one from Opelika, who owe $75 each; a graduate of an old list owes nothing. */
export async function openFees() {
  const desk = openTestDesk();
  await desk.call('program.establish', { program: 'al-cto', cohorts: 'none' });
  const seed = new Seed();
  const foxtrot = seed.cohort('Foxtrot');
  const lee = seed.organization('Lee County Schools');
  const enrolled = (name: string, organization: string) =>
    seed.participant(foxtrot, seed.person(name, { organization })).id;
  const people = names.map((name) => enrolled(name, 'Lee County Schools'));
  const stranger = enrolled('Wanda Pettus', 'Opelika City Schools');
  seed.graduate(seed.cohort('Alpha', { status: 'finished' }), 'Yolanda Quarles', '2020-10-21');
  await seed.write(desk);
  const [jamal] = people;
  if (!jamal) throw new Error('Five are of Lee County.');
  const hash = (): string => {
    const opened = openDatabase(desk.databaseFile);
    if (!opened.ok) throw new Error(opened.problem.sentence);
    const rows = hashOfRows(opened.value);
    opened.value.close();
    return rows;
  };
  return {
    desk,
    foxtrot,
    lee,
    people,
    jamal,
    stranger,
    list: (show: FeeShow = 'everyone') => desk.call('fees.list', { cohortId: foxtrot.id, show }),
    lastLabel: async () => (await desk.call('history.list', {})).rows[0]?.label,
    async standing(participantId: ParticipantId) {
      const { fee } = await desk.call('fees.show', { participantId });
      return { state: fee.state, paid: fee.paid, owes: fee.owes };
    },
    /** Jamal pays for himself. */
    payOwn: (dollars: number, reference = '1042') =>
      desk.call('fees.receive', {
        shares: { split: 'each', amounts: [{ participantId: jamal, cents: $(dollars) }] },
        ...byCheck,
        reference,
      }),
    /** Does something, and makes sure that Undo leaves every row as it was before. */
    async andBack(act: () => Promise<unknown>) {
      const before = hash();
      await act();
      expect(hash()).not.toBe(before);
      await desk.call('history.undo', {});
      expect(hash()).toBe(before);
      await desk.call('history.redo', {});
    },
  };
}
