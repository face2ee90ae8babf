import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { contradictionsIn } from '../../../../main/rules/recertification/contradictions.ts';
import { templates } from '../../../../main/rules/recertification/templates/templates.ts';
import { RecertificationRules } from '../../../../shared/model/recertification/rules.ts';
import { rulesNamed } from './certified.ts';

type Draft = z.input<typeof RecertificationRules>;
const months = (count: number) => ({ unit: 'months' as const, count });
const days = (count: number) => ({ unit: 'days' as const, count });

const pmi = rulesNamed('pmi-pmp');
const cycle = (change: Partial<Draft['cycle']>): Draft => ({ ...pmi, cycle: { ...pmi.cycle, ...change } });
const clocks = (change: Partial<Draft['clocks']>): Draft => ({ ...pmi, clocks: { ...pmi.clocks, ...change } });
const life = (change: Partial<Draft['life']>): Draft => ({ ...pmi, life: { ...pmi.life, ...change } });
const category = (key: string, change: Partial<NonNullable<Draft['categories']>[number]>): Draft => ({
  ...pmi,
  categories: pmi.categories.map((each) => (each.key === key ? { ...each, ...change } : each)),
});
const adjusted = (...lines: NonNullable<Draft['adjustments']>): Draft => ({ ...pmi, adjustments: lines });

it('finds nothing in what is shipped', () => {
  for (const { key, rules } of templates) expect(contradictionsIn(rules), key).toEqual([]);
});

describe('A policy is refused', () => {
  it.each<[string, Draft, string, string]>([
    ['whose cycle lasts no time', cycle({ length: days(0) }), 'pmi-cycle', 'A cycle that lasts no time'],
    [
      'whose window opens before the cycle',
      cycle({ windowOpens: months(40) }),
      'pmi-cycle',
      'Renewal opens before the cycle begins',
    ],
    [
      'that wants more left of a cycle than it has',
      cycle({ shortest: months(40) }),
      'pmi-next',
      'After a late renewal more must be left',
    ],
    [
      'whose year ends on April 31',
      cycle({ ends: { kind: 'year-end', month: 4, day: 31 } }),
      'pmi-cycle',
      'has no day 31',
    ],
    [
      'whose half-year cycle ends with a year',
      cycle({ length: months(6), ends: { kind: 'year-end', month: 4, day: 30 } }),
      'pmi-cycle',
      'A cycle shorter than a year',
    ],
    [
      'in which what is earned last can’t be submitted',
      clocks({ earn: { grace: days(60), clause: 'pmi-cycle' } }),
      'pmi-cycle',
      'Earning goes on after the last day to submit',
    ],
    [
      'in which paying goes on after the lapse',
      clocks({ pay: { grace: months(13), clause: 'pmi-education' } }),
      'pmi-education',
      'it can be paid until',
    ],
    [
      'in which a missed cycle both goes on and lapses',
      { ...life({ suspension: null }), cycle: { ...pmi.cycle, missed: 'goes-on' } },
      'pmi-suspended',
      'A missed cycle gives way to the next one',
    ],
    [
      'whose suspension lasts no time',
      life({ suspension: { length: days(0), earning: 'counts', clause: 'pmi-suspended' } }),
      'pmi-suspended',
      'A suspension that lasts no time',
    ],
    [
      'whose extension lasts no time',
      life({ extension: { longest: days(0), clause: 'pmi-next' } }),
      'pmi-next',
      'An extension of no time',
    ],
    [
      'whose audits are to be answered at once',
      life({
        audit: { share: 100, answerWithin: days(0), meanwhile: 'counts', silence: 'revoked', clause: 'pmi-next' },
      }),
      'pmi-next',
      'No one can answer',
    ],
    [
      'with a way back that no one can take',
      life({
        waysBack: [
          { awayUpTo: null, clause: 'pmi-next' },
          { awayUpTo: months(12), clause: 'pmi-carry' },
        ],
      }),
      'pmi-carry',
      'No one can come back this way',
    ],
    [
      'whose line of a table ends before it begins',
      adjusted({ clause: 'pmi-cycle', begins: { from: '2025-01-01', to: '2024-01-01' } }),
      'pmi-cycle',
      'which is before',
    ],
    [
      'whose cycle would end before it begins',
      adjusted({ clause: 'pmi-cycle', begins: { from: '2025-01-01', to: null }, endOn: '2024-12-31' }),
      'pmi-cycle',
      'before it begins',
    ],
    [
      'that states two dates for a cohort',
      adjusted(
        { clause: 'pmi-cycle', cohort: 'Alpha', cycle: 1, endOn: '2022-06-01' },
        { clause: 'pmi-next', cohort: 'ALPHA', cycle: 1, endOn: '2023-06-01' },
      ),
      'pmi-next',
      'ALPHA is to end on Jun 1, 2022 and on Jun 1, 2023',
    ],
    [
      'that asks for more of a category than can count',
      category('education', { most: 3400 }),
      'pmi-education',
      'At least 35 are asked for, but no more than 34 can count',
    ],
    [
      'that asks for more in a part than counts in the whole',
      category('education', { most: 700 }),
      'pmi-education',
      'At least 8 are asked for, but no more than 7 can count',
    ],
    [
      'with a limit for the cycle within a yearly one',
      category('giving', { most: null, mostAYear: 1000 }),
      'pmi-giving',
      'Practicing has a limit for the whole cycle',
    ],
    [
      'whose category flows back into itself',
      category('education', { overflow: 'ways' }),
      'pmi-education',
      'Education flows back into itself',
    ],
    [
      'that carries over without a total',
      {
        ...pmi,
        requirement: {
          kind: 'credit',
          of: { kind: 'category', category: 'education' },
          least: 3500,
          per: 'cycle',
          clause: 'pmi-education',
        },
        carryOver: { most: 100, clause: 'pmi-carry' },
      } as Draft,
      'pmi-carry',
      'no total is asked for',
    ],
    [
      'that looks back further than a cycle',
      { ...pmi, carryOver: { most: 100, earnedWithin: months(40), clause: 'pmi-carry' } } as Draft,
      'pmi-carry',
      'It looks back further',
    ],
    [
      'that asks two of one',
      { ...pmi, requirement: { kind: 'some', count: 2, of: [pmi.requirement], clause: 'pmi-education' } },
      'pmi-education',
      '2 of 1 are asked for',
    ],
    [
      'that names a category that isn’t there',
      {
        ...pmi,
        requirement: {
          kind: 'credit',
          of: { kind: 'category', category: 'golf' },
          least: 1,
          per: 'cycle',
          clause: 'pmi-education',
        },
      } as Draft,
      'pmi-education',
      'The category “golf” doesn’t exist',
    ],
    ['that names a clause that isn’t there', cycle({ lateClause: 'gone' }), 'gone', 'The clause “gone” doesn’t exist'],
    [
      'with two categories of one key',
      { ...pmi, categories: [...pmi.categories, ...pmi.categories.slice(0, 1)] },
      'pmi-cycle',
      'There are two of the category “education”',
    ],
  ])('%s, at its clause', (_, draft, clause, sentence) => {
    const rules = RecertificationRules.parse(draft);
    const found = contradictionsIn(rules);
    expect(found.map((each) => each.clause)).toContain(clause);
    expect(found.map((each) => each.sentence).join(' ')).toContain(sentence);
    // Where it is said to be is a part of the rules, which a form can mark.
    for (const { at } of found) expect([at, partAt(rules, at)]).not.toEqual([at, undefined]);
  });
});

/** The part of some rules at a path: `cycle.length`; undefined: there is none. */
const partAt = (rules: RecertificationRules, at: string): unknown =>
  at
    .split('.')
    .reduce<unknown>((part, field) => (Object.entries(part ?? {}).find(([key]) => key === field) ?? [])[1], rules);
