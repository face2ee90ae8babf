import { wordFor } from '../../../shared/model/counts.ts';
import type { CourseId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { Checkbox } from '../../kit/fields/checkbox.tsx';
import { NumberField } from '../../kit/fields/number-field.tsx';
import { SelectField } from '../../kit/fields/select-field.tsx';
import { options, sayAssignment, sayExcused, sayMeasure, sayOthers, sayParts } from '../policy-words/policy-words.ts';
import { Governed, Section } from './section.tsx';
import { useDraft } from './store.ts';

type Completion = Policy['completion'];

/** What a graduate must have done: which courses, how much of each, and how what was missed is made up. */
export function CompletionSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { courses, completion } = policy;
  const set = (part: Partial<Completion>) => edit((now) => ({ completion: { ...now.completion, ...part } }));
  const isChanged = (...keys: readonly (keyof Completion)[]): boolean =>
    keys.some((key) => String(completion[key]) !== String(base.completion[key]));
  const require = (id: CourseId, required: boolean) =>
    set({
      // In the order of the courses, so that the same choice is the same policy.
      courses: courses
        .map((course) => course.id)
        .filter((each) => (each === id ? required : completion.courses.includes(each))),
    });
  return (
    <Section
      id="completion"
      title="Completion"
      about="These decide who can graduate, right away, for everyone who has not graduated yet."
    >
      <Governed clauses={[completion.clause]} changed={isChanged('courses')}>
        <fieldset className="settings-choice">
          <legend>A graduate has completed</legend>
          {courses.map(({ id, title }) => (
            <Checkbox
              key={id}
              label={title}
              checked={completion.courses.includes(id)}
              onChange={(required) => require(id, required)}
            />
          ))}
          {completion.courses.length === 0 && (
            <p className="field-problem" aria-invalid="true" role="alert">
              A graduate needs at least one course.
            </p>
          )}
        </fieldset>
      </Governed>
      <Attending completion={completion} set={set} isChanged={isChanged} />
      <MakingUp completion={completion} set={set} isChanged={isChanged} />
    </Section>
  );
}

interface Part {
  readonly completion: Completion;
  readonly set: (part: Partial<Completion>) => void;
  /** Whether any of these settings differs from the version that the changes start from. */
  readonly isChanged: (...keys: readonly (keyof Completion)[]) => boolean;
}

/** How much of a course, and of a session, must be attended. */
function Attending({ completion, set, isChanged }: Part) {
  const { measure, sessionsRequired, hoursRequired, leastShare, partsOfSessions } = completion;
  return (
    <>
      <Governed
        clauses={[completion.measureClause]}
        changed={isChanged('measure', 'sessionsRequired', 'hoursRequired')}
      >
        <SelectField
          label="A course is completed by"
          value={measure}
          options={options(sayMeasure)}
          onChange={(next) => set({ measure: next })}
        />
        {measure === 'sessions' ? (
          <NumberField
            label="Sessions of a course"
            unit={wordFor(sessionsRequired, 'session')}
            min={1}
            max={50}
            value={sessionsRequired}
            onChange={(sessions) => sessions !== null && set({ sessionsRequired: sessions })}
          />
        ) : (
          <NumberField
            label="Hours of a course"
            unit="hours"
            fractions
            min={0.25}
            max={1_000}
            value={hoursRequired}
            onChange={(hours) => hours !== null && set({ hoursRequired: hours })}
          />
        )}
      </Governed>
      <Governed clauses={[completion.leastShareClause]} changed={isChanged('leastShare')}>
        <NumberField
          label="A session counts as attended from"
          hint="Below it, the session counts as partly attended."
          unit="% of its hours"
          min={1}
          max={100}
          value={leastShare}
          onChange={(share) => share !== null && set({ leastShare: share })}
        />
      </Governed>
      <Governed clauses={[completion.partsOfSessionsClause]} changed={isChanged('partsOfSessions')}>
        <SelectField
          label="Parts of several sessions of a course"
          value={partsOfSessions}
          options={options(sayParts)}
          onChange={(next) => set({ partsOfSessions: next })}
        />
      </Governed>
      <Governed clauses={[completion.excusedClause]} changed={isChanged('excused')}>
        <SelectField
          label="An excused absence"
          value={completion.excused}
          options={options(sayExcused)}
          onChange={(excused) => set({ excused })}
        />
      </Governed>
    </>
  );
}

/** What counts as made up, for whom and until when. */
function MakingUp({ completion, set, isChanged }: Part) {
  const { otherCohortsSessions, makeUpAssignment, makeUpDays } = completion;
  return (
    <>
      <Governed clauses={[completion.otherCohortsClause]} changed={isChanged('otherCohortsSessions')}>
        <SelectField
          label="A session of the course held for another cohort"
          value={otherCohortsSessions}
          options={options(sayOthers)}
          onChange={(next) => set({ otherCohortsSessions: next })}
        />
      </Governed>
      {otherCohortsSessions === 'count' && (
        <>
          <Governed clauses={[completion.makeUpAssignmentClause]} changed={isChanged('makeUpAssignment')}>
            <SelectField
              label="It counts"
              value={makeUpAssignment}
              options={options(sayAssignment)}
              onChange={(next) => set({ makeUpAssignment: next })}
            />
          </Governed>
          <Governed clauses={[completion.makeUpDaysClause]} changed={isChanged('makeUpDays')}>
            <NumberField
              label="A course can be made up until"
              hint="Leave blank for no last day. A cohort without a last day of its own has none either."
              unit={makeUpDays === null ? 'no last day' : 'days after the cohort’s last day'}
              optional
              min={0}
              max={3_660}
              value={makeUpDays}
              onChange={(days) => set({ makeUpDays: days })}
            />
          </Governed>
        </>
      )}
    </>
  );
}
