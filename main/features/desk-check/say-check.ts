import { sayCount } from '../../../shared/model/counts.ts';
import type { RowWords, SayValue } from '../../../shared/model/tables/words.ts';
import { isTableName, type TableName, tables } from '../../../shared/model/tables.ts';
import type { DeskCheckView, DeskDifference } from '../../../shared/views/desk-check.ts';
import type { Facts } from '../../call/facts.ts';
import type { Scalar } from '../../database/handles.ts';
import type { Fields } from '../../log/combine.ts';
import { LogNames } from '../history/log-names.ts';
import type { DeskChecked } from './check.ts';
import type { Finding } from './finding.ts';
import { nextStep, repairOf } from './repair.ts';

/** What a check found, in a lead's words, and what to do about it. */
export function sayCheck(facts: Facts, { told, counts, compared }: DeskChecked): DeskCheckView {
  const words = new Words(facts);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const found = new Set(counts.map(([kind]) => kind));
  const outcome = total === 0 ? 'whole' : found.has('page') ? 'damaged' : 'differs';
  return {
    outcome,
    sentence: found.size === 1 && found.has('evidence') ? sayEvidence(total) : sentences[outcome](total, compared),
    next: nextStep(found),
    repair: repairOf(found),
    differences: told.map((finding) => words.say(finding)),
    more: total - told.length,
    compared,
  };
}

const sentences: Record<DeskCheckView['outcome'], (total: number, compared: DeskCheckView['compared']) => string> = {
  whole: (_total, compared) =>
    compared === null
      ? 'The file is fine, and its log is in order.'
      : `Everything is as it should be: the file is fine, and all ${sayCount(compared.rows)} records match the log.`,
  differs: (total) =>
    total === 1
      ? 'One thing in this file is not as it should be. Cohort Desk did not write it that way.'
      : `${sayCount(total)} things in this file are not as they should be. Cohort Desk did not write them that way.`,
  damaged: () => 'This file is damaged, so its records could not all be checked.',
};

const sayEvidence = (total: number): string =>
  total === 1
    ? 'One file of evidence is missing or was altered; everything else is as it should be.'
    : `${sayCount(total)} files of evidence are missing or were altered; everything else is as it should be.`;

/** Says each finding; what can't be read stands as it is, since the file may hold anything. */
class Words {
  readonly #facts: Facts;
  readonly #names: LogNames;

  constructor(facts: Facts) {
    this.#facts = facts;
    this.#names = new LogNames(facts);
  }

  say(finding: Finding): DeskDifference {
    switch (finding.kind) {
      case 'page':
        return this.#ofFile(`The file is damaged: “${finding.said}”.`);
      case 'schema':
        return this.#ofFile(`The file is not built the way Cohort Desk builds it: ${finding.said}.`);
      case 'rule':
        return this.#ofFile(`A record breaks a rule of its table: “${finding.said}”.`);
      case 'gap':
        return this.#ofLog(null, null, '', sayGap(finding.missing));
      case 'command':
        return this.#ofLog(
          null,
          null,
          '',
          `The log’s “${finding.label}” was changed: its time or its entries do not fit.`,
        );
      case 'seal':
        return this.#ofLog(
          null,
          null,
          '',
          `The log’s “${finding.label}” is not as it was written: its words, its lead, its time, or what it changed.`,
        );
      case 'entry': {
        const record = this.#record(finding.table, finding.id, null);
        const by = this.#label(finding.sequence);
        const sentence = `What the log says of ${record}, by “${by}”, was changed: it does not follow from what came before.`;
        return this.#ofLog(finding.table, finding.id, record, sentence);
      }
      case 'reference': {
        const record = this.#record(finding.table, finding.id, null);
        const sentence = `${record} points to a record of “${finding.parent}” that is not there.`;
        return { ...blank, about: 'record', table: finding.table, id: finding.id, record, sentence };
      }
      case 'search': {
        const record = this.#record('person', finding.id, null);
        const sentence = `The search does not find ${record} by the right words.`;
        return { ...blank, about: 'search', table: 'person', id: finding.id, record, sentence };
      }
      case 'evidence': {
        const record = this.#record('evidenceDocument', finding.id, null);
        const what = finding.trouble === 'missing' ? 'is missing from' : 'was altered in';
        const sentence = `“${finding.name ?? 'A file'}”, which shows ${record}, ${what} the folder “evidence” beside the database.`;
        return { ...blank, about: 'evidence', table: 'evidenceDocument', id: finding.id, record, sentence };
      }
      case 'missing':
      case 'unknown':
        return this.#ofRow(finding);
      case 'field':
        return this.#ofField(finding);
    }
  }

  #ofRow({ kind, table, id, row }: Extract<Finding, { kind: 'missing' | 'unknown' }>): DeskDifference {
    const record = this.#record(table, id, row);
    const what = this.#what(table, row);
    const missing = kind === 'missing';
    const sentence = missing
      ? `${record} is missing from “${table}”; the log has it: ${what}.`
      : `${record} is in “${table}”, but not in the log: ${what}.`;
    return {
      ...blank,
      about: 'record',
      table,
      id,
      record,
      log: missing ? what : null,
      desk: missing ? null : what,
      sentence,
    };
  }

  #ofField({ table, id, field: name, log, desk }: Extract<Finding, { kind: 'field' }>): DeskDifference {
    const record = this.#record(table, id, null);
    const [field, say] = wordsOf(table).fields[name] ?? [name, asItIs];
    const [inLog, onDesk] = [this.#value(say, log), this.#value(say, desk)];
    const sentence = `${record}, ${field}: the log says ${inLog ?? 'nothing'}, the table says ${onDesk ?? 'nothing'}.`;
    return { about: 'record', table, id, record, field, log: inLog, desk: onDesk, sentence };
  }

  #ofFile(sentence: string): DeskDifference {
    return { ...blank, about: 'file', sentence };
  }

  #ofLog(table: string | null, id: string | null, record: string, sentence: string): DeskDifference {
    return { ...blank, about: 'log', table, id, record, sentence };
  }

  /** Whose record it is; where no one can tell, the table and the id. */
  #record(table: string, id: string | null, known: Fields | null): string {
    const plain = `A record of “${table}”${id === null ? '' : ` (${id})`}`;
    if (id === null || !isTableName(table)) return plain;
    return attempt(plain, () => {
      // The file may hold anything, so the row is trusted no further than the attempt around it.
      const row = known ?? (this.#names.row(table, id) as Fields | undefined);
      return (row && wordsOf(table).about(row, this.#names)) || plain;
    });
  }

  #what(table: TableName, row: Fields): string {
    return attempt('a whole record', () => wordsOf(table).added(row, this.#names));
  }

  #value(say: SayValue, value: Scalar): string | null {
    if (value === null) return null;
    const said = attempt('', () => say(value, this.#names));
    return said || asItIs(value);
  }

  #label(sequence: number): string {
    const command = this.#facts.database.get<{ label: string }>(
      'SELECT label FROM logCommand JOIN logEntry ON commandSequence = logCommand.sequence WHERE logEntry.sequence = ?',
      sequence,
    );
    return command?.label ?? 'a step that is gone';
  }
}

const blank = { table: null, id: null, record: '', field: null, log: null, desk: null };

/** A document of a record is longer than anybody reads in a list. */
const longest = 80;

const asItIs = (value: string | number): string => {
  const text = String(value);
  return `“${text.length > longest ? `${text.slice(0, longest)}…` : text}”`;
};

const sayGap = (missing: number): string =>
  missing === 1
    ? 'A change is gone from the log, though later ones of the same laptop are there.'
    : `${sayCount(missing)} changes are gone from the log, though later ones of the same laptop are there.`;

/** TypeScript does not follow a table’s name to its words; every use is within `attempt`. */
const wordsOf = (table: TableName): RowWords<Fields> => tables[table].words as unknown as RowWords<Fields>;

/** The words for a record take its values for what the model says they are; in a file that was tampered with they may not be. */
function attempt(otherwise: string, say: () => string): string {
  try {
    return say();
  } catch {
    return otherwise;
  }
}
