import { z } from 'zod';

const names = z.array(z.string().trim().min(3).max(200)).min(1);

/** The organizations that come with the app for a program: names, by kind. */
export const OrganizationList = z.strictObject({
  format: z.literal(1),
  countySystems: names,
  citySystems: names,
  stateSchools: names,
  colleges: names,
});
export type OrganizationList = z.infer<typeof OrganizationList>;
