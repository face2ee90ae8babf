import {
  type OrganizationColumn,
  type OrganizationShow,
  organizationColumns,
} from '../../../shared/views/organizations.ts';
import { listLook } from '../../kit/list/look.ts';

/** What is being looked at on School systems. */
export const useOrganizations = listLook<OrganizationShow, OrganizationColumn>('everything', organizationColumns);
