import { type FormEvent, useId, useState } from 'react';
import { useLocation } from 'wouter';
import { sayCount } from '../../../shared/model/counts.ts';
import type { CohortId, CourseId, ParticipantId, SessionId } from '../../../shared/model/ids.ts';
import type { Problem } from '../../../shared/model/result.ts';
import type { MakeUpOffer, MakeUpPreview, ProgressCourse } from '../../../shared/views/progress.ts';
import { Button } from '../../kit/button.tsx';
import { call } from '../../kit/client.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { ProblemNote } from '../../kit/problem.tsx';
import { useCall } from '../../kit/query.ts';
import type { Assigning } from './assigning.ts';
import { OfferLines } from './offer-lines.tsx';

/** Lets several people make a course up at one session of another cohort, after showing who, where and how full it is. */
export function AssignDialog({
  cohortId,
  assigning,
  courses,
  onClose,
}: {
  readonly cohortId: CohortId;
  readonly assigning: Assigning;
  readonly courses: readonly ProgressCourse[];
  /** `did`: they are assigned. */
  readonly onClose: (did: boolean) => void;
}) {
  const [courseId, setCourseId] = useState(assigning.courseId);
  const [chosen, setChosen] = useState<SessionId | null>(null);
  const [left, setLeft] = useState<ReadonlySet<ParticipantId>>(new Set());
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const given = assigning.participantIds;
  const participantIds = given === 'all-who-need' ? given : [...given];
  const first = useCall('progress.previewMakeUps', { cohortId, courseId, participantIds });
  const offers = first.value?.offers ?? [];
  // The next session that is open, until another one is chosen.
  const sessionId = chosen ?? offers.find(({ whyNot }) => whyNot === null)?.sessionId ?? null;
  const whole = useCall('progress.previewMakeUps', { cohortId, courseId, participantIds, sessionId });
  const people = (sessionId === null ? first.value : whole.value)?.people ?? [];
  const may = people.filter(({ participantId, whyNot }) => whyNot === null && !left.has(participantId));
  const ids = may.map(({ participantId }) => participantId);
  const fewer = useCall(
    'progress.previewMakeUps',
    left.size > 0 && ids.length > 0 ? { cohortId, courseId, participantIds: ids, sessionId } : null,
  );
  const lines = (left.size > 0 ? fewer.value : whole.value)?.lines ?? [];
  const refused = first.problem ?? whole.problem ?? problem;

  const change = (part: { readonly courseId?: CourseId; readonly sessionId?: SessionId }) => {
    if (part.courseId) setCourseId(part.courseId);
    setChosen(part.sessionId ?? null);
    setLeft(new Set());
    setProblem(null);
  };
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (sessionId === null || ids.length === 0) return;
    const text = note.trim();
    const result = await call('progress.assignMakeUp', {
      participantIds: ids,
      courseId,
      sessionId,
      note: text === '' ? null : text,
    });
    if (result.ok) onClose(true);
    else setProblem(result.problem);
  };
  const whyNot = sessionId === null ? 'Choose a session first.' : ids.length === 0 ? 'No one is left to assign.' : null;
  return (
    <Dialog title="Assign a make-up" onClose={() => onClose(false)} wide>
      <form className="stack" onSubmit={(event) => void onSubmit(event)}>
        <SelectField
          label="Course"
          value={courseId}
          options={courses.map(({ id, number, title }) => ({ key: id, label: `${number} ${title}` }))}
          onChange={(next) => change({ courseId: next })}
        />
        {first.value && offers.length === 0 && <NoOffers course={first.value.course.title} cohortId={cohortId} />}
        {offers.length > 0 && (
          <Offers offers={offers} chosen={sessionId} onChoose={(next) => change({ sessionId: next })} />
        )}
        {first.value && <People people={people} left={left} onLeave={setLeft} />}
        {offers.length > 0 && (
          <TextField label="Note" hint="Optional; saved with the make-up." value={note} onChange={setNote} />
        )}
        {lines.length > 0 && ids.length > 0 && (
          <ul className="progress-lines" aria-label="What will happen" aria-live="polite">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {refused && <ProblemNote problem={refused} />}
        <footer className="row dialog-actions">
          <Button kind="primary" type="submit" disabledBecause={whyNot}>
            {ids.length > 0 ? `Assign ${sayCount(ids.length)}` : 'Assign'}
          </Button>
          <Button onClick={() => onClose(false)}>Cancel</Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** The coming sessions of the course with other cohorts, one to choose. */
function Offers({
  offers,
  chosen,
  onChoose,
}: {
  readonly offers: readonly MakeUpOffer[];
  readonly chosen: SessionId | null;
  readonly onChoose: (sessionId: SessionId) => void;
}) {
  const name = useId();
  return (
    <fieldset className="progress-choice">
      <legend>At the session</legend>
      {offers.map((offer) => (
        <label key={offer.sessionId} className="progress-choose">
          <input
            type="radio"
            name={name}
            checked={offer.sessionId === chosen}
            disabled={offer.whyNot !== null}
            onChange={() => onChoose(offer.sessionId)}
          />
          <span>
            <OfferLines offer={offer} />
            {offer.whyNot !== null && <span className="progress-why-not">{offer.whyNot}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Whom it is for: whoever can be assigned is, unless the tick is taken away; the others say why not. */
function People({
  people,
  left,
  onLeave,
}: {
  readonly people: MakeUpPreview['people'];
  readonly left: ReadonlySet<ParticipantId>;
  readonly onLeave: (left: ReadonlySet<ParticipantId>) => void;
}) {
  const turn = (id: ParticipantId, comes: boolean) => {
    const next = new Set(left);
    if (comes) next.delete(id);
    else next.add(id);
    onLeave(next);
  };
  if (people.length === 0) return <p className="mute">No one needs a make-up of this course.</p>;
  return (
    <fieldset className="progress-choice">
      <legend>For</legend>
      <div className="progress-people">
        {people.map(({ participantId, name, organization, whyNot }) => (
          <Checkbox
            key={participantId}
            label={organization === '' ? name : `${name}, ${organization}`}
            checked={whyNot === null && !left.has(participantId)}
            disabled={whyNot !== null}
            hint={whyNot ?? undefined}
            onChange={(comes) => turn(participantId, comes)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** That no session offers the course, and what a lead can do. */
function NoOffers({ course, cohortId }: { readonly course: string; readonly cohortId: CohortId }) {
  const [, go] = useLocation();
  return (
    <div className="progress-none">
      <p>
        No upcoming session of {course} with another cohort is scheduled. Schedule one there, or hold the course again
        for this cohort.
      </p>
      <Button onClick={() => go(`/cohorts/${cohortId}`)}>Add session</Button>
    </div>
  );
}
