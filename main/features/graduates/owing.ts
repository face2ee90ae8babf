import { countOf } from '../../../shared/model/counts.ts';
import type { CohortId } from '../../../shared/model/ids.ts';
import { type Cents, sayCents, sumCents } from '../../../shared/model/money.ts';
import type { GraduateRow } from '../../../shared/views/graduates.ts';
import type { Facts } from '../../call/facts.ts';
import { feeStandings } from '../fees/standing.ts';

const mostNamed = 6;

interface Owing {
  readonly name: string;
  readonly owes: Cents;
}

/** Who of these owes the course fee. The page asks no one to pay before graduating, so it is told, and refuses nothing. */
function owingOf(facts: Facts, cohortId: CohortId, wanted: readonly GraduateRow[]): readonly Owing[] {
  const standings = feeStandings(facts, cohortId);
  return wanted.flatMap(({ participantId, name }) => {
    const owes = standings.get(participantId)?.owes ?? sumCents([]);
    return owes > 0 ? [{ name, owes }] : [];
  });
}

/** A sentence for each who owes, as far as a dialog has room, and how many more there are. */
export function owingSentences(facts: Facts, cohortId: CohortId, wanted: readonly GraduateRow[]): string[] {
  const owing = owingOf(facts, cohortId, wanted);
  const said = owing.slice(0, mostNamed).map(({ name, owes }) => `${name} still owes ${sayCents(owes)}.`);
  const more = owing.slice(mostNamed);
  if (more.length > 0) {
    said.push(`${countOf(more.length, 'more owes', 'more owe')} ${sayCents(sumCents(more.map(({ owes }) => owes)))}.`);
  }
  return said;
}

/** What the step's label adds: `; 2 of them owe $150`. */
export function sayOwing(facts: Facts, cohortId: CohortId, wanted: readonly GraduateRow[]): string {
  const owing = owingOf(facts, cohortId, wanted);
  if (owing.length === 0) return '';
  const total = sayCents(sumCents(owing.map(({ owes }) => owes)));
  if (wanted.length === 1) return `; ${total} of the fee is owed`;
  return `; ${countOf(owing.length, 'of them owes', 'of them owe')} ${total}`;
}
