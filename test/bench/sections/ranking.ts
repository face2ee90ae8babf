import { rankApplications } from '../../../main/rules/selection/ranking.ts';
import alCto from '../../../resources/programs/al-cto.json' with { type: 'json' };
import type { RankingFacts } from '../../../shared/model/applicants.ts';
import { Instant } from '../../../shared/model/dates.ts';
import { Policy } from '../../../shared/model/program.ts';
import { median, type Report } from '../measure.ts';

/** Ranking with every reason, beside a bare sort of the same applications by the same keys. */
export async function ranking(report: Report): Promise<void> {
  const policy = Policy.parse(alCto);
  for (const count of [100, 5_000]) {
    const applications = Array.from({ length: count }, (_, number) => application(number));
    const ours = await median(5, () => rankApplications(policy, 30, applications));
    const floor = await median(5, () =>
      applications.toSorted(
        (a, b) =>
          (a.membership ?? '').localeCompare(b.membership ?? '') || (a.firstSubmittedAt < b.firstSubmittedAt ? -1 : 1),
      ),
    );
    report({ name: `ranking of ${count.toLocaleString('en-US')}`, unit: 'ms', ours, floor, floorIs: 'a bare sort' });
  }
}

const memberships = ['delegate', 'general', 'higher-ed', 'none', null];

function application(number: number): RankingFacts {
  const mixed = Math.imul(number + 1, 2_654_435_761) >>> 0;
  const submittedAt = Instant.parse(new Date(Date.UTC(2024, 3, 1) + (mixed % 5_000_000) * 1000).toISOString());
  return {
    applicationId: `application-${number}`,
    readOrder: null,
    firstSubmittedAt: submittedAt,
    latestSubmittedAt: submittedAt,
    membership: memberships[mixed % 5] ?? null,
    highestPost: mixed % 3 === 0 ? 'yes' : 'no',
    yearsInEducation: mixed % 31,
    answers: { membership: 'delegate member', yearsInEducation: String(mixed % 31), highestPost: 'Yes' },
    overrule: null,
    organization: null,
    cohort: 'Foxtrot',
    windowClosesOn: null,
    windowOpensOn: null,
    returnedAt: null,
    submittedDoubt: null,
    stands: true,
  };
}
