import { Globe, Printer, ScrollText } from 'lucide-react';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { countOf } from '../../../shared/model/counts.ts';
import { sayDate } from '../../../shared/model/dates.ts';
import type { SheetFormat } from '../../../shared/views/page.ts';
import {
  type PublishedRow,
  type PublishedShow,
  publishedColumns,
  publishedShows,
  sayLeftOff,
  sayPublishedShow,
} from '../../../shared/views/published.ts';
import { askReason } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import { knownColumns } from '../../kit/data-table/choice.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty, NobodyFound } from '../../kit/empty.tsx';
import { ExportList } from '../../kit/list/export-list.tsx';
import { SelectedRows } from '../../kit/list/selected-rows.tsx';
import { SeveralInspector } from '../../kit/list/several-inspector.tsx';
import { useAskedList } from '../../kit/list/use-asked-list.ts';
import { useListing } from '../../kit/list/use-listing.ts';
import { perform, writeFile } from '../../kit/perform.ts';
import { printPaper } from '../../kit/print.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Status } from '../../kit/status.tsx';
import { Back, Chips, chipsOf, Search, Toolbar } from '../../kit/toolbar.tsx';
import { PublishedInspector } from './inspector.tsx';
import { usePublished } from './store.ts';

/** The columns of a part of the list: that everyone on it is on it needs no column. */
const columnsOf = (show: PublishedShow): readonly Column<PublishedRow>[] => [
  { key: 'name', title: 'Name', least: 200, always: true, text: ({ name }) => name },
  { key: 'organization', title: 'School system', least: 170, mute: true, text: ({ organization }) => organization },
  { key: 'cohort', title: 'Cohort', width: 110, text: ({ cohort }) => cohort },
  {
    key: 'graduatedOn',
    title: 'Graduated',
    width: 120,
    mute: true,
    text: ({ graduatedOn }) => (graduatedOn === null ? '' : sayDate(graduatedOn)),
  },
  {
    key: 'listed',
    hidden: show === 'listed',
    title: 'Published',
    width: 190,
    text: sayLeftOff,
    cell: (row) => (
      <Status of={row.leftOff === null ? 'listed' : row.leftOff === 'revoked' ? 'revoked' : 'left-off'}>
        {sayLeftOff(row)}
      </Status>
    ),
  },
];

const idOf = ({ participantId }: PublishedRow): string => participantId;

/** Leaves people off the published list, with a reason if there is one. */
async function leaveOff(rows: readonly PublishedRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const reason = await askReason({
    title: `Leave ${rows.length === 1 ? first.name : countOf(rows.length, 'graduate')} off the published list?`,
    sentence:
      'They stay graduates, and their certificates stay good. They are not on the list, the page, and the print that you make from now on; a page on the web site stays as it is until you replace it.',
    action: 'Leave off',
    optional: true,
    placeholder: 'Asked not to be listed',
  });
  if (reason === null) return;
  await perform('published.leaveOff', {
    personIds: rows.map(({ personId }) => personId),
    reason: reason.trim() === '' ? null : reason,
  });
}

const putBack = (rows: readonly PublishedRow[]) =>
  void perform('published.putBack', { personIds: rows.map(({ personId }) => personId) });

/** Graduates by cohort as the program publishes them: who is on the list, who is left off, and the papers made of it. */
export function PublishedPage() {
  const published = usePublished();
  const { show, search, sort, look } = published;
  const [, go] = useLocation();
  const closeInspector = useAskedList(publishedShows, look);
  const rows = useSlices('published.list', (slice) => ({ show, search, sort, ...slice }));
  const { answer } = rows;
  const table = `published ${show}`;
  const columns = useMemo(() => columnsOf(show), [show]);
  const list = useListing(rows, idOf, published);
  const { acting } = list;
  // One who is selected is whom the inspector is about, as on every list.
  const open = list.inspected.openId === null ? undefined : acting[0];
  const byChoice = acting.filter(({ leftOff }) => leftOff === 'by-choice');
  const listed = acting.filter(({ leftOff }) => leftOff === null);
  const none = answer?.counts.listed === 0 ? 'No one is on the list yet.' : null;
  const savePage = () => void writeFile('published.savePage', {});
  const print = () => void printPaper('published.print', {});
  useCommands([
    { id: 'published.page', label: 'Save graduates.html for the web site', keys: 'W', run: savePage },
    { id: 'published.print', label: 'Print the published list', keys: 'P', run: print },
    {
      id: 'published.leave-off',
      label: 'Leave off the published list',
      keys: 'O',
      onRows: { label: 'Leave off the list…', whyNot: listed.length > 0 ? null : 'None of them is on the list.' },
      run: () => void leaveOff(listed),
    },
    { id: 'published.back', label: 'Graduates', keys: 'Alt+ArrowLeft', run: () => go('/graduates') },
  ]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="Published list"
          sub={
            answer &&
            `${countOf(answer.counts.listed, 'graduate')} in ${countOf(answer.cohorts, 'cohort')}, as on the web site`
          }
          actions={
            <>
              <Back to="Graduates" onClick={() => go('/graduates')} />
              <ExportList
                call="published.export"
                onTheScreen={(format: SheetFormat) => ({
                  show,
                  search,
                  sort,
                  columns: knownColumns(table, columns, publishedColumns),
                  format,
                })}
                count={rows.total}
              />
              <Button icon={<Printer aria-hidden="true" />} keys="P" disabledBecause={none} onClick={print}>
                Print…
              </Button>
              <Button
                kind="primary"
                icon={<Globe aria-hidden="true" />}
                keys="W"
                disabledBecause={none}
                onClick={savePage}
              >
                Web page…
              </Button>
            </>
          }
        >
          <Search
            label="Search graduates"
            value={search}
            found={rows.total}
            onChange={(text) => look({ search: text })}
          />
          <Chips
            label="Show"
            value={show}
            options={chipsOf(publishedShows, sayPublishedShow, answer?.counts)}
            onChange={(next) => look({ show: next, selected: new Set(), sort: undefined })}
          />
        </Toolbar>
      }
      inspector={
        list.inspected.several.length > 0 ? (
          <SeveralInspector
            names={list.inspected.several.map(({ name }) => name)}
            onClear={list.clear}
            onClose={closeInspector}
          />
        ) : (
          open && (
            <PublishedInspector
              key={open.participantId}
              row={open}
              onLeaveOff={() => void leaveOff([open])}
              onPutBack={() => putBack([open])}
              onClose={closeInspector}
            />
          )
        )
      }
    >
      <DataTable
        key={table}
        name={table}
        label={`Graduates: ${sayPublishedShow[show]}`}
        columns={columns}
        {...list.table}
        empty={
          answer &&
          (search !== '' ? (
            <NobodyFound search={search} onClear={() => look({ search: '' })}>
              Searches names, school systems and cohorts.
            </NobodyFound>
          ) : (
            <Empty
              icon={<ScrollText />}
              title={show === 'listed' ? 'No one is on the published list yet' : 'No one is left off'}
            >
              {show === 'listed'
                ? 'Graduates are listed here by cohort, as the program publishes them. The list goes to Excel, to paper, and as one page to the association’s web site.'
                : 'Someone who asks not to be listed is left off here. They stay graduates, and their certificates stay good.'}
            </Empty>
          ))
        }
      />
      <SelectedRows label="Selected graduates" list={list}>
        {listed.length > 0 && <Button onClick={() => void leaveOff(listed)}>Leave off…</Button>}
        {byChoice.length > 0 && <Button onClick={() => putBack(byChoice)}>Put back</Button>}
      </SelectedRows>
    </Screen>
  );
}
