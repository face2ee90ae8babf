import { sayCents } from '../../../shared/model/money.ts';
import { type Span, saySpan } from '../../../shared/model/recertification/amounts.ts';
import type { Clock } from '../../../shared/model/recertification/cycle.ts';
import type { WayBack } from '../../../shared/model/recertification/life.ts';
import type { RecertificationRules } from '../../../shared/model/recertification/rules.ts';
import { sayAsked } from './asked-sentences.ts';
import type { RuleSentence } from './rule-sentence.ts';
import {
  inARow,
  sayAfterExtension,
  sayAfterLapse,
  sayAmount,
  sayEarning,
  sayFeeKind,
  sayInReview,
  sayMeanwhile,
  sayOnReturn,
  saySilence,
  sayTwiceInARow,
} from './words.ts';

const line = (sentence: string, clause: string): RuleSentence => ({ sentence: `${sentence}.`, clause, depth: 0 });

/** The four last days of a cycle, each with its grace. */
export function timeSentences({ clocks: { earn, submit, pay, expire }, fees }: RecertificationRules): RuleSentence[] {
  return [
    line(`Activities count ${sayUntil(earn)}`, earn.clause),
    line(`Evidence is handed in ${sayUntil(submit)}`, submit.clause),
    ...(fees.length === 0 ? [] : [line(`Fees are paid ${sayUntil(pay)}`, pay.clause)]),
    line(`The certificate is good ${sayUntil({ ...expire, firm: true })}`, expire.clause),
  ];
}

function sayUntil({ after, grace, firm }: Clock): string {
  const until = isNone(after) ? 'until the cycle ends' : `until ${saySpan(after)} after the cycle ends`;
  const graced = isNone(grace) ? '' : `, with ${saySpan(grace)} of grace`;
  return `${until}${graced}${firm ? '' : '; what comes later still counts, and is late'}`;
}

const isNone = ({ count }: Span): boolean => count === 0;

/** What of too much counts in the next cycle. */
export function carryOverSentences(rules: RecertificationRules): RuleSentence[] {
  const { carryOver, categories, cycle } = rules;
  if (carryOver === null) return [{ sentence: 'Nothing carries over into the next cycle.', clause: '', depth: 0 }];
  const { most, earnedWithin, from, into, clause } = carryOver;
  const titles = (keys: readonly string[]) =>
    inARow(keys.map((key) => categories.find((each) => each.key === key)?.title ?? key));
  const of = from.length === 0 ? '' : ` in ${titles(from)}`;
  const late = earnedWithin === null ? '' : `, if earned in the last ${saySpan(earnedWithin)} of the cycle`;
  const as = into === null ? '' : `; there they count as ${titles([into])}`;
  return [
    line(
      `Up to ${sayAmount(rules, most)}${of} past the total count in the next cycle${late}${as}`,
      clause || cycle.clause,
    ),
  ];
}

export function feeSentences({ fees }: RecertificationRules): RuleSentence[] {
  if (fees.length === 0) return [{ sentence: 'There are no fees.', clause: '', depth: 0 }];
  return fees.map(({ title, amount, kind, clause }) =>
    line(`${title}: ${sayCents(amount)}, ${sayFeeKind[kind]}`, clause),
  );
}

/** What becomes of a certificate, and how it comes back; and separately, extensions and audits. */
export function lifeSentences(rules: RecertificationRules): {
  readonly life: RuleSentence[];
  readonly extensions: RuleSentence[];
} {
  const { life } = rules;
  const { suspension, lapse, waysBack, extension, audit } = life;
  return {
    life: [
      ...(suspension === null
        ? []
        : [
            line(
              `A certificate that is no longer good is suspended for ${saySpan(suspension.length)}. ${sayEarning[suspension.earning]}`,
              suspension.clause,
            ),
          ]),
      ...(lapse === null
        ? [line('No certificate lapses by itself', life.lapseClause)]
        : [
            line(
              `The certificate lapses ${sayLapse(lapse, suspension !== null)}. ${sayAfterLapse[life.afterLapse]}`,
              life.lapseClause,
            ),
          ]),
      ...waysBack.map((way) => line(sayWayBack(rules, way), way.clause)),
      line(`After inactive, retired, or exempt: ${sayOnReturn[life.onReturn].toLowerCase()}`, life.onReturnClause),
      line(`While evidence waits for review: ${sayInReview[life.inReview].toLowerCase()}`, life.inReviewClause),
    ],
    extensions: [
      ...(extension === null
        ? [{ sentence: 'There are no extensions.', clause: '', depth: 0 }]
        : [
            line(
              `A lead can extend a cycle by up to ${saySpan(extension.longest)}${extension.fee === 0 ? '' : `, for ${sayCents(extension.fee)}`}. ${sayTwiceInARow[extension.twiceInARow]}. ${sayAfterExtension[extension.next]}`,
              extension.clause,
            ),
          ]),
      ...(audit === null
        ? [{ sentence: 'There are no audits.', clause: '', depth: 0 }]
        : [
            line(
              `${audit.share / 100}% of completed cycles are drawn for an audit, with ${saySpan(audit.answerWithin)} to answer. ${sayMeanwhile[audit.meanwhile]}. Without an answer, ${saySilence[audit.silence]}`,
              audit.clause,
            ),
          ]),
    ],
  };
}

function sayLapse(lapse: Span, isSuspendedBefore: boolean): string {
  const from = isSuspendedBefore ? 'the suspension' : 'it is no longer good';
  if (!isNone(lapse)) return `${saySpan(lapse)} after ${from}`;
  return isSuspendedBefore ? 'at the end of the suspension' : 'once it is no longer good';
}

function sayWayBack(rules: RecertificationRules, { awayUpTo, perYear, requirement, lookBack }: WayBack): string {
  const away = awayUpTo === null ? 'However long someone was away' : `After up to ${saySpan(awayUpTo)} away`;
  const most = perYear?.most == null ? '' : `, no more than ${sayAmount(rules, perYear.most)}`;
  const shares = (perYear?.shares ?? []).map(
    ({ category, percent }) =>
      `${percent}% of it in ${rules.categories.find(({ key }) => key === category)?.title ?? category}`,
  );
  const asked = [
    perYear === null ? null : [`${sayAmount(rules, perYear.credit)} for each year away${most}`, ...shares].join(', '),
    requirement === null ? null : sayAsked(rules, requirement),
  ].filter((part) => part !== null);
  const since = lookBack === null ? '' : `, earned in the last ${saySpan(lookBack)}`;
  return `${away}, coming back takes ${asked.length === 0 ? 'a lead’s decision alone' : `${inARow(asked)}${since}`}`;
}
