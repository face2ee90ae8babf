// Run by back-ups.test.ts as a process of its own: adds someone, backs up, and again, until it is killed. It says how
// far each backup is, and what was acknowledged.
import { v7 } from 'uuid';
import { backUp } from '../../../main/database/back-up.ts';
import { openDatabase } from '../../../main/database/open.ts';
import { insert } from '../../../main/log/change.ts';
import { commit } from '../../../main/log/commit.ts';
import { instantOf } from '../../../shared/model/dates.ts';
import type { Device } from '../../../shared/model/devices.ts';
import { DeviceId, PersonId } from '../../../shared/model/ids.ts';

const [file = '', backup = ''] = process.argv.slice(2);
const opened = openDatabase(file);
if (!opened.ok) throw new Error(opened.problem.sentence);
const database = opened.value;
const device: Device = { id: DeviceId.parse(v7()), letter: 'A', name: 'killed-laptop', because: 'first' };
const world = { now: () => instantOf(new Date()), newId: () => v7(), device };

async function add(): Promise<void> {
  const row = {
    id: PersonId.parse(v7()),
    givenName: 'Renée',
    familyName: 'McAllister',
    certificateName: null,
    email: null,
    phone: null,
    jobTitle: null,
    organizationId: null,
  };
  const changes = [insert('person', row)];
  const added = await commit(database, world, 'test.add', () => ({ ok: true, label: 'Added', changes, value: null }));
  if (!added.ok) throw new Error(added.problem.sentence);
  process.send?.('added');
}

for (;;) {
  await add();
  // A command goes on beside the backup, which holds what was there before or after it.
  const beside = add();
  const backedUp = await backUp({ database: file, file: backup }, { onProgress: () => process.send?.('progress') });
  if (!backedUp.ok) throw new Error([backedUp.problem.sentence, ...backedUp.problem.reasons].join(' '));
  process.send?.('backed up');
  await beside;
}
