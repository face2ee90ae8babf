import { type IssuerKey, KeyEnding, sayKeyEnding } from '../issuer-keys.ts';
import type { Table } from './table.ts';
import { day, type SayValue } from './words.ts';

const ending: SayValue = (value) => {
  const known = KeyEnding.safeParse(value);
  return known.success ? sayKeyEnding[known.data] : String(value);
};

/** The program's keys, their public parts. */
export const issuerKey = {
  columns: ['id', 'publicKey', 'since', 'until', 'ending'],
  references: {},
  unique: [{ columns: ['publicKey'], collision: 'cannot-happen', taken: () => 'The program has this key already' }],
  together: [['until', 'ending']],
  words: {
    about: () => 'The key for certificates',
    added: () => 'made',
    removed: () => 'undone',
    fields: { until: ['last day', day], ending: ['because it', ending] },
  },
} as const satisfies Table<IssuerKey>;
