import { sayDate } from '../../../shared/model/dates.ts';
import { sayGraduation } from '../../../shared/model/graduates.ts';
import type { GraduateRow, GraduateShow } from '../../../shared/views/graduates.ts';
import { ChangedMark } from '../../kit/changed-mark.tsx';
import type { Column } from '../../kit/data-table/column.ts';
import { OverruledMark } from '../../kit/overruled-mark.tsx';
import { Status } from '../../kit/status.tsx';

const dash = <span className="mute">–</span>;

const name: Column<GraduateRow> = { key: 'name', title: 'Name', least: 170, always: true, text: (row) => row.name };
const organization: Column<GraduateRow> = {
  key: 'organization',
  title: 'School system',
  least: 150,
  mute: true,
  text: (row) => row.organization,
};
const cohort: Column<GraduateRow> = { key: 'cohort', title: 'Cohort', width: 100, text: (row) => row.cohort };
const certificateName: Column<GraduateRow> = {
  key: 'certificateName',
  title: 'Name for the certificate',
  least: 170,
  hidden: true,
  text: (row) => row.certificateName,
};

/** The columns of a part of the list; their keys are those that main sorts and exports by. */
export function columnsOfGraduates(show: GraduateShow): readonly Column<GraduateRow>[] {
  const standing: Column<GraduateRow> = {
    key: 'verdict',
    title: 'Status',
    width: 146,
    text: ({ verdict }) => sayGraduation[verdict],
    cell: ({ verdict }) => <Status of={verdict} />,
  };
  const attended: Column<GraduateRow> = {
    key: 'attended',
    title: 'Courses',
    width: 84,
    align: 'end',
    text: (row) => `${row.attended} of ${row.courses}`,
  };
  if (show === 'graduates') {
    return [
      name,
      organization,
      cohort,
      {
        key: 'graduatedOn',
        title: 'Graduated',
        width: 120,
        mute: true,
        text: ({ graduatedOn }) => (graduatedOn === null ? '' : sayDate(graduatedOn)),
      },
      {
        key: 'certificate',
        title: 'Certificate',
        width: 176,
        text: ({ certificate, overruled, changedSince }) =>
          [certificate ?? '', overruled ? 'overruled' : '', changedSince === '' ? '' : 'facts changed since']
            .filter(Boolean)
            .join(', '),
        cell: ({ certificate, overruled, changedSince }) => (
          <span className="row">
            {certificate ?? dash}
            {overruled && <OverruledMark />}
            {changedSince !== '' && <ChangedMark sentence={changedSince} />}
          </span>
        ),
      },
      certificateName,
      { ...standing, hidden: true },
      { ...attended, hidden: true },
    ];
  }
  return [
    name,
    organization,
    cohort,
    standing,
    attended,
    {
      key: 'missing',
      hidden: show === 'may-graduate',
      title: 'Missing',
      least: 200,
      mute: true,
      text: ({ missing }) => missing,
      cell: ({ missing }) => missing || dash,
    },
    { ...certificateName, hidden: show !== 'may-graduate' },
  ];
}
