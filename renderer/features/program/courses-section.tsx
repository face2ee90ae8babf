import { Plus, Trash2 } from 'lucide-react';
import { CourseId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/fields/checkbox.tsx';
import { SelectField } from '../../components/fields/select-field.tsx';
import { TextField } from '../../components/fields/text-field.tsx';
import { options, sayOthers } from './policy-words.ts';
import { Governed, Section } from './section.tsx';
import { useDraft } from './store.ts';

/** A key for a new course that no other has. */
function newCourseId(policy: Policy): CourseId {
  const taken = new Set<string>(policy.courses.map(({ id }) => id));
  let number = policy.courses.length + 1;
  while (taken.has(`course-${number}`)) number += 1;
  return CourseId.parse(`course-${number}`);
}

/** The courses, and what completing them takes. */
export function CoursesSection({ policy, base }: { readonly policy: Policy; readonly base: Policy }) {
  const edit = useDraft((draft) => draft.edit);
  const { courses, completion } = policy;
  const setCompletion = (part: Partial<Policy['completion']>) =>
    edit((now) => ({ completion: { ...now.completion, ...part } }));
  const rename = (id: CourseId, title: string) =>
    edit((now) => ({ courses: now.courses.map((course) => (course.id === id ? { ...course, title } : course)) }));
  const add = () =>
    edit((now) => {
      const id = newCourseId(now);
      return {
        courses: [...now.courses, { id, number: now.courses.length + 1, title: 'A further course' }],
        completion: { ...now.completion, courses: [...now.completion.courses, id] },
      };
    });
  const remove = (id: CourseId) =>
    edit((now) => ({
      courses: now.courses.filter((course) => course.id !== id).map((course, at) => ({ ...course, number: at + 1 })),
      completion: { ...now.completion, courses: now.completion.courses.filter((each) => each !== id) },
    }));
  const require = (id: CourseId, required: boolean) =>
    setCompletion({
      // In the order of the courses, so that the same choice is the same policy.
      courses: courses
        .map((course) => course.id)
        .filter((each) => (each === id ? required : completion.courses.includes(each))),
    });
  return (
    <>
      <Section id="courses" title="Courses">
        <ol className="settings-list">
          {courses.map(({ id, number, title }) => (
            <li key={id} className="settings-line">
              <span className="mute number">{number}</span>
              <TextField
                bare
                required
                label={`Title of course ${number}`}
                value={title}
                onChange={(text) => rename(id, text)}
              />
              <Button
                kind="quiet"
                className="icon-only"
                aria-label={`Remove ${title}`}
                disabledBecause={courses.length === 1 ? 'A program has at least one course.' : null}
                icon={<Trash2 aria-hidden="true" />}
                onClick={() => remove(id)}
              />
            </li>
          ))}
        </ol>
        <div className="row">
          <Button icon={<Plus aria-hidden="true" />} onClick={add}>
            Add a course
          </Button>
        </div>
      </Section>
      <Section id="completion" title="Completion">
        <Governed clauses={[completion.clause]} changed={completion.courses.join() !== base.completion.courses.join()}>
          <fieldset className="settings-choice">
            <legend>A graduate has attended</legend>
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
        <Governed
          clauses={[completion.otherCohortsClause]}
          changed={completion.otherCohortsSessions !== base.completion.otherCohortsSessions}
        >
          <SelectField
            label="A session of the course held for another cohort"
            value={completion.otherCohortsSessions}
            options={options(sayOthers)}
            onChange={(otherCohortsSessions) => setCompletion({ otherCohortsSessions })}
          />
        </Governed>
      </Section>
    </>
  );
}
