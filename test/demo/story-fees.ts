import { CivilDate } from '../../shared/model/dates.ts';
import type { CohortId } from '../../shared/model/ids.ts';
import { sayCents } from '../../shared/model/money.ts';
import type { StoryDesk } from './story-desk.ts';

/** So many have paid by themselves before the first conference. */
const paid = 18;
const on = CivilDate.parse('2024-06-03');

/** Most have paid by check; a school system that owes for several people gets one invoice for them. */
export async function collectFees(desk: StoryDesk, cohortId: CohortId, say: (line: string) => void): Promise<void> {
  const { rows } = await desk.call('fees.list', { cohortId, limit: 1_000 });
  const paying = rows.slice(0, paid).map(({ participantId }) => participantId);
  const { received, cents } = await desk.call('fees.receive', {
    shares: { split: 'owed', participantIds: paying },
    method: 'check',
    reference: '1042',
    receivedOn: on,
  });
  say(`Noted the fee of ${received} participants: ${sayCents(cents)} by check.`);
  const owing = rows.slice(paid);
  const together = owing.find(
    ({ organizationId }) =>
      organizationId !== null && owing.filter((row) => row.organizationId === organizationId).length > 1,
  );
  const invoiced = together ?? owing.find(({ organizationId }) => organizationId !== null);
  if (!invoiced?.organizationId) return;
  const people = owing.filter(({ organizationId }) => organizationId === invoiced.organizationId);
  const { number } = await desk.call('fees.invoice', {
    organizationId: invoiced.organizationId,
    participantIds: people.map(({ participantId }) => participantId),
    issuedOn: on,
    purchaseOrder: 'PO 24-118',
  });
  say(`Wrote invoice ${number} to ${invoiced.organization} for ${people.length}.`);
}
