import './requirements.css';
import { FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { countOf, sayCount } from '../../../shared/model/counts.ts';
import type { CivilDate } from '../../../shared/model/dates.ts';
import type { CohortId, ParticipantId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { RequirementList, RequirementView } from '../../../shared/views/requirements.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { DateField } from '../../kit/fields/date-field.tsx';
import { perform } from '../../kit/perform.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import { useToday } from '../../kit/status-store.ts';
import { ListPreview } from './list-preview.tsx';
import { MixedCheckbox } from './mixed-checkbox.tsx';

/** Whose checklist it is, and from which cohort's list it may be filled in; null: they are of several. */
export interface Checklist {
  readonly participantIds: readonly ParticipantId[];
  readonly who: string;
  readonly cohortId: CohortId | null;
}

/** A list that was read, and the requirement that it is for. */
interface Listed {
  readonly requirement: RequirementView;
  readonly list: RequirementList;
}

/** Ticks requirements off for one or many participants, by hand or from a list. What is ticked holds at once. */
export function ChecklistDialog({
  checklist: { participantIds, who, cohortId },
  onClose,
}: {
  readonly checklist: Checklist;
  readonly onClose: () => void;
}) {
  const ids = [...participantIds];
  const { value, problem } = useCall('requirements.show', { participantIds: ids });
  const today = useToday();
  const [metOn, setMetOn] = useState<CivilDate | null>(today);
  const [refused, setRefused] = useState<Problem | null>(null);
  const [listed, setListed] = useState<Listed | null>(null);
  const readList = async (requirement: RequirementView) => {
    if (cohortId === null) return;
    setRefused(null);
    const read = await call('requirements.readList', { cohortId, requirementId: requirement.id });
    if (!read.ok) setRefused(read.problem);
    else if (read.value) setListed({ requirement, list: read.value });
  };
  const turn = (requirement: RequirementView, isMet: boolean) => {
    if (isMet && metOn === null) return;
    void (isMet && metOn !== null
      ? perform('requirements.tick', { requirementId: requirement.id, participantIds: ids, metOn })
      : perform('requirements.clear', { requirementId: requirement.id, participantIds: ids }));
  };
  return (
    <Dialog keeps title={`Checklist of ${who}`} onClose={onClose}>
      <div className="stack">
        {value?.requirements.length === 0 && <NoRequirements />}
        {value && value.requirements.length > 0 && listed === null && (
          <>
            <DateField label="Done on" hint="What you check off now gets this day." value={metOn} onChange={setMetOn} />
            <ul className="requirements-list" aria-label="Requirements">
              {value.requirements.map((requirement) => (
                <li key={requirement.id}>
                  <MixedCheckbox
                    label={requirement.title}
                    hint={`${sayCount(requirement.met.length)} of ${sayCount(value.people)}`}
                    some={requirement.met.length > 0}
                    all={requirement.met.length === value.people}
                    onChange={(isMet) => turn(requirement, isMet)}
                  />
                  {cohortId !== null && (
                    <Button
                      kind="quiet"
                      icon={<FileSpreadsheet aria-hidden="true" />}
                      aria-label={`${requirement.title}: from a list…`}
                      onClick={() => void readList(requirement)}
                    >
                      From a list…
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
        {listed && metOn !== null && (
          <ListPreview
            title={listed.requirement.title}
            list={listed.list}
            onBack={() => setListed(null)}
            onTick={async () => {
              const { found } = listed.list;
              const done = await perform('requirements.tick', {
                requirementId: listed.requirement.id,
                participantIds: found.map(({ participantId }) => participantId),
                metOn,
                days: Object.fromEntries(
                  found.flatMap(({ participantId, metOn: day }) => (day === null ? [] : [[participantId, day]])),
                ),
                note: `From ${listed.list.file}`,
              });
              if (done.ok) setListed(null);
            }}
          />
        )}
        {(refused ?? problem) && <ProblemNote problem={refused ?? problem ?? { sentence: '', reasons: [] }} />}
        {listed === null && (
          <footer className="row dialog-actions">
            <Button kind="primary" onClick={onClose}>
              Done
            </Button>
            {value && value.people > 1 && <span className="mute">{countOf(value.people, 'person', 'people')}</span>}
          </footer>
        )}
      </div>
    </Dialog>
  );
}

/** That nothing is asked for besides the courses, and where that is decided. */
export function NoRequirements() {
  const [, go] = useLocation();
  return (
    <div className="stack">
      <p>
        Besides the courses, nothing is asked of this cohort. A cohort keeps what it began with; a requirement that you
        add in Settings is asked of cohorts that begin later, or, as a correction, from an earlier day on.
      </p>
      <div className="row">
        <Button onClick={() => go('/settings')}>Settings</Button>
      </div>
    </div>
  );
}
