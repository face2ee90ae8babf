import { sayParticipantStatus } from '../../../shared/model/cohorts.ts';
import { sayDate, sayInstant } from '../../../shared/model/dates.ts';
import { sayFeeState } from '../../../shared/model/fees.ts';
import { sayCourseStanding } from '../../../shared/model/graduates.ts';
import { sayCents } from '../../../shared/model/money.ts';
import { nameOnCertificate, sayPhone } from '../../../shared/model/people.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { sayHours } from '../../../shared/model/session-hours.ts';
import type { PersonPage, PersonPlace } from '../../../shared/views/person.ts';
import type { Facts } from '../../call/facts.ts';
import type { PaperPart, PersonPaper } from './person-paper.ts';

/** A person’s page as it is printed: what the screen shows, in its order; a part that is empty is left out. */
export function paperOf({ zone, today }: Facts, { program }: Policy, page: PersonPage): PersonPaper {
  const { person, tags, applications, places, letters, notes, timeline } = page;
  const parts: readonly PaperPart[] = [
    {
      title: 'Contact',
      lines: [
        ['E-mail', person.email ?? ''],
        ['Phone', person.phone === null ? '' : sayPhone(person.phone)],
        ['Certificate name', nameOnCertificate(person)],
        ['Tags', tags.map(({ name }) => name).join(', ')],
      ],
    },
    {
      title: 'Applications',
      lines: applications.flatMap(({ cohort, firstSubmittedAt, statusSaid, decided }) => [
        [cohort, `Applied ${sayInstant(firstSubmittedAt, zone)}`] as const,
        ['', decided ?? ''] as const,
        ['', statusSaid ?? ''] as const,
      ]),
    },
    ...places.map(placeOnPaper),
    {
      title: 'Letters',
      lines: letters.map(({ writtenAt, subject, kind }) => [sayInstant(writtenAt, zone), `${subject} (${kind})`]),
    },
    {
      title: 'Notes',
      lines: notes.map(({ at, who, text }) => [sayInstant(at, zone), who === null ? text : `${text} (${who})`]),
    },
    {
      title: 'Timeline',
      lines: timeline.map(({ at, sentence, who }) => [at, who === null ? sentence : `${sentence} (${who})`]),
    },
  ];
  return {
    organization: program.organization,
    program: program.name,
    name: person.name,
    sub: [person.jobTitle, person.organization].filter(Boolean).join(', '),
    parts: parts
      .map(({ title, lines }) => ({ title, lines: lines.filter(([, text]) => text !== '') }))
      .filter(({ lines }) => lines.length > 0),
    madeOn: sayDate(today),
  };
}

function placeOnPaper(place: PersonPlace): PaperPart {
  const { cohort, status, graduatedOn, courses, fee, payments, certificates, recertification } = place;
  const graduated = graduatedOn === null ? '' : `, ${sayDate(graduatedOn)}`;
  return {
    title: cohort,
    lines: [
      ['Place', `${sayParticipantStatus[status]}${graduated}`],
      ...courses.map(({ title, standing, heldOn, hours }): readonly [string, string] => [
        title,
        [
          sayCourseStanding[standing],
          heldOn === null ? '' : sayDate(heldOn),
          hours === 0 ? '' : `${sayHours(hours)} hours`,
        ]
          .filter((word) => word !== '')
          .join(', '),
      ]),
      ['Fee', fee === null ? '' : `${sayFeeState[fee.state]}, ${sayCents(fee.paid)} of ${sayCents(fee.due)} paid`],
      ...payments.map((payment): readonly [string, string] => ['', payment]),
      ...certificates.map(({ number, issuedOn, ended }): readonly [string, string] => [
        'Certificate',
        `${number}, ${sayDate(issuedOn)}${ended === null ? '' : `. ${ended}`}`,
      ]),
      ['Re-certification', recertification?.said ?? ''],
    ],
  };
}
