import { z } from 'zod';
import { reads, works } from '../call.ts';
import { PersonId } from '../model/ids.ts';
import type { WrittenFile } from '../views/page.ts';
import type { PersonPage } from '../views/person.ts';

/** The calls about a person’s page; shared/api.ts has them with all others. */
export const personCalls = {
  'person.show': reads<PersonPage>().takes(
    'Everything about one person across cohorts and years, with one timeline',
    z.strictObject({ personId: PersonId }),
    { from: 'everything' },
  ),
  'person.print': works<WrittenFile | null>().takes('A person’s page as a PDF', z.strictObject({ personId: PersonId })),
};
