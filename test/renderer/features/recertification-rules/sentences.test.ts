import { describe, expect, it } from 'vitest';
import { templates } from '../../../../main/rules/recertification/templates/templates.ts';
import { type RulePart, ruleParts, sayRules } from '../../../../renderer/features/recertification-rules/sentences.ts';
import { withRules } from '../../../../renderer/features/recertification-rules/with-rules.ts';
import alCto from '../../../../resources/programs/al-cto.json' with { type: 'json' };
import { Policy } from '../../../../shared/model/program.ts';
import { rulesNamed } from '../../../main/rules/recertification/certified.ts';

const said = (key: string, part: RulePart): string[] =>
  sayRules(rulesNamed(key))[part].map(({ sentence, depth }) => `${'– '.repeat(depth)}${sentence}`);

describe('Rules read as a lead would say them', () => {
  it.each<[string, RulePart, string[]]>([
    [
      'al-cto',
      'dates',
      [
        'Alpha, cycle 1: it ends on Jun 1, 2022.',
        'Beta, cycle 1: it ends on Jun 1, 2022.',
        'Charlie, cycle 1: it ends on Jun 1, 2022.',
        'Delta, cycle 1: it ends on Jun 1, 2023.',
      ],
    ],
    ['al-cto', 'asked', ['A cycle asks for “Documentation of continuing work” on the checklist.']],
    ['cetl', 'asked', ['Any one of these:', '– At least 60 hours.', '– “The exam again” on the checklist.']],
    [
      'isc2-cissp',
      'carry-over',
      [
        'Up to 40 credits in Group A past the total count in the next cycle, if earned in the last 6 months of the cycle; there they count as Group A.',
      ],
    ],
    [
      'isc2-cissp',
      'clocks',
      [
        'Activities count until the cycle ends.',
        'Evidence is handed in until the cycle ends, with 90 days of grace.',
        'The certificate is good until the cycle ends, with 90 days of grace.',
      ],
    ],
    [
      'pmi-pmp',
      'life',
      [
        'A certificate that is no longer good is suspended for 12 months. What is earned during it counts toward the cycle that ended.',
        'The certificate lapses at the end of the suspension. Only a lead’s reinstatement brings it back.',
        'After inactive, retired, or exempt: a new cycle begins on the day of the return.',
        'While evidence waits for review: the certificate is provisionally renewed.',
      ],
    ],
    ['alabama-teacher', 'fees', ['Renewal: $38, once a cycle.']],
  ])('%s, %s', (key, part, sentences) => expect(said(key, part)).toEqual(sentences));

  it('say when a cycle ends, for each kind of end', () => {
    expect(said('shrm', 'cycle')[0]).toContain('ends with the person’s birth month');
    expect(said('alabama-cpa', 'cycle')[0]).toContain('ends on September 30');
    expect(said('pmi-pmp', 'cycle')[0]).toContain('ends on the day before that date');
  });

  it('say the limits of a kind of credit', () => {
    expect(said('cetl', 'credit')).toContain('Volunteering: at most 20 hours a cycle; only unpaid.');
    expect(said('alet-td-ceu', 'credit')).toContain(
      'External: at most 6 hours a cycle; only in person; approved beforehand.',
    );
    expect(said('isaca-cisa', 'credit')).toContain('– Webinars: part of Free credits; at most 36 credits a year.');
  });

  it('say something in every part, and each sentence once in a template’s own words, without a key or a field’s name', () => {
    for (const { key, rules } of templates) {
      const all = ruleParts.flatMap((part) => {
        const sentences = sayRules(rules)[part].map(({ sentence }) => sentence);
        expect(sentences.length, `${key}: ${part}`).toBeGreaterThan(0);
        return sentences;
      });
      expect(
        all.filter((sentence) => /undefined|null|NaN|\{|\}|-end|-ever/.test(sentence)),
        key,
      ).toEqual([]);
      expect(
        all.filter((sentence) => !/[.:]$/.test(sentence)),
        key,
      ).toEqual([]);
    }
  });
});

describe('Rules in a policy', () => {
  const policy = Policy.parse(alCto);

  it('bring their clauses, and take along only those when others take their place', () => {
    const first: Policy = { ...policy, ...withRules(policy, rulesNamed('cetl')) };
    expect(first.clauses.map(({ id }) => id)).toContain('cetl-hours');
    const second: Policy = { ...first, ...withRules(first, rulesNamed('pmi-pmp')) };
    expect(second.clauses.filter(({ id }) => id.startsWith('cetl'))).toEqual([]);
    expect(second.clauses.map(({ id }) => id)).toContain('pmi-cycle');
    // A policy that is read again is the same policy: nothing that it names is missing.
    expect(Policy.parse(second)).toEqual(second);
    expect({ ...second, ...withRules(second, null) }).toEqual(policy);
  });
});
