// Run by undo-import.test.ts as a process of its own: takes a large import back, does it again, and so on, until it is
// killed. It says each command that was acknowledged, and each turn that others have meanwhile.
import { v7 } from 'uuid';
import { openDatabase } from '../../../main/database/open.ts';
import { commit } from '../../../main/log/commit.ts';
import { decideRedo, decideUndo } from '../../../main/log/undo.ts';
import { instantOf } from '../../../shared/model/dates.ts';
import type { Device } from '../../../shared/model/devices.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';

const [file = ''] = process.argv.slice(2);
const opened = openDatabase(file);
if (!opened.ok) throw new Error(opened.problem.sentence);
const database = opened.value;
// Undo takes back a laptop's own steps: this is the one that imported.
const importer = database.get<{ deviceId: DeviceId }>('SELECT deviceId FROM logCommand LIMIT 1');
if (!importer) throw new Error('Nothing was imported.');
const device: Device = { id: importer.deviceId, letter: 'A', name: 'killed-laptop', because: 'first' };
const world = { now: () => instantOf(new Date()), newId: () => v7(), device };
const turns = { signal: new AbortController().signal, onProgress: () => void process.send?.('turn') };

// The run before may have ended after an undo: then there is something to do again first.
for (;;) {
  const redone = await commit(database, world, 'history.redo', (facts) => decideRedo(facts, device.id), turns);
  if (redone.ok) process.send?.('acknowledged');
  const undone = await commit(database, world, 'history.undo', (facts) => decideUndo(facts, null, device.id), turns);
  if (!undone.ok) throw new Error(undone.problem.sentence);
  process.send?.('acknowledged');
}
