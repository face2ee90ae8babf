import { sayFeeState } from '../../../shared/model/fees.ts';
import {
  type ParticipantColumn,
  type ParticipantRow,
  type ParticipantsAnswer,
  participantTable,
  sayParticipant,
  sayParticipantStanding,
  usualParticipantColumns,
} from '../../../shared/views/cohorts.ts';
import { ChangedMark } from '../../kit/changed-mark.tsx';
import type { Column } from '../../kit/data-table/column.ts';
import { OverruledMark } from '../../kit/overruled-mark.tsx';
import type { StatusKey } from '../../kit/status.tsx';
import { Status } from '../../kit/status.tsx';
import { CourseDots, sayParticipantCourse } from './course-dots.tsx';

/** Where someone stands, as the pill shows it. */
export const participantStandingOf = (row: ParticipantRow): { readonly key: StatusKey; readonly word: string } => ({
  key: row.status === 'enrolled' && row.graduation !== 'not-enrolled' ? row.graduation : row.status,
  word: sayParticipantStanding(row),
});

type Look = Omit<Column<ParticipantRow>, 'key' | 'title' | 'text'>;

const looks: Readonly<Record<ParticipantColumn, Look>> = {
  name: { least: 148, always: true },
  organization: { least: 120, mute: true },
  courses: { width: 172 },
  // The dots of the courses say it already.
  attended: { width: 92, align: 'end', hidden: true },
  status: { width: 146 },
  missing: { least: 96, mute: true },
  certificateName: { least: 170 },
  jobTitle: { least: 150, mute: true },
  email: { least: 190, mute: true },
  phone: { width: 130, mute: true },
  tier: { width: 64, align: 'end' },
  years: { width: 70, align: 'end' },
  fee: { width: 100 },
};

/** The columns of the list of participants; the exported roster has the same. */
export const participantTableColumns = (courses: ParticipantsAnswer['courses']): readonly Column<ParticipantRow>[] =>
  participantTable.map(({ key, title }): Column<ParticipantRow> => {
    const column = { key, title, hidden: !usualParticipantColumns.includes(key), ...looks[key] };
    switch (key) {
      case 'courses':
        return {
          ...column,
          text: (row) => row.courses.map(sayParticipantCourse).join('; '),
          cell: (row) => <CourseDots row={row} courses={courses} />,
        };
      case 'attended':
        return { ...column, text: (row) => `${row.attended} of ${courses.length}` };
      case 'status':
        return {
          ...column,
          text: sayParticipant,
          cell: (row) => (
            <span className="cohorts-status">
              <Status of={participantStandingOf(row).key}>{participantStandingOf(row).word}</Status>
              {row.overruled && <OverruledMark />}
              {row.changedSince !== '' && <ChangedMark sentence={row.changedSince} />}
            </span>
          ),
        };
      case 'fee':
        return {
          ...column,
          text: ({ fee }) => (fee === null ? '' : sayFeeState[fee]),
          cell: ({ fee }) => fee && <Status of={fee} />,
        };
      default:
        return { ...column, text: (row) => row[key] };
    }
  });
