import { alabamaCpa } from './accounting.ts';
import { alCto } from './al-cto.ts';
import { cetl, tdCeu } from './education.ts';
import { hrci, pmi, shrm } from './management.ts';
import type { Template } from './parts.ts';
import { isaca, isc2 } from './security.ts';
import { alabamaLeader, alabamaTeacher } from './teachers.ts';

/** The policies that a lead can start a program from, this program's own first. */
export const templates: readonly Template[] = [
  alCto,
  cetl,
  tdCeu,
  ...isc2,
  pmi,
  isaca,
  shrm,
  hrci,
  alabamaCpa,
  alabamaTeacher,
  alabamaLeader,
];
