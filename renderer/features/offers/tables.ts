import type { TableName } from '../../../shared/model/tables.ts';

/** What offers and the order that they follow come from. */
export const offerTables: readonly TableName[] = [
  'seatOffer',
  'application',
  'person',
  'organization',
  'cohort',
  'policyVersion',
];
