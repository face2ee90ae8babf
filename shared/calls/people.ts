import { z } from 'zod';
import { reads, writes } from '../call.ts';
import * as id from '../model/ids.ts';
import { ImportNoteId } from '../model/import-notes.ts';
import { MailAddress } from '../model/mail-address.ts';
import type { NoteToCorrect, PersonHit, PersonView } from '../views/people.ts';
import { name } from './inputs.ts';

/** The calls about people; shared/api.ts has them with all others. */
export const peopleCalls = {
  'people.search': reads<readonly PersonHit[]>().takes(
    'People whose name, e-mail or school system begins like this',
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100).default(20) }),
    { from: ['organization', 'person', 'cohort', 'application', 'participant'] },
  ),
  'people.show': reads<PersonView>().takes('One person', z.strictObject({ personId: id.PersonId }), {
    from: ['organization', 'person', 'cohort', 'application', 'participant'],
  }),
  'people.toCorrect': reads<readonly NoteToCorrect[]>().takes(
    'What imports noted of one person and no one has corrected yet',
    z.strictObject({ personId: id.PersonId }),
    { from: ['importNote', 'person', 'application', 'participant', 'recertificationDue', 'recertificationReceipt'] },
  ),
  'people.settleNote': writes<null>().takes(
    'Say that what an import noted of a person is right as it is',
    z.strictObject({ noteId: ImportNoteId }),
  ),
  'people.revise': writes<null>().takes(
    'Correct a person’s name, address, job title or school system',
    z.strictObject({
      personId: id.PersonId,
      givenName: name.optional(),
      familyName: name.optional(),
      certificateName: name.nullable().optional(),
      email: MailAddress.nullable().optional(),
      phone: z.string().max(40).nullable().optional(),
      jobTitle: z.string().max(200).nullable().optional(),
      organizationId: id.OrganizationId.nullable().optional(),
    }),
  ),
};
