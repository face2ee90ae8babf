import { z } from 'zod';
import { reads, writes } from '../call.ts';
import { CivilDate } from '../model/dates.ts';
import * as id from '../model/ids.ts';
import { RecertificationExtensionId, StandingKind } from '../model/recertification/facts.ts';
import type { CertificationLife } from '../views/recertification-life.ts';
import { reason } from './inputs.ts';

/** The tables of what leads decide about a certification. */
export const lifeSources = ['recertificationExtension', 'standingChange'] as const;

/** The calls about the life of one graduate's certification; shared/api.ts has them with all others. */
export const recertificationLifeCalls = {
  'recertification.life': reads<CertificationLife>().takes(
    'One graduate’s certification: its state and why, what is still needed, its dates, and what can be decided',
    z.strictObject({
      participantId: id.ParticipantId,
      on: CivilDate.nullable().default(null),
      knownOn: CivilDate.nullable().default(null),
    }),
    {
      from: [
        'organization',
        'person',
        'cohort',
        'participant',
        'policyVersion',
        'recertificationDue',
        'recertificationDueChange',
        'recertificationReceipt',
        'certificate',
        'evidenceItem',
        ...lifeSources,
      ],
    },
  ),
  'recertification.extend': writes<{ readonly untilOn: CivilDate }>().takes(
    'Grant a graduate more time for the cycle that runs',
    z.strictObject({
      participantId: id.ParticipantId,
      untilOn: CivilDate,
      /** Null: today. */
      grantedOn: CivilDate.nullable().default(null),
      reason,
    }),
  ),
  'recertification.takeBackExtension': writes<null>().takes(
    'Take an extension back from today on; days until then are answered as before',
    z.strictObject({ extensionId: RecertificationExtensionId, reason }),
  ),
  'recertification.changeStanding': writes<null>().takes(
    'Retire, exempt, suspend, or revoke a graduate’s certification from a day on, make it inactive, end that, or reinstate it',
    z.strictObject({ participantId: id.ParticipantId, kind: StandingKind, fromOn: CivilDate, reason }),
  ),
};
