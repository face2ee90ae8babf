import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import type { ExampleCycle, ExampleDays } from '../../../shared/model/recertification/example.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';

type Line = readonly [what: string, day: string];

/** The days of an example’s cycle, in the order of the calendar as far as they differ. */
export function exampleLines(
  { beginsOn, endsOn, completedOn, days }: ExampleCycle,
  { fees }: Pick<RecertificationRules, 'fees'>,
): readonly Line[] {
  if (endsOn === null) return [['The cycle’s end', 'not known yet']];
  const cycle: Line[] = [
    ['The cycle', beginsOn === null ? `to ${sayDate(endsOn)}` : `${sayDate(beginsOn)} to ${sayDate(endsOn)}`],
  ];
  const done: Line[] = completedOn === null ? [] : [['Completed', sayDate(completedOn)]];
  return days === null ? [...cycle, ...done] : [...cycle, ...done, ...lastDays(days, fees.length > 0)];
}

function lastDays(days: ExampleDays, hasFees: boolean): readonly Line[] {
  const { windowOn, suspendedLast, lastBeforeLapse } = days;
  return [
    ...(windowOn === null ? [] : [['Renewal opens', sayDate(windowOn)] as const]),
    ['Activities count to', dueAndLast(days.earnDue, days.earnLast)],
    ['Evidence is due', dueAndLast(days.submitDue, days.submitLast)],
    ...(hasFees ? [['Fees are due', dueAndLast(days.payDue, days.payLast)] as const] : []),
    ['The certificate is good to', dueAndLast(days.goodDue, days.goodLast)],
    ...(suspendedLast === null ? [] : [['Suspended to', sayDate(suspendedLast)] as const]),
    ['It lapses', lastBeforeLapse === null ? 'never by itself' : `after ${sayDate(lastBeforeLapse)}`],
  ];
}

/** A last day, and the one with its grace where that is another. */
function dueAndLast(due: CivilDate, last: CivilDate | null): string {
  if (last === null) return `${sayDate(due)}; later still counts`;
  return last > due ? `${sayDate(due)}; at the latest ${sayDate(last)}` : sayDate(due);
}
