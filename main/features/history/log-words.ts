import { CivilDate, sayDate, sayDay } from '../../../shared/model/dates.ts';
import { sayNumber } from '../../../shared/model/devices.ts';
import { sayPaidBy } from '../../../shared/model/fees.ts';
import { sayChannel, sayTheLetter } from '../../../shared/model/letters.ts';
import { sayCents } from '../../../shared/model/money.ts';
import type { TableName, Tables } from '../../../shared/model/tables.ts';
import type { Scalar } from '../../database/handles.ts';
import type { LogNames } from './log-names.ts';
import {
  applicant,
  cohortStatus,
  day,
  doubt,
  type LogWords,
  moment,
  money,
  organization,
  participant,
  participantStatus,
  person,
  phone,
  plain,
  quoted,
  type Said,
  status,
  unsaid,
  yesNo,
} from './log-said.ts';
import { sessionWords } from './log-words-sessions.ts';

const overruled: Said = (value) => {
  const { tier, reason } = readOverrule(String(value));
  return `${tier === null ? 'not eligible' : `tier ${tier}`}, “${reason}”`;
};

function readOverrule(text: string): { tier: unknown; reason: unknown } {
  const parsed: unknown = JSON.parse(text);
  if (typeof parsed !== 'object' || parsed === null) return { tier: null, reason: '' };
  return { tier: 'tier' in parsed ? parsed.tier : null, reason: 'reason' in parsed ? parsed.reason : '' };
}

/** How every table of the log reads. */
export const logWords: { readonly [Name in TableName]: LogWords<Tables[Name]> } = {
  policyVersion: {
    about: () => null,
    added: (row) => `version ${sayNumber(row.number)} of the policy, from ${sayDate(row.effectiveOn)}: ${row.note}`,
    removed: (row) => `version ${sayNumber(row.number)} of the policy taken back`,
    fields: { effectiveOn: ['in effect from', day], note: ['note', quoted] },
  },
  course: {
    about: (row) => `Course ${row.number}, ${row.title}`,
    added: () => 'new',
    removed: () => 'left the program',
    fields: { number: ['number', plain], title: ['title', quoted] },
  },
  organization: {
    about: (row) => row.name,
    added: (row) => (row.kind === 'school-system' ? 'new school system' : 'new employer'),
    removed: () => 'taken off the list',
    fields: { name: ['name', quoted], kind: ['kind', plain] },
  },
  person: {
    about: (row) => `${row.givenName} ${row.familyName}`.trim(),
    added: () => 'new on the desk',
    removed: () => 'taken off the desk',
    fields: {
      givenName: ['given name', plain],
      familyName: ['family name', plain],
      certificateName: ['name for the certificate', quoted],
      email: ['e-mail', plain],
      phone: ['phone', phone],
      jobTitle: ['job title', quoted],
      organizationId: ['school system', organization],
    },
  },
  notSamePerson: {
    about: (row, names) => names.person(row.personA),
    added: (row, names) => `not the same person as ${names.person(row.personB)}`,
    removed: (row, names) => `may be the same person as ${names.person(row.personB)} after all`,
    fields: {
      personA: ['not the same person:', person],
      personB: ['not the same person as', person],
    },
  },
  cohort: {
    about: (row) => row.name,
    added: (row) => `new cohort with ${row.seats} seats`,
    removed: () => 'cohort taken back',
    fields: {
      name: ['name', quoted],
      status: ['status', cohortStatus],
      opensOn: ['applications open', day],
      closesOn: ['applications close', day],
      seats: ['seats', plain],
      fee: ['fee', money],
      startsOn: ['starts', day],
      endsOn: ['ends', day],
    },
  },
  application: {
    about: (row, names) => names.person(row.personId),
    added: (row, names) =>
      row.submittedDoubt === null
        ? `applied to ${names.cohort(row.cohortId)} on ${moment(row.firstSubmittedAt, names)}`
        : `applied to ${names.cohort(row.cohortId)}; the time of submission is in doubt: ${doubt(row.submittedDoubt, names)}`,
    removed: (row, names) => `application to ${names.cohort(row.cohortId)} taken back`,
    fields: {
      personId: ['application of', person],
      cohortId: ['cohort', (value, names) => names.cohort(value)],
      status: ['status', status],
      statusReason: ['reason', quoted],
      firstSubmittedAt: ['first sent', moment],
      latestSubmittedAt: ['last sent', moment],
      submittedDoubt: ['doubt about the time of submission:', doubt],
      membership: ['membership', (value, names) => names.membership(value)],
      highestPost: ['highest post', yesNo],
      yearsInEducation: ['years in education', plain],
      payment: ['payment', quoted],
      needs: ['needs', quoted],
      overrule: ['set by a lead:', overruled],
      answers: ['answers changed', unsaid],
    },
  },
  submission: {
    about: (row, names) => names.applicant(row.applicationId),
    added: (row, names) => `form sent on ${moment(row.submittedAt, names)}`,
    removed: (row, names) => `form of ${moment(row.submittedAt, names)} taken back`,
    fields: { applicationId: ['form of', applicant] },
  },
  seatOffer: {
    about: (row, names) => names.applicant(row.applicationId),
    added: (row) =>
      `seat offered until ${sayDay(row.replyBy)}${row.overruleReason ? `, against the order: “${row.overruleReason}”` : ''}`,
    removed: (row) => `offer of the seat until ${sayDay(row.replyBy)} taken back`,
    fields: {
      applicationId: ['offer to', applicant],
      replyBy: ['may answer until', (value) => sayDay(CivilDate.parse(value))],
      answer: ['offer of the seat', plain],
      answeredOn: ['answered', day],
    },
  },
  participant: {
    about: (row, names) => names.person(row.personId),
    added: (row, names) =>
      row.status === 'graduated'
        ? `graduate of ${names.cohort(row.cohortId)}${row.graduatedOn ? `, ${sayDate(row.graduatedOn)}` : ''}`
        : `${participantStatus(row.status, names)} in ${names.cohort(row.cohortId)}`,
    removed: (row, names) => `place in ${names.cohort(row.cohortId)} taken back`,
    fields: {
      personId: ['place of', person],
      applicationId: ['application changed', unsaid],
      cohortId: ['cohort', (value, names) => names.cohort(value)],
      status: ['status', participantStatus],
      graduatedOn: ['graduated on', day],
      remark: ['remark', quoted],
    },
  },
  ...sessionWords,
  certificate: {
    about: (row, names) => names.participant(row.participantId),
    added: (row) =>
      `certificate ${row.number} issued to ${row.name}${row.overruleReason ? `, overruling the rule: “${row.overruleReason}”` : ''}`,
    removed: (row) => `certificate ${row.number} taken back`,
    fields: {
      participantId: ['certificate of', participant],
      name: ['name on the certificate', quoted],
      number: ['number', plain],
      issuedOn: ['issued', day],
    },
  },
  recertificationDue: {
    about: (row, names) => names.participant(row.participantId),
    added: (row) => `documents due ${sayDate(row.dueOn)}${row.remark ? `, “${row.remark}”` : ''}`,
    removed: (row) => `due date ${sayDate(row.dueOn)} taken back`,
    fields: { participantId: ['documents of', participant], dueOn: ['documents due', day], remark: ['remark', quoted] },
  },
  recertificationReceipt: {
    about: (row, names) => names.owner(row.dueId),
    added: (row) => `documents received ${sayDate(row.receivedOn)}${row.note ? `, “${row.note}”` : ''}`,
    removed: (row) => `receipt of ${sayDate(row.receivedOn)} taken back`,
    fields: {
      dueId: ['documents of', (value, names) => names.owner(value)],
      receivedOn: ['documents received', day],
      note: ['note', quoted],
    },
  },
  feePayment: {
    about: (row, names) => names.participant(row.participantId),
    added: (row) => sayFeePayment(row),
    removed: (row) => `${sayFeePayment(row)}: taken back`,
    fields: { participantId: ['fee of', participant], organizationId: ['paid by', organization] },
  },
  invoice: {
    about: () => null,
    added: (row) => `invoice ${row.number} to ${row.billTo}, ${sayDate(row.issuedOn)}`,
    removed: (row) => `invoice ${row.number} to ${row.billTo} taken back`,
    fields: { organizationId: ['invoice to', organization] },
  },
  invoiceLine: {
    about: (row) => row.name,
    added: (row, names) => `${sayCents(row.cents)} on invoice ${names.invoice(row.invoiceId)}`,
    removed: (row, names) => `${sayCents(row.cents)} off invoice ${names.invoice(row.invoiceId)}`,
    fields: { participantId: ['invoice for', participant] },
  },
  savedMapping: {
    about: (row) => `Columns of ${row.kind}, “${row.name}”`,
    added: () => 'saved',
    removed: () => 'forgotten',
    fields: { name: ['name', quoted], shapes: ['columns changed', unsaid] },
  },
  letterTemplate: {
    about: (row) => `The words of ${sayTheLetter(row.kind)}`,
    added: (row) => `changed, “${row.subject}”`,
    removed: () => 'as they came with the app again',
    fields: { subject: ['subject', quoted], body: ['words changed', unsaid] },
  },
  letter: {
    about: (row, names) => names.person(row.personId),
    added: (row, names) =>
      `${sayTheLetter(row.kind)} for ${names.cohort(row.cohortId)} written as a ${sayChannel[row.channel]}`,
    removed: (row) => `${sayTheLetter(row.kind)} counts as not written; the file “${row.file}” stays where it is`,
    fields: { personId: ['letter to', person] },
  },
};

/** `$75 received by check 1042 from Lee County Schools, Jun 3, 2024`; a waiver or a refund with its reason. */
function sayFeePayment({ kind, cents, method, reference, payer, receivedOn, note }: Tables['feePayment']): string {
  const by = method === null ? '' : ` by ${sayPaidBy(method, reference)}`;
  const whom = payer === null ? '' : ` ${kind === 'refund' ? 'to' : 'from'} ${payer}`;
  const done = { payment: 'received', refund: 'refunded', waiver: 'of the fee waived' }[kind];
  return `${sayCents(cents)} ${done}${by}${whom}, ${sayDate(receivedOn)}${note ? `, “${note}”` : ''}`;
}

/** One changed field: `status submitted → accepted`; a value that came or went alone says so. */
export function sayField(word: string, say: Said, before: Scalar, after: Scalar, names: LogNames): string {
  if (say === unsaid) return word;
  const value = (of: string | number): string => say(of, names);
  if (before === null) return after === null ? word : `${word} ${value(after)}`;
  return `${word} ${value(before)} → ${after === null ? 'none' : value(after)}`;
}
