import { type ApplicationStatus, isInTheOrder, sayStatus } from '../../../shared/model/applicants.ts';
import { sayParticipantStatus } from '../../../shared/model/cohorts.ts';
import { countOf, wordFor } from '../../../shared/model/counts.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type {
  ParticipantAct,
  PlaceDecision,
  SeenPlace,
  TargetCohort,
} from '../../../shared/model/participant-changes.ts';

/**
 * What adding, moving, withdrawing, deferring or enrolling someone again would do. The preview says all of it before
 * anything is written, and the command refuses what is refused here. A graduate's place never changes.
 */
export function decidePlace(act: ParticipantAct, seen: SeenPlace): PlaceDecision {
  const refused = whyNot(act, seen);
  if (refused !== null) return { refused, does: [], warnings: [] };
  return { refused: null, does: effects(act, seen), warnings: warnings(act, seen) };
}

function whyNot(act: ParticipantAct, { name, from, status, to, application }: SeenPlace): string | null {
  if (act === 'add') return to && whyNotAdd(name, to);
  if (from === null || status === null) return `${name} has no place in a cohort. Add them to one first.`;
  if (status === 'graduated') return `${name} has graduated with ${from.name}. Undo the graduation first.`;
  if (act === 'enroll-again') {
    if (status === 'enrolled') return `${name} is enrolled in ${from.name} already.`;
    return application === 'declined' || (isOrdered(application) && application !== 'accepted')
      ? `The application of ${name} to ${from.name} is ${sayStatus[application].toLowerCase()}. Accept them under Applicants, so that the order is kept.`
      : null;
  }
  if (status !== 'enrolled') {
    const word = sayParticipantStatus[status].toLowerCase();
    return act === 'move'
      ? `${name} is ${word} from ${from.name}. Enroll them again first, or add them to the other cohort.`
      : `${name} is ${word} from ${from.name} already.`;
  }
  if (to === null) return null;
  if (to.name === from.name) return `${name} is in ${to.name} already. Choose another cohort.`;
  if (to.status === 'finished') return `${to.name} is finished. Choose a cohort that is still under way or to come.`;
  if (to.place !== null) {
    return `${name} has a place in ${to.name} already: ${sayParticipantStatus[to.place].toLowerCase()}. Change that place instead.`;
  }
  if (act === 'defer' && application !== null && to.application !== null) {
    return `${name} has applied to ${to.name} already. Withdraw here, or defer without choosing a cohort.`;
  }
  return null;
}

function whyNotAdd(name: string, to: TargetCohort): string | null {
  if (to.status === 'finished') return `${to.name} is finished. Choose a cohort that is still under way or to come.`;
  if (to.place === 'withdrawn' || to.place === 'deferred') {
    return `${name} is ${sayParticipantStatus[to.place].toLowerCase()} from ${to.name}. Enroll them again instead.`;
  }
  if (to.place !== null) return `${name} is in ${to.name} already: ${sayParticipantStatus[to.place].toLowerCase()}.`;
  if (to.application !== null && to.application !== 'accepted') {
    return `${name} has applied to ${to.name}: ${sayStatus[to.application].toLowerCase()}. Accept them under Applicants, so that the order is kept.`;
  }
  return null;
}

/** Whether there is an application that is still in the order. */
const isOrdered = (status: ApplicationStatus | null): status is ApplicationStatus =>
  status !== null && isInTheOrder(status);

function effects(act: ParticipantAct, seen: SeenPlace): string[] {
  const { from, to, application, attended } = seen;
  const own = from?.name ?? '';
  const there = to?.name ?? '';
  switch (act) {
    case 'add':
      return [
        to?.application === 'accepted'
          ? `becomes a participant of ${there} by the accepted application`
          : `becomes a participant of ${there} without an application`,
      ];
    case 'move':
      return [
        `goes from ${own} to ${there}`,
        ...(application === 'accepted'
          ? [`the application stays in ${own}, deferred with this reason, and its seat is free`]
          : []),
        ...(isOrdered(to?.application ?? null) && to?.application !== 'accepted'
          ? [`the application to ${there} is accepted`]
          : []),
        ...(attended > 0
          ? [`${countOf(attended, 'attended session')} ${wordFor(attended, 'goes', 'go')} on counting`]
          : []),
        ...sayFee(seen),
        ...(seen.makeUps > 0
          ? [`${countOf(seen.makeUps, 'planned make-up')} stay${seen.makeUps === 1 ? 's' : ''}`]
          : []),
      ];
    case 'withdraw':
      return [
        `leaves ${own}, and the place is free`,
        ...(application === 'accepted' ? ['the application is withdrawn with it'] : []),
      ];
    case 'defer':
      if (!isOrdered(application)) return [`leaves ${own} for a later cohort; there is no application to move`];
      return to
        ? [`leaves ${own}; the application goes to ${there} and keeps its dates in the order there`]
        : [`leaves ${own}; the application waits until a later cohort is open`];
    case 'enroll-again':
      return [
        `has a place in ${own} again`,
        ...(application === 'withdrawn' || application === 'deferred' ? ['the application is accepted again'] : []),
      ];
  }
}

function sayFee({ from, to, paid }: SeenPlace): string[] {
  if (!from || !to || from.fee === to.fee) return paid > 0 ? [`${sayCents(paid)} paid stays on the account`] : [];
  const changed = `the fee is ${sayCents(to.fee)} instead of ${sayCents(from.fee)}`;
  return [paid > 0 ? `${changed}; ${sayCents(paid)} paid stays on the account` : changed];
}

function warnings(act: ParticipantAct, { paid, elsewhere, appliedTo, makeUps, to }: SeenPlace): string[] {
  const said: string[] = [];
  if (act === 'withdraw' && paid > 0) {
    said.push(`${sayCents(paid)} was paid: refund it under Fees if it goes back`);
  }
  if (act === 'defer' && paid > 0) {
    said.push(`${sayCents(paid)} was paid: it counts in the cohort they join later, unless it is refunded under Fees`);
  }
  if ((act === 'withdraw' || act === 'defer') && makeUps > 0) {
    said.push(`${countOf(makeUps, 'make-up')} still planned`);
  }
  if (act !== 'withdraw' && act !== 'defer') {
    for (const { name, status } of elsewhere.filter((place) => place.name !== to?.name)) {
      said.push(status === 'graduated' ? `has graduated with ${name} already` : `is enrolled in ${name} too`);
    }
    for (const name of appliedTo.filter((cohort) => cohort !== to?.name)) said.push(`has applied to ${name} too`);
  }
  return said;
}
