import { standingOn } from '../../../../main/rules/recertification/life.ts';
import { templates } from '../../../../main/rules/recertification/templates/templates.ts';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { PersonId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { Credit } from '../../../../shared/model/recertification/amounts.ts';
import { type EvidenceItem, EvidenceItemId } from '../../../../shared/model/recertification/facts.ts';
import type { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import type { CertificationFacts, Standing } from '../../../../shared/model/recertification/standing.ts';

export const day = (text: string): CivilDate => CivilDate.parse(text);

/** A template's rules by its key. */
export function rulesNamed(key: string): RecertificationRules {
  const found = templates.find((template) => template.key === key);
  if (!found) throw new Error(`There is no template “${key}”.`);
  return found.rules;
}

const person = PersonId.parse('01890000-0000-7000-8000-000000000001');

/** An id from a number, so that the order of making never decides anything by itself. */
const idOf = (number: number): EvidenceItemId =>
  EvidenceItemId.parse(`01890000-0000-7000-8000-${String(number).padStart(12, '0')}`);

let made = 0;

/** Accepted hours of an activity, which came in and were accepted on the day of the activity. */
export function earned(
  on: string,
  amount: number,
  category: string | null = null,
  more: Partial<EvidenceItem> = {},
): EvidenceItem {
  made += 1;
  const credit = Credit.parse(Math.round(amount * 100));
  return {
    id: idOf(made),
    personId: person,
    title: 'A workshop',
    activityOn: day(on),
    category,
    strand: null,
    delivery: null,
    checklistItem: null,
    claimed: credit,
    accepted: credit,
    state: 'accepted',
    receivedOn: day(on),
    decidedOn: day(on),
    reviewer: 'Stacy Royster',
    returnedBecause: null,
    activityKey: null,
    paid: null,
    preApprovedOn: null,
    relevance: null,
    countedElsewhere: null,
    ...more,
  };
}

/** Someone certified on a day by every anchor, with nothing else known. */
export function certified(on: string | null, more: Partial<CertificationFacts> = {}): CertificationFacts {
  const anchor = on === null ? null : day(on);
  return {
    cohort: 'Echo',
    graduatedOn: anchor,
    issuedOn: anchor,
    examOn: anchor,
    birthMonth: null,
    statedEnds: [],
    ticked: [],
    evidence: [],
    extensions: [],
    changes: [],
    audits: [],
    payments: [],
    ...more,
  };
}

export const paid = (fee: string, dollars: number, on: string, cycle = 1): CertificationFacts['payments'][number] => ({
  cycle,
  fee,
  amount: Cents.parse(dollars * 100),
  paidOn: day(on),
});

export const ticked = (item: string, on: string, cycle = 1): CertificationFacts['ticked'][number] => ({
  item,
  cycle,
  on: day(on),
});

/** Where someone stands on a day under one version of the rules. */
export const standing = (rules: RecertificationRules, facts: CertificationFacts, on: string): Standing =>
  standingOn(facts, () => ({ version: 'v1', rules }), day(on));

/** “state of cycle, its first and last day”: the heart of a standing on one line. */
export function inShort(rules: RecertificationRules, facts: CertificationFacts, on: string): string {
  const { life, cycle } = standing(rules, facts, on);
  return cycle === null ? life : `${life} ${cycle.number}: ${cycle.beginsOn ?? '…'} to ${cycle.endsOn ?? '…'}`;
}

/** The states that someone goes through from day to day, each with its first day. */
export function lifeDayByDay(
  rules: RecertificationRules,
  facts: CertificationFacts,
  from: string,
  to: string,
): string[] {
  const changes: string[] = [];
  let before = '';
  for (
    let on = day(from);
    on <= to;
    on = CivilDate.parse(new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10))
  ) {
    const { life, cycle } = standing(rules, facts, on);
    const now = `${life} ${cycle?.number ?? '–'}`;
    if (now !== before) changes.push(`${on} ${now}`);
    before = now;
  }
  return changes;
}
