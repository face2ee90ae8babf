import { sayCount } from '../../../shared/model/counts.ts';
import './organizations.css';
import { Plus, School } from 'lucide-react';
import { useState } from 'react';
import { sayOrganizationKind } from '../../../shared/model/people.ts';
import { type OrganizationRow, organizationShows, sayOrganizationShow } from '../../../shared/views/organizations.ts';
import { Button } from '../../kit/button.tsx';
import { useCommands } from '../../kit/commands.ts';
import type { Column } from '../../kit/data-table/column.ts';
import { DataTable } from '../../kit/data-table/data-table.tsx';
import { Empty } from '../../kit/empty.tsx';
import { heldRows } from '../../kit/held-rows.ts';
import { perform } from '../../kit/perform.ts';
import { Screen } from '../../kit/screen.tsx';
import { useSlices } from '../../kit/slices.ts';
import { Chips, chipsOf, Search, Toolbar } from '../../kit/toolbar.tsx';
import { AddOrganizationDialog } from './add-dialog.tsx';
import { OrganizationInspector } from './inspector.tsx';
import { useOrganizations } from './store.ts';

const columns: readonly Column<OrganizationRow>[] = [
  { key: 'name', title: 'Name', least: 240, always: true, text: ({ name }) => name },
  { key: 'kind', title: 'Type', width: 140, text: ({ kind }) => sayOrganizationKind[kind] },
  { key: 'people', title: 'People', width: 84, align: 'end', text: ({ people }) => sayCount(people) },
  {
    key: 'alike',
    title: 'Maybe the same as',
    least: 180,
    mute: true,
    sortable: false,
    text: ({ alike }) => alike.map(({ name }) => name).join(', '),
  },
];
const idOf = ({ organizationId }: OrganizationRow): string => organizationId;

/** School systems, colleges and other employers: names, kinds, and spellings that mean one. */
export function OrganizationsPage() {
  const { show, search, sort, openId, look, sortBy } = useOrganizations();
  const [adding, setAdding] = useState(false);
  const rows = useSlices('organizations.list', (slice) => ({ show, search, sort, ...slice }));
  const { answer } = rows;
  const [open] = openId === null ? [] : heldRows(rows, new Set([openId]), idOf);
  const missing = answer?.missing ?? 0;
  const fill = () => void perform('organizations.addShipped', {});
  useCommands([{ id: 'organizations.add', label: 'Add a school system', keys: 'A', run: () => setAdding(true) }]);
  return (
    <Screen
      toolbar={
        <Toolbar
          title="School systems"
          sub={answer && `${sayCount(answer.counts.everything)}, with colleges and other employers`}
          actions={
            <>
              {missing > 0 && <Button onClick={fill}>Add {sayCount(missing)} of Alabama’s list</Button>}
              <Button kind="primary" icon={<Plus aria-hidden="true" />} keys="A" onClick={() => setAdding(true)}>
                Add…
              </Button>
            </>
          }
        >
          <Search label="Search names" value={search} found={rows.total} onChange={(text) => look({ search: text })} />
          <Chips
            label="Show"
            value={show}
            options={chipsOf(organizationShows, sayOrganizationShow, answer?.counts)}
            onChange={(next) => look({ show: next })}
          />
        </Toolbar>
      }
      inspector={
        open && <OrganizationInspector key={open.organizationId} row={open} onClose={() => look({ openId: null })} />
      }
    >
      <DataTable
        name="organizations"
        label="School systems and other employers"
        columns={columns}
        rows={rows}
        idOf={idOf}
        sort={sort ?? { by: 'name', direction: 'up' }}
        onSort={sortBy}
        openId={openId}
        onOpen={({ organizationId }) => look({ openId: organizationId })}
        empty={
          answer && (
            <Empty icon={<School />} title={search === '' ? 'Nothing of this kind' : `Nothing matches “${search}”`}>
              School systems come in with applications and lists, however they were typed. Spellings that may mean the
              same one are under “Maybe the same”; merging moves all their people.
            </Empty>
          )
        }
      />
      {adding && <AddOrganizationDialog first={search} onClose={() => setAdding(false)} />}
    </Screen>
  );
}
