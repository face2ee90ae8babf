import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { openFoxtrot } from '../../foxtrot.ts';

/** The day by which everyone who gets a letter is to answer. */
export const replyBy = CivilDate.parse('2024-06-17');
/** The letter that these tests are about. */
export const accepted = { kind: 'accepted', replyBy, channel: 'eml' } as const;

/** Three accepted of four; the fourth waits. Bo has no e-mail address, and Zoë’s name has accents. */
export async function openThreeAccepted() {
  const desk = await openFoxtrot({ seats: 3 });
  await desk.apply([
    { name: 'Zoë Núñez', system: 'Lee County Schools' },
    { name: 'Ann One' },
    { name: 'Bo Two', email: 'bo-without-a-domain@example' },
    { name: 'Cy Three' },
  ]);
  const { cohortId } = desk;
  await desk.call('applicants.accept', { cohortId, applicationIds: 'within-seats' });
  desk.answers.folder = path.join(desk.folder, 'out');
  mkdirSync(desk.answers.folder);
  return {
    desk,
    /** The names in the folder that the dialog answers. */
    out: () => readdirSync(desk.answers.folder ?? ''),
    list: (more = {}) => desk.call('letters.list', { kind: 'accepted', cohortId, ...more }),
    write: (more = {}) => desk.call('letters.write', { ...accepted, cohortId, ...more }),
    refusal: (more = {}) => desk.refusal('letters.write', { ...accepted, cohortId, ...more }),
  };
}
