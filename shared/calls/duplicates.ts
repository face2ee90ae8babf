import { z } from 'zod';
import { reads, works, writes } from '../call.ts';
import { MergedField } from '../model/duplicates.ts';
import * as id from '../model/ids.ts';
import type { DismissedPair, DuplicateComparison, DuplicatesAnswer } from '../views/duplicates.ts';
import { type ListSlice, Slice } from '../views/page.ts';

const twoPeople = z.tuple([id.PersonId, id.PersonId]);

/** The calls about people who may be the same; shared/api.ts has them with all others. */
export const duplicateCalls = {
  'duplicates.list': works<DuplicatesAnswer>().takes(
    'People who may be one, the most alike first; a large desk is searched with progress and Cancel',
    z.strictObject(Slice),
    { from: ['organization', 'person', 'application', 'notSamePerson'] },
  ),
  'duplicates.compare': reads<DuplicateComparison>().takes(
    'Two people side by side, and what a merge would do',
    z.strictObject({ personIds: twoPeople }),
    {
      from: [
        'organization',
        'person',
        'notSamePerson',
        'cohort',
        'application',
        'participant',
        'session',
        'attendanceEvent',
        'certificate',
        'recertificationDue',
        'invoice',
        'invoiceLine',
        'makeUp',
      ],
    },
  ),
  'duplicates.merge': writes<null>().takes(
    'Make two people one: the kept one gets everything, and the facts named from the one who goes',
    z.strictObject({ keptId: id.PersonId, goneId: id.PersonId, take: z.array(MergedField).max(20).default([]) }),
  ),
  'duplicates.dismiss': writes<null>().takes(
    'Remember that two people are not the same person',
    z.strictObject({ personIds: twoPeople }),
  ),
  'duplicates.dismissed': reads<ListSlice<DismissedPair>>().takes(
    'Pairs of people that a lead marked as two, newest first',
    z.strictObject(Slice),
    { from: ['notSamePerson'] },
  ),
  'duplicates.takeBack': writes<null>().takes(
    'Undo “not the same person”: the two may be suggested again',
    z.strictObject({ personIds: twoPeople }),
  ),
};
