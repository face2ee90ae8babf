// Run by check-ins.test.ts as a process of its own: checks in one person after the other, and says each one that the
// desk has acknowledged, until it is killed.
import { SessionId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { CheckInAnswer } from '../../../shared/views/attendance.ts';
import { openChildDesk, say } from './child-desk.ts';

const [databaseFile = '', session = '', ...people] = process.argv.slice(2);
const desk = openChildDesk(databaseFile);
const sessionId = SessionId.parse(session);

for (const code of people) {
  const granted = ['wrong-day', 'clock-wrong'];
  const answer = await desk.call('attendance.checkIn', { sessionId, code, method: 'scanned', granted });
  // The gate gives each call its own output; the name carries its type.
  const result = answer as Result<CheckInAnswer>;
  if (!result.ok) throw new Error(result.problem.sentence);
  const { answer: said, personId, sentence } = result.value;
  if (said !== 'checked-in' || personId === null) throw new Error(sentence);
  say(personId);
}
// The kill is still on its way: wait for it, however long that takes.
setInterval(() => undefined, 60_000);
