import { z } from 'zod';
import { reads, writes } from '../call.ts';
import * as id from '../model/ids.ts';
import { OrganizationKind } from '../model/people.ts';
import { type OrganizationsAnswer, organizationColumns, organizationShows } from '../views/organizations.ts';
import { Slice, sortBy } from '../views/page.ts';
import { name, nothing } from './inputs.ts';

/** The calls about school systems and colleges; shared/api.ts has them with all others. */
export const organizationCalls = {
  'organizations.list': reads<OrganizationsAnswer>().takes(
    'School systems, colleges and other employers, with how many people each has',
    z.strictObject({
      show: z.enum(organizationShows).default('everything'),
      sort: sortBy(organizationColumns),
      ...Slice,
    }),
    { from: ['organization', 'person'] },
  ),
  'organizations.add': writes<{ organizationId: id.OrganizationId }>().takes(
    'Add a school system, a college or another employer',
    z.strictObject({ name, kind: OrganizationKind }),
  ),
  'organizations.addShipped': writes<{ added: number }>().takes(
    'Add what is missing of the list that comes with the app',
    nothing,
  ),
  'organizations.revise': writes<null>().takes(
    'Rename an organization, or change its kind',
    z.strictObject({
      organizationId: id.OrganizationId,
      name: name.optional(),
      kind: OrganizationKind.optional(),
    }),
  ),
  'organizations.merge': writes<{ moved: number }>().takes(
    'Make two spellings of an organization one: its people move to the kept one',
    z.strictObject({ keptId: id.OrganizationId, goneId: id.OrganizationId }),
  ),
};
