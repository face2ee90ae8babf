import { sayDate } from '../dates.ts';
import { sayCents } from '../money.ts';
import { type RecertificationExtension, type StandingChange, sayStandingKind } from '../recertification/facts.ts';
import type { Table } from './table.ts';
import { day, money, nameIn, plain, quoted, type SayValue } from './words.ts';

const kind: SayValue = (value) => (sayStandingKind[value as StandingChange['kind']] ?? String(value)).toLowerCase();

/** More time that graduates got for a cycle of re-certification. */
export const recertificationExtension = {
  columns: ['id', 'participantId', 'cycle', 'untilOn', 'grantedOn', 'reason', 'fee', 'takenBackOn', 'takenBackBecause'],
  references: { participantId: { to: 'participant', whenMerged: 'moves' } },
  unique: [],
  together: [['takenBackOn', 'takenBackBecause']],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row) =>
      `cycle ${row.cycle} extended until ${sayDate(row.untilOn)}${row.fee === 0 ? '' : `, for ${sayCents(row.fee)}`}: “${row.reason}”`,
    removed: (row) => `extension until ${sayDate(row.untilOn)} undone`,
    fields: {
      participantId: ['extension of', nameIn('participant')],
      cycle: ['cycle', plain],
      untilOn: ['extended until', day],
      grantedOn: ['granted on', day],
      reason: ['reason', quoted],
      fee: ['fee', money],
      takenBackOn: ['extension taken back on', day],
      takenBackBecause: ['reason', quoted],
    },
  },
} as const satisfies Table<RecertificationExtension>;

/** What leads decided about graduates' standing, whatever the hours say. */
export const standingChange = {
  columns: ['id', 'participantId', 'kind', 'fromOn', 'reason'],
  references: { participantId: { to: 'participant', whenMerged: 'moves' } },
  unique: [],
  words: {
    about: (row, names) => names.of('participant', row.participantId),
    added: (row) => `${sayStandingKind[row.kind].toLowerCase()} from ${sayDate(row.fromOn)} on: “${row.reason}”`,
    removed: (row) => `${sayStandingKind[row.kind].toLowerCase()} from ${sayDate(row.fromOn)} on, undone`,
    fields: {
      participantId: ['standing of', nameIn('participant')],
      kind: ['standing', kind],
      fromOn: ['from', day],
      reason: ['reason', quoted],
    },
  },
} as const satisfies Table<StandingChange>;
