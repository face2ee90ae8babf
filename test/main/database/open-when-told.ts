// Run by migrate-together.test.ts as a process of its own: opens a database when it is told to, and says how that went.
import { openDatabase } from '../../../main/database/open.ts';

const [file = ''] = process.argv.slice(2);
process.once('message', () => {
  // Said before the event loop stands still until the database is open.
  process.send?.('opening', () => {
    const opened = openDatabase(file);
    process.send?.(opened.ok ? 'opened' : opened.problem.sentence);
    if (opened.ok) opened.value.close();
  });
});
process.send?.('ready');
