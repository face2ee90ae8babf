import { instantAt, sayClock, sayDay, sayInstant } from '../../../shared/model/dates.ts';
import { refuse } from '../../../shared/model/result.ts';
import { skippedTo } from '../../../shared/model/session-hours.ts';
import { earliestSubmission } from '../../../shared/model/submitted.ts';
import type { Command } from '../../call/handler.ts';
import { update } from '../../log/change.ts';
import { gone, type NamedApplication, namedApplications, sayApplicants } from '../selection/named.ts';

/**
 * Sets when an application was sent, where its form does not tell or tells what can't be right, and clears the doubt.
 * What was typed stays in the submission. The reason stands in the step's own words, wherever they show.
 */
export const setSubmitted: Command<'applicants.setSubmitted'> = (facts, { applicationIds, day, time, reason }) => {
  const chosen = namedApplications(facts, applicationIds);
  if (chosen.length < new Set(applicationIds).size) return refuse(gone);
  const shown = skippedTo(day, time, facts.zone);
  if (shown !== null) {
    return refuse(
      `There was no ${sayClock(time)} on ${sayDay(day)}: clocks went forward, to ${sayClock(shown)}. Set another time.`,
    );
  }
  const at = instantAt(day, time, facts.zone);
  if (at > facts.now) {
    return refuse(`${sayInstant(at, facts.zone)} is in the future. Set the day and time when it was sent.`);
  }
  if (at < earliestSubmission) {
    return refuse(`${sayInstant(at, facts.zone)} is too long ago. Set the day and time when it was sent.`);
  }
  const changed = chosen.filter((each) => each.submittedDoubt !== null || each.firstSubmittedAt !== at);
  if (changed.length === 0) return refuse(`Nothing would change for ${sayApplicants(chosen)}.`);
  return {
    ok: true,
    label: `Set the time of submission for ${sayApplicants(changed)} to ${sayInstant(at, facts.zone)}: “${reason}”`,
    changes: changed.map((each) =>
      update('application', each.id, {
        firstSubmittedAt: at,
        ...(movesLatest(each, at) && { latestSubmittedAt: at }),
        submittedDoubt: null,
      }),
    ),
    value: { changed: changed.length },
  };
};

/** A later sending whose time can be relied on keeps it. */
const movesLatest = (
  { submittedDoubt, firstSubmittedAt, latestSubmittedAt }: NamedApplication,
  at: NamedApplication['firstSubmittedAt'],
): boolean => submittedDoubt !== null || latestSubmittedAt === firstSubmittedAt || latestSubmittedAt < at;
