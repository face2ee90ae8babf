import { type Change, insert } from '../../main/log/change.ts';
import type { Cohort } from '../../shared/model/cohorts.ts';
import { instantOf } from '../../shared/model/dates.ts';
import { ApplicationId, OrganizationId, PersonId, SubmissionId } from '../../shared/model/ids.ts';
import { toJson } from '../../shared/model/json.ts';
import { applicantRow } from './people.ts';
import type { SeededIds } from './seeded-ids.ts';

/** Someone who applied to a cohort of the field. */
export interface Applied {
  readonly personId: PersonId;
  readonly applicationId: ApplicationId;
  readonly organizationId: OrganizationId;
  readonly name: string;
}

/** Makes the people of the field, each with an application and the form that was sent. */
export class FieldPeople {
  readonly #ids: SeededIds;
  readonly #organizations = new Map<string, OrganizationId>();
  #number = 0;

  constructor(ids: SeededIds) {
    this.#ids = ids;
  }

  /** The next person of all, who applied to a cohort; the form is the one of the bench's imports. */
  apply(cohort: Cohort, sentAt: Date, isAccepted: boolean, changes: Change[]): Applied {
    const number = this.#number;
    this.#number += 1;
    const row = applicantRow(number);
    const [, email = '', givenName = '', familyName = '', certificateName = '', school = '', jobTitle = ''] = row;
    const [highestPost, membership = '', years = '', phone = '', payment = '', needs = ''] = row.slice(7);
    const at = sentAt.getTime();
    const organizationId = this.#organization(school, at, changes);
    const personId = PersonId.parse(this.#ids.next(at));
    const applicationId = ApplicationId.parse(this.#ids.next(at));
    const submittedAt = instantOf(sentAt);
    const answers = toJson({
      submittedAt: row[0] ?? '',
      email,
      givenName,
      familyName,
      certificateName,
      organization: school,
      jobTitle,
      highestPost: highestPost ?? '',
      membership,
      yearsInEducation: years,
      phone,
      payment,
      needs,
    });
    changes.push(
      insert('person', {
        id: personId,
        givenName,
        familyName,
        certificateName: certificateName || null,
        email,
        phone,
        jobTitle,
        organizationId,
      }),
      insert('application', {
        id: applicationId,
        personId,
        cohortId: cohort.id,
        firstSubmittedAt: submittedAt,
        latestSubmittedAt: submittedAt,
        submittedDoubt: number % 97 === 5 ? 'missing' : null,
        status: isAccepted ? 'accepted' : 'submitted',
        statusAt: submittedAt,
        statusReason: null,
        membership: memberships[membership] ?? null,
        highestPost: highestPost === 'Yes' ? 'yes' : 'no',
        yearsInEducation: number % 89 === 3 ? null : Number(years),
        payment,
        needs: needs || null,
        answers,
        overrule: null,
        decision: null,
        readOrder: null,
      }),
      insert('submission', {
        id: SubmissionId.parse(this.#ids.next(at)),
        applicationId,
        submittedAt,
        answers,
        source: toJson({ file: `${cohort.name}.csv`, sheet: '', row: number + 2 }),
      }),
    );
    return { personId, applicationId, organizationId, name: certificateName || `${givenName} ${familyName}` };
  }

  #organization(name: string, at: number, changes: Change[]): OrganizationId {
    const known = this.#organizations.get(name);
    if (known) return known;
    const id = OrganizationId.parse(this.#ids.next(at));
    this.#organizations.set(name, id);
    changes.push(insert('organization', { id, name, kind: 'school-system' }));
    return id;
  }
}

const memberships: Readonly<Record<string, string>> = {
  Delegate: 'delegate',
  'ALET General Member': 'general',
  'Higher Ed': 'higher-ed',
  'Non-member': 'non-member',
};
