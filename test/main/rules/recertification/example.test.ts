import { describe, expect, it } from 'vitest';
import type { ExampleInput } from '../../../../main/rules/recertification/example.ts';
import { exampleOf } from '../../../../main/rules/recertification/example-standing.ts';
import { templates } from '../../../../main/rules/recertification/templates/templates.ts';
import { Credit } from '../../../../shared/model/recertification/amounts.ts';
import { day, rulesNamed } from './certified.ts';

const somebody = (certifiedOn: string, more: Partial<ExampleInput> = {}): ExampleInput => ({
  certifiedOn: day(certifiedOn),
  cohort: '',
  birthMonth: null,
  earned: [],
  ticked: [],
  paid: false,
  doneOn: day(certifiedOn),
  ...more,
});
const hours = (amount: number) => Credit.parse(amount * 100);
const steps = (key: string, input: ExampleInput, on: string) =>
  exampleOf(rulesNamed(key), input, day(on)).steps.map(({ life, cycle, from }) => `${from} ${life} ${cycle}`);

describe('Somebody who graduated on May 3, 2024', () => {
  it('would owe AL-CTO the documentation by May 3, 2026, and have it count late', () => {
    const { cycle, next, asks, standing } = exampleOf(rulesNamed('al-cto'), somebody('2024-05-03'), day('2026-12-01'));
    expect(cycle).toMatchObject({ number: 1, beginsOn: '2024-05-03', endsOn: '2026-05-03', outcome: 'running' });
    expect(cycle?.days).toMatchObject({ submitDue: '2026-05-03', submitLast: null, lastBeforeLapse: null });
    expect(asks.map(({ sentence }) => sentence).join()).toContain('Documentation of continuing work');
    expect(standing.life).toBe('overdue');
    expect(next).toMatchObject({ number: 2, beginsOn: '2026-05-04', endsOn: '2028-05-03', outcome: 'to-come' });
  });

  it('would be in the second cycle with the documentation in', () => {
    const done = somebody('2024-05-03', { ticked: ['documentation'], doneOn: day('2026-04-01') });
    const { cycle, standing } = exampleOf(rulesNamed('al-cto'), done, day('2026-12-01'));
    expect(cycle).toMatchObject({ number: 2, endsOn: '2028-05-03', outcome: 'running' });
    expect(standing.cycles.map(({ outcome }) => outcome)).toEqual(['completed', 'running']);
  });

  it('would go by the date stated for a cohort', () => {
    const alpha = somebody('2020-06-09', { cohort: 'Alpha' });
    expect(exampleOf(rulesNamed('al-cto'), alpha, day('2022-01-01')).cycle?.endsOn).toBe('2022-06-01');
  });
});

describe('An example', () => {
  it('goes through grace and lapse where nothing comes in', () => {
    expect(steps('isc2-cissp', somebody('2024-05-03'), '2025-01-01')).toEqual([
      '2024-05-03 active 1',
      '2027-05-03 in-grace 1',
      '2027-08-01 lapsed 1',
    ]);
  });

  it('goes through a suspension, and a window where there is one', () => {
    expect(steps('pmi-pmp', somebody('2024-05-03'), '2025-01-01')).toEqual([
      '2024-05-03 active 1',
      '2027-05-03 suspended 1',
      '2028-05-03 lapsed 1',
    ]);
    expect(steps('alabama-teacher', somebody('2024-05-03'), '2028-01-01')[1]).toBe('2028-01-01 window-open 1');
  });

  it('counts what was done as several activities where one counts only to a limit', () => {
    const done = somebody('2024-05-03', {
      earned: [
        { category: 'certifications', credit: hours(12) },
        { category: 'learning', credit: hours(40) },
      ],
      doneOn: day('2024-09-01'),
    });
    const { standing } = exampleOf(rulesNamed('cetl'), done, day('2025-01-01'));
    expect(standing.cycle?.counted).toBe(5_200);
    expect(standing.needs.map(({ sentence }) => sentence).join()).toContain('8 more hours');
  });

  it('asks for the fee until it is paid', () => {
    const done = { ticked: ['national-board'], doneOn: day('2029-02-01') };
    const asked = (paid: boolean) =>
      exampleOf(rulesNamed('alabama-teacher'), somebody('2024-07-01', { ...done, paid }), day('2029-03-01')).standing;
    expect(
      asked(false)
        .needs.map(({ sentence }) => sentence)
        .join(),
    ).toContain('$38');
    expect(asked(true).cycle?.completedOn).toBe('2029-02-01');
  });

  it('has no end where the birth month is not known, and says so', () => {
    const {
      cycle,
      next,
      steps: none,
      standing,
    } = exampleOf(rulesNamed('shrm'), somebody('2024-05-03'), day('2025-01-01'));
    expect([cycle?.endsOn, next, none]).toEqual([null, null, []]);
    expect(standing.reasons.map(({ sentence }) => sentence).join()).toContain('birth month isn’t known');
  });

  it('can be given of every template, on a leap day and on a day before it', () => {
    for (const { key, rules } of templates) {
      const leap = exampleOf(rules, somebody('2024-02-29', { birthMonth: 2 }), day('2030-02-28'));
      expect(leap.cycle, key).not.toBeNull();
      const before = exampleOf(rules, somebody('2024-02-29', { birthMonth: 2 }), day('2020-01-01'));
      expect(before.on, key).toBe('2020-01-01');
    }
  });
});
