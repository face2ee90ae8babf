// Run by check-ins.test.ts as a process of its own: checks in one person after the other, and says each one that the
// desk has acknowledged, until it is killed.
import { SessionId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import { openChildDesk } from './child-desk.ts';

const [databaseFile = '', session = '', ...people] = process.argv.slice(2);
const desk = openChildDesk(databaseFile);
const sessionId = SessionId.parse(session);

for (const code of people) {
  const granted = ['wrong-day', 'clock-wrong'];
  const answer = await desk.call('attendance.checkIn', { sessionId, code, method: 'scanned', granted });
  // The gate gives each call its own output; the name carries its type.
  const result = answer as Result<CheckInAnswer>;
  if (!result.ok) throw new Error(result.problem.sentence);
  if (result.value.answer !== 'checked-in') throw new Error(result.value.sentence);
  process.send?.(result.value.personId);
}
// Somebody was too slow to kill it: it waits.
setInterval(() => undefined, 1_000);
