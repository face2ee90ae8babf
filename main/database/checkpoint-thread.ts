// Carries what a large command has written from SQLite's write-ahead log into the database, in a thread of its own.
import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const connection = new Database(String(workerData), { fileMustExist: true });
connection.pragma('trusted_schema = OFF');
// Passive: waits for no one, and no one waits for it. What a reader still needs stays for the next time.
connection.pragma('wal_checkpoint(PASSIVE)');
connection.close();
