import { organizationKinds, sayOrganizationKind } from '../../../shared/model/people.ts';

/** The kinds of organizations, to choose from. */
export const kindOptions = organizationKinds.map((key) => ({ key, label: sayOrganizationKind[key] }));
