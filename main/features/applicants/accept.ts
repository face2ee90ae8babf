import type { Participant } from '../../../shared/model/cohorts.ts';
import { sayCount } from '../../../shared/model/counts.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command } from '../../call/handler.ts';
import { refuseEach } from '../../call/refuse-each.ts';
import type { Change } from '../../log/change.ts';
import { partsOf } from '../../rules/selection/seated-line.ts';
import {
  countGone,
  gone,
  type NamedApplication,
  namedApplications,
  sayApplicants,
  sayOverruled,
  whyNotAccept,
} from '../selection/named.ts';
import { noList, type RankedCohort, rankedCohort } from '../selection/ranking.ts';
import { closingOffers, openOffers, seat } from '../selection/seats.ts';

/**
 * Accepts applicants: each gets a seat, a place in the cohort, and keeps the decision as it stands now. All or none:
 * where one of those named may not be accepted, no one is, and the refusal says why for each.
 */
export const accept: Command<'applicants.accept'> = (facts, { cohortId, applicationIds }) => {
  const ranked = rankedCohort(facts, cohortId);
  if (!ranked) return noList(facts, cohortId);
  const everyone = applicationIds === 'within-seats';
  if (!everyone && countGone(facts, applicationIds) > 0) return refuse(gone);
  const asked = namedApplications(facts, everyone ? withinSeats(ranked) : applicationIds);
  const chosen = asked.filter(({ status }) => status !== 'accepted');
  const { name } = ranked.cohort;
  if (chosen.length === 0) return refuse(sayNobody(asked, name, everyone));
  const strangers = chosen.filter((application) => application.cohortId !== cohortId);
  if (strangers.length > 0) {
    return refuseEach(
      `Only applicants of ${name} can be accepted to it.`,
      strangers.map((application) => `${application.name} applied to another cohort.`),
    );
  }
  const participants = participantsOf(facts, ranked);
  const reasons = chosen.flatMap((application) => {
    const standing = participants.get(application.personId)?.status;
    if (standing === 'graduated') return [`${application.name} has graduated with ${name} already.`];
    return whyNotAccept(application, ranked) ?? [];
  });
  if (reasons.length > 0) {
    const who =
      reasons.length === 1 && chosen.length === 1
        ? 'This applicant'
        : `${sayCount(reasons.length)} of ${sayCount(chosen.length)}`;
    return refuseEach(`${who} can’t be accepted to ${name} as things stand, so no one was.`, reasons);
  }
  return {
    ok: true,
    label: `Accepted ${sayApplicants(chosen)} to ${name}${sayOverrules(ranked, chosen)}`,
    changes: changesFor(facts, ranked, chosen, participants),
    value: { accepted: chosen.length },
  };
};

/** Everyone within the seats, in their order; whoever was offered a seat answers first. */
const withinSeats = ({ byRule, rankings, promises }: RankedCohort): string[] => {
  const [seated] = partsOf(byRule, rankings);
  return seated.entries
    .map(({ facts: { applicationId } }) => applicationId)
    .filter((id) => promises.offers.get(id)?.state !== 'open');
};

function sayNobody(asked: readonly NamedApplication[], cohort: string, everyone: boolean): string {
  if (everyone && asked.length > 0) return `Everyone within the seats in ${cohort} is accepted already.`;
  if (everyone) return `No one is within the seats in ${cohort} yet. Import applications first.`;
  return asked.length === 1
    ? `${sayApplicants(asked)} is accepted to ${cohort} already.`
    : `All of them are accepted to ${cohort} already.`;
}

/** What the label adds where a lead overruled the rule for some of them: `, overruling the rule for 2`. */
function sayOverrules({ rankings }: RankedCohort, chosen: readonly NamedApplication[]): string {
  const overruled = chosen.filter(({ id }) => rankings.get(id)?.overruled).length;
  if (overruled === 0 || chosen.length === 1) return sayOverruled(overruled > 0);
  return `, overruling the rule for ${sayCount(overruled)}`;
}

function participantsOf({ database }: Facts, { cohort }: RankedCohort): ReadonlyMap<string, Participant> {
  const rows = database.all<Participant>('SELECT * FROM participant WHERE cohortId = ?', cohort.id);
  return new Map(rows.map((row) => [row.personId, row]));
}

function* changesFor(
  facts: Facts,
  ranked: RankedCohort,
  chosen: readonly NamedApplication[],
  participants: ReadonlyMap<string, Participant>,
): Generator<Change> {
  // Only someone who waits can have been asked.
  const asked = chosen.filter(({ status }) => status === 'waiting').map(({ id }) => id);
  const offers = openOffers(facts, asked);
  for (const application of chosen) {
    yield* seat(facts, ranked, application, participants.get(application.personId));
    yield* closingOffers(facts, offers.get(application.id) ?? [], 'taken');
  }
}
