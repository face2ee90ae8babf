import { type CivilDate, sayDate } from '../../../shared/model/dates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import {
  type RecertificationExtension,
  RecertificationExtensionId,
} from '../../../shared/model/recertification/facts.ts';
import { type Result, refuse } from '../../../shared/model/result.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { insert, update } from '../../log/change.ts';
import {
  type ExtensionOffer,
  extensionOffer,
  outOfCycle,
  whyNotGranted,
  whyNotTakeBack,
  whyNotUntil,
} from '../../rules/recertification/extension.ts';
import { type Certified, certifiedOn } from './certified.ts';

/** The extension that could be granted to someone on a day; or why none can. */
export const offerTo = ({ graduate, rules, standing, facts }: Certified, on: CivilDate): Result<ExtensionOffer> =>
  extensionOffer(graduate.name, rules, standing, facts.extensions, on);

const extend: Command<'recertification.extend'> = (facts, { participantId, untilOn, reason, ...rest }) => {
  const grantedOn = rest.grantedOn ?? facts.today;
  const now = certifiedOn(facts, participantId, facts.today);
  if (!now.ok) return now;
  const { name, graduatedOn } = now.value.graduate;
  const early = whyNotGranted(grantedOn, graduatedOn, facts.today);
  if (early !== null) return { ok: false, problem: early };
  // What was granted on a past day must make sense today as well: no one revoked since gets more time.
  if (outOfCycle.has(now.value.standing.life)) {
    const today = offerTo(now.value, facts.today);
    if (!today.ok) return today;
  }
  const then = certifiedOn(facts, participantId, grantedOn);
  if (!then.ok) return then;
  const offer = offerTo(then.value, grantedOn);
  if (!offer.ok) return offer;
  const problem = whyNotUntil(offer.value, untilOn, grantedOn);
  if (problem !== null) return { ok: false, problem };
  const { cycle, fee } = offer.value;
  return {
    ok: true,
    label: `Extended cycle ${cycle} of ${name} until ${sayDate(untilOn)}${fee === 0 ? '' : `, for ${sayCents(fee)}`}: “${reason}”`,
    changes: [
      insert('recertificationExtension', {
        id: RecertificationExtensionId.parse(facts.newId()),
        participantId,
        cycle,
        untilOn,
        grantedOn,
        reason,
        fee,
        takenBackOn: null,
        takenBackBecause: null,
      }),
    ],
    value: { untilOn },
  };
};

const takeBack: Command<'recertification.takeBackExtension'> = (facts, { extensionId, reason }) => {
  const extension = facts.database.get<RecertificationExtension>(
    'SELECT * FROM recertificationExtension WHERE id = ?',
    extensionId,
  );
  if (!extension) {
    return refuse('This extension was undone. Open the person again.');
  }
  const now = certifiedOn(facts, extension.participantId, facts.today);
  if (!now.ok) return now;
  const { name } = now.value.graduate;
  const problem = whyNotTakeBack(name, extension, now.value.standing);
  if (problem !== null) return { ok: false, problem };
  return {
    ok: true,
    label: `Took back the extension of ${name} until ${sayDate(extension.untilOn)}: “${reason}”`,
    changes: [update('recertificationExtension', extension.id, { takenBackOn: facts.today, takenBackBecause: reason })],
    value: null,
  };
};

export const extensionCommands: Pick<Handlers, 'recertification.extend' | 'recertification.takeBackExtension'> = {
  'recertification.extend': extend,
  'recertification.takeBackExtension': takeBack,
};
