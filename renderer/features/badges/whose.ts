import type { BadgesOf } from '../../../shared/calls/badges.ts';
import { sayShortDay } from '../../../shared/model/dates.ts';
import { CohortId, SessionId } from '../../../shared/model/ids.ts';
import type { CohortRow, SessionOnPlan } from '../../../shared/views/cohorts.ts';

/** For whom badges can be printed, as a list offers it. */
interface WhoseOption {
  readonly key: string;
  readonly label: string;
}

/** New blank badges for walk-ins, beside those that are there. */
export const newBlank = 'walk-ins:new';

/** Every choice: cohorts at work, sessions that are on or to come, walk-ins, and what was asked for. */
export function whoseOptions(
  asked: BadgesOf | 'anybody',
  cohorts: readonly CohortRow[],
  sessions: readonly SessionOnPlan[],
): readonly WhoseOption[] {
  const people = asked !== 'anybody' && asked.of === 'people' ? asked.personIds.length : 0;
  return [
    ...(people > 0
      ? [{ key: 'people', label: people === 1 ? 'The selected person' : `The ${people} selected people` }]
      : []),
    ...cohorts.map(({ id, name, participants }) => ({
      key: `cohort:${id}`,
      label: `Cohort ${name} (${participants})`,
    })),
    ...sessions
      .filter(({ when, id }) => when !== 'past' || keyOf(asked) === `session:${id}`)
      .map(({ id, title, heldOn, expected }) => ({
        key: `session:${id}`,
        label: `${title}, ${sayShortDay(heldOn)} (${expected})`,
      })),
    { key: newBlank, label: 'Walk-ins: new blank badges' },
    { key: 'walk-ins:blank', label: 'Walk-ins: blank badges made before' },
    { key: 'walk-ins:all', label: 'Walk-ins: everyone not matched to a person' },
  ];
}

/** The choice that stands for what was asked for; empty where no one said. */
export function keyOf(asked: BadgesOf | 'anybody'): string {
  if (asked === 'anybody') return '';
  switch (asked.of) {
    case 'cohort':
      return `cohort:${asked.cohortId}`;
    case 'session':
      return `session:${asked.sessionId}`;
    case 'people':
      return 'people';
    case 'walk-ins':
      return asked.badgeIds === 'all' ? 'walk-ins:all' : 'walk-ins:blank';
  }
}

/** What a choice asks for; null: blank badges that are not made yet, or nothing. */
export function whoseOf(key: string, asked: BadgesOf | 'anybody'): BadgesOf | null {
  if (key === 'people') return asked !== 'anybody' && asked.of === 'people' ? asked : null;
  if (key === 'walk-ins:all') return { of: 'walk-ins', badgeIds: 'all' };
  if (key === 'walk-ins:blank') return { of: 'walk-ins', badgeIds: 'blank' };
  const [kind, id = ''] = key.split(':');
  const cohort = CohortId.safeParse(id);
  if (kind === 'cohort' && cohort.success) return { of: 'cohort', cohortId: cohort.data };
  const session = SessionId.safeParse(id);
  if (kind === 'session' && session.success) return { of: 'session', sessionId: session.data };
  return null;
}
