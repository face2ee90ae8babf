import { countOf, sayCount, wordFor } from '../../../shared/model/counts.ts';
import { type FeePaymentId, type InvoiceId, OrganizationId, type PersonId } from '../../../shared/model/ids.ts';
import { type Organization, sayOrganizationKind } from '../../../shared/model/people.ts';
import { refuse } from '../../../shared/model/result.ts';
import type { Facts } from '../../call/facts.ts';
import type { Command, Handlers } from '../../call/handler.ts';
import { type Change, insert, remove, update } from '../../log/change.ts';
import { listedOrganizations, missingOrganizations } from './queries.ts';
import { organizationKey } from './typed-name.ts';

const gone = 'That school system is no longer on the list. Check the list again.';

const find = ({ database }: Facts, id: OrganizationId): Organization | undefined =>
  database.get<Organization>('SELECT * FROM organization WHERE id = ?', id);

/** Another organization that an import would take for the same name. */
const sameName = (facts: Facts, name: string, except?: OrganizationId): Organization | undefined => {
  const key = organizationKey(name);
  return listedOrganizations(facts).find((other) => other.id !== except && organizationKey(other.name) === key);
};

const add: Command<'organizations.add'> = (facts, { name, kind }) => {
  const same = sameName(facts, name);
  if (same) return refuse(`“${same.name}” is already on the list. Rename it, or give the new one another name.`);
  const id = OrganizationId.parse(facts.newId());
  return {
    ok: true,
    label: `Added ${name} to the list of school systems`,
    changes: [insert('organization', { id, name, kind })],
    value: { organizationId: id },
  };
};

const addShipped: Command<'organizations.addShipped'> = (facts) => {
  const changes = shippedChanges(facts);
  if (changes.length === 0) return refuse('Every school system and college that comes with the app is on the list.');
  const count = sayCount(changes.length);
  return {
    ok: true,
    label: `Added ${count} ${wordFor(changes.length, 'organization')} to the list of school systems`,
    changes,
    value: { added: changes.length },
  };
};

/** The changes that add what is missing of the list that comes with the app. */
export const shippedChanges = (facts: Facts): Change[] =>
  missingOrganizations(facts).map((organization) =>
    insert('organization', { id: OrganizationId.parse(facts.newId()), ...organization }),
  );

const revise: Command<'organizations.revise'> = (facts, { organizationId, name, kind }) => {
  const organization = find(facts, organizationId);
  if (!organization) return refuse(gone);
  const fields = {
    ...(name === undefined || name === organization.name ? {} : { name }),
    ...(kind === undefined || kind === organization.kind ? {} : { kind }),
  };
  if (Object.keys(fields).length === 0) return refuse(`Nothing would change for ${organization.name}.`);
  const same = fields.name === undefined ? undefined : sameName(facts, fields.name, organizationId);
  if (same) return refuse(`“${same.name}” is also on the list. Merge the two instead of giving them the same name.`);
  const renamed = fields.name === undefined ? '' : `Renamed ${organization.name} to ${fields.name}`;
  const turned = kind === undefined ? '' : sayOrganizationKind[kind].toLowerCase();
  return {
    ok: true,
    label: renamed || `Marked ${organization.name} as ${turned === 'other' ? 'another employer' : `a ${turned}`}`,
    changes: [update('organization', organizationId, fields)],
    value: null,
  };
};

const merge: Command<'organizations.merge'> = (facts, { keptId, goneId }) => {
  if (keptId === goneId) return refuse('These are already one. Choose two spellings.');
  const [kept, other] = [find(facts, keptId), find(facts, goneId)];
  if (!kept || !other) return refuse(gone);
  const { database } = facts;
  const idsOf = <Id extends string>(table: string) =>
    database.all<{ id: Id }>(`SELECT id FROM ${table} WHERE organizationId = ? ORDER BY id`, goneId);
  const people = idsOf<PersonId>('person');
  const to = { organizationId: keptId };
  const moved = people.length;
  return {
    ok: true,
    label: `Merged ${other.name} into ${kept.name}${moved === 0 ? '' : `, ${sayPeople(moved)}`}`,
    changes: [
      ...people.map(({ id }) => update('person', id, to)),
      ...idsOf<FeePaymentId>('feePayment').map(({ id }) => update('feePayment', id, to)),
      ...idsOf<InvoiceId>('invoice').map(({ id }) => update('invoice', id, to)),
      remove('organization', goneId),
    ],
    value: { moved },
  };
};

const sayPeople = (count: number): string => countOf(count, 'person', 'people');

export const organizationCommands: Pick<
  Handlers,
  'organizations.add' | 'organizations.addShipped' | 'organizations.revise' | 'organizations.merge'
> = {
  'organizations.add': add,
  'organizations.addShipped': addShipped,
  'organizations.revise': revise,
  'organizations.merge': merge,
};
