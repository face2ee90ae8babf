import { type FormEvent, useState } from 'react';
import { countOf } from '../../../shared/model/counts.ts';
import type { OrganizationId } from '../../../shared/model/ids.ts';
import type { OrganizationKind } from '../../../shared/model/people.ts';
import { sayOrganizationKind } from '../../../shared/model/people.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { OrganizationRow } from '../../../shared/views/organizations.ts';
import { confirm } from '../../kit/ask.tsx';
import { Button } from '../../kit/button.tsx';
import { Card } from '../../kit/card.tsx';
import { call } from '../../kit/client.ts';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { Inspector } from '../../kit/inspector.tsx';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { kindOptions } from './kinds.ts';
import { useOrganizations } from './store.ts';

interface Other {
  readonly organizationId: OrganizationId;
  readonly name: string;
  readonly people: number;
}

/** One organization: its name and kind, and what it is merged with. */
export function OrganizationInspector({
  row,
  onClose,
}: {
  readonly row: OrganizationRow;
  readonly onClose: () => void;
}) {
  return (
    <Inspector title={row.name} sub={`${sayOrganizationKind[row.kind]} · ${sayPeople(row.people)}`} onClose={onClose}>
      <NameCard row={row} />
      <MergeCard row={row} />
    </Inspector>
  );
}

const sayPeople = (count: number): string => countOf(count, 'person', 'people');

function NameCard({ row }: { readonly row: OrganizationRow }) {
  const [name, setName] = useState(row.name);
  const [kind, setKind] = useState<OrganizationKind>(row.kind);
  const [problem, setProblem] = useState<Problem | null>(null);
  const same = name.trim() === row.name && kind === row.kind;
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (same || name.trim() === '') return;
    const result = await call('organizations.revise', { organizationId: row.organizationId, name, kind });
    setProblem(result.ok ? null : result.problem);
  };
  return (
    <Card title="Name and type">
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <TextField label="Name" value={name} onChange={setName} maxLength={200} required />
        <SelectField label="Type" value={kind} options={kindOptions} onChange={setKind} />
        {problem && <ProblemNote problem={problem} />}
        <div className="row">
          <Button type="submit" disabledBecause={same ? 'Nothing was changed.' : null}>
            Save
          </Button>
        </div>
      </form>
    </Card>
  );
}

function MergeCard({ row }: { readonly row: OrganizationRow }) {
  const [search, setSearch] = useState('');
  const wanted = search.trim().length > 1;
  const { value } = useCall('organizations.list', wanted ? { search, limit: 6 } : null);
  const found: readonly Other[] = wanted ? (value?.rows ?? []) : row.alike;
  const others = found.filter(({ organizationId }) => organizationId !== row.organizationId);
  return (
    <Card title="The same as another">
      <div className="stack">
        <TextField
          label="Find another spelling"
          hint={row.alike.length > 0 && !wanted ? 'These are spelled alike.' : 'Type two letters of its name.'}
          value={search}
          onChange={setSearch}
        />
        {others.length > 0 && (
          <ul className="organizations-others">
            {others.map((other) => (
              <li key={other.organizationId}>
                <span>
                  {other.name} <span className="mute">· {sayPeople(other.people)}</span>
                </span>
                <Button onClick={() => void mergeInto(row, other)}>Merge into this</Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

async function mergeInto(row: OrganizationRow, other: Other): Promise<void> {
  const yes = await confirm({
    title: `Merge ${row.name} into ${other.name}`,
    sentence: `${sayPeople(row.people)} of ${row.name} will be with ${other.name}, and ${row.name} leaves the list. You can undo this.`,
    action: 'Merge',
  });
  if (!yes) return;
  const result = await perform('organizations.merge', { keptId: other.organizationId, goneId: row.organizationId });
  if (result.ok) useOrganizations.getState().look({ openId: other.organizationId });
}
