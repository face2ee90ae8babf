import { screen } from '@testing-library/react';
import { CivilDate } from '../../../../shared/model/dates.ts';
import { CohortId, ParticipantId, PersonId } from '../../../../shared/model/ids.ts';
import { Cents } from '../../../../shared/model/money.ts';
import { done } from '../../../../shared/model/result.ts';
import type { CohortRow } from '../../../../shared/views/cohorts.ts';
import type {
  GraduateDetail,
  GraduateRow,
  GraduatesAnswer,
  GraduationPreview,
} from '../../../../shared/views/graduates.ts';
import type { Answers } from '../../fake-desk.ts';

/** A day as it is written in tests. */
export const day = (text: string) => CivilDate.parse(text);
const uuid = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
/** Their cohort. */
export const foxtrot = CohortId.parse(uuid(1));

/** A participant of Foxtrot. */
export function participant(number: number, name: string, facts: Partial<GraduateRow> = {}): GraduateRow {
  return {
    participantId: ParticipantId.parse(uuid(200 + number)),
    personId: PersonId.parse(uuid(300 + number)),
    name,
    certificateName: name,
    organization: 'Lee County Schools',
    cohortId: foxtrot,
    cohort: 'Foxtrot',
    verdict: 'may-graduate',
    attended: 6,
    courses: 6,
    missing: '',
    graduatedOn: null,
    certificate: null,
    overruled: false,
    changedSince: '',
    ...facts,
  };
}

/** Ready to graduate. */
export const renee = participant(1, 'Renée McAllister');
/** Ready to graduate too. */
export const isaac = participant(2, 'Isaac Rutledge');
/** Has graduated. */
export const zoe = participant(3, 'Zoë Lovelace', {
  verdict: 'graduated',
  graduatedOn: day('2024-06-03'),
  certificate: 'AL-CTO-Foxtrot-001',
});

/** Misses a course. */
export const short = participant(4, 'Cy Short', { verdict: 'courses-missing', attended: 5, missing: 'IT Management' });

/** What main answers with these rows. */
export const page = (
  rows: readonly GraduateRow[],
  counts: Partial<GraduatesAnswer['counts']> = {},
): GraduatesAnswer => ({
  total: rows.length,
  offset: 0,
  rows,
  counts: {
    graduates: 1,
    'may-graduate': 2,
    'requirements-missing': 0,
    'on-the-way': 3,
    'courses-missing': 1,
    ...counts,
  },
});

/** Foxtrot, as a cohort. */
export const cohort: CohortRow = {
  id: foxtrot,
  name: 'Foxtrot',
  status: 'running',
  opensOn: null,
  closesOn: null,
  seats: 30,
  fee: Cents.parse(7500),
  startsOn: null,
  endsOn: null,
  applicants: 0,
  participants: 6,
  graduates: 1,
  sessions: 6,
};

/** What the inspector shows of a row. */
export const detail = (row: GraduateRow): GraduateDetail => ({
  row,
  issuedTo: row.certificate === null ? null : row.certificateName,
  revoked: null,
  isUnlisted: false,
  decided: null,
  graduation: {
    verdict: row.verdict,
    attended: [],
    missing: [],
    lacking: [],
    courses: [],
    sentence: 'Nothing is missing: ready to graduate.',
    reasons: [
      { outcome: 'met', sentence: 'Attended Teaching and Learning on Mon, May 20, 2024', seen: '', clause: 'x' },
      { outcome: 'unmet', sentence: 'Missed IT Management on Thu, May 23, 2024', seen: '', clause: 'x' },
    ],
  },
  email: null,
  recertification: null,
  history: [],
});

/** Who would graduate of those asked about, or of all of Foxtrot. */
const preview = (asked: 'all-who-may' | readonly string[]): GraduationPreview => ({
  ready: [renee, isaac]
    .filter(({ participantId }) => asked === 'all-who-may' || asked.includes(participantId))
    .map(({ participantId, name, certificateName }) => ({ participantId, name, certificateName })),
  held: [short]
    .filter(({ participantId }) => asked === 'all-who-may' || asked.includes(participantId))
    .map(({ participantId, name, verdict, missing }) => ({
      participantId,
      name,
      verdict,
      missing,
      why: 'Can’t finish with this cohort: IT Management is missing.',
    })),
  graduated: asked === 'all-who-may' ? 1 : 0,
  left: 0,
  owing: [],
});

/** A desk with Foxtrot. */
export const answers: Answers = {
  'graduates.preview': ({ participantIds }) => done(preview(participantIds)),
  'requirements.show': () => done({ people: 1, requirements: [] }),
  'cohorts.list': () => done({ cohorts: [cohort], nextName: 'Golf', defaults: { seats: 30, fee: Cents.parse(7500) } }),
  'graduates.list': ({ show }) => done(page(show === 'may-graduate' ? [renee, isaac] : [zoe])),
  'graduates.show': () => done(detail(renee)),
  'graduates.graduate': () => done({ graduated: 2 }),
};

/** Someone’s row. */
export const row = (name: string) => screen.findByRole('row', { name: new RegExp(name) });
