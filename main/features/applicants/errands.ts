import { sayDate } from '../../../shared/model/dates.ts';
import type { TableCell, TableColumn } from '../../../shared/model/roster.ts';
import { type ApplicantColumn, sayApplicantStatus } from '../../../shared/views/applicants.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { saveSheet } from '../../call/save-sheet.ts';
import { tableSheet } from '../../spreadsheets/write/table-sheet.ts';
import { noList } from '../selection/ranking.ts';
import { peopleTagged } from '../tags/tagged.ts';
import { applicantsOf, chosenApplicants } from './queries.ts';
import { applicantList, type ListedApplicant } from './rows.ts';

const columns: Readonly<Record<ApplicantColumn, Omit<TableColumn<ApplicantColumn>, 'key'>>> = {
  place: { title: 'Place', kind: 'number' },
  name: { title: 'Name', kind: 'text' },
  organization: { title: 'School system', kind: 'text' },
  tier: { title: 'Tier', kind: 'text' },
  years: { title: 'Years', kind: 'number' },
  applied: { title: 'Applied', kind: 'instant' },
  status: { title: 'Status', kind: 'text' },
  jobTitle: { title: 'Job title', kind: 'text' },
  email: { title: 'E-mail', kind: 'text' },
  phone: { title: 'Phone', kind: 'text' },
  payment: { title: 'Payment', kind: 'text' },
  needs: { title: 'Needs', kind: 'text' },
};

/** What a cell of the exported list holds: as the screen says it, but numbers and moments as what they are. */
function cellOf({ row, yearsInEducation }: ListedApplicant, column: ApplicantColumn): TableCell {
  switch (column) {
    case 'tier':
      return [row.tier, row.tierName].filter((part) => part !== null && part !== '').join(' ');
    case 'applied':
      return row.appliedDoubt === null ? row.applied : null;
    case 'years':
      // “15+” says more than 15 does, and stays a text.
      return row.years === String(yearsInEducation) ? yearsInEducation : row.years === '?' ? null : row.years;
    case 'status':
      return sayApplicantStatus(row);
    default:
      return row[column];
  }
}

const exportList: Errand<'applicants.export'> = async (desk, input) => {
  const facts = desk.facts();
  const list = applicantList(facts, input.cohortId);
  if (!list) return noList(facts, input.cohortId);
  const { cohort, inForce } = list.ranked;
  const title = `${cohort.name} applicants`;
  const chosen = chosenApplicants(list, { ...input, tagged: peopleTagged(facts, input.tagId) });
  const wanted = [...new Set(input.columns)];
  const sheet = tableSheet(
    title,
    wanted.map((key) => ({ key, ...columns[key] })),
    applicantsOf(list, chosen).map((applicant) =>
      Object.fromEntries(wanted.map((key) => [key, cellOf(applicant, key)])),
    ),
    { subtitle: `${inForce.policy.program.name}, ${sayDate(facts.today)}`, zone: facts.zone },
  );
  return saveSheet(desk, sheet, `${title} ${facts.today}`, input.format);
};

export const applicantErrands: Pick<Handlers, 'applicants.export'> = { 'applicants.export': exportList };
