import { Plus, Trash2 } from 'lucide-react';
import { CourseId } from '../../../shared/model/ids.ts';
import type { Policy } from '../../../shared/model/program.ts';
import { Button } from '../../kit/button.tsx';
import { TextField } from '../../kit/fields/text-field.tsx';
import { CompletionSection } from './completion-section.tsx';
import { ScheduleSection } from './schedule-section.tsx';
import { Section } from './section.tsx';
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
  const { courses } = policy;
  const rename = (id: CourseId, title: string) =>
    edit((now) => ({ courses: now.courses.map((course) => (course.id === id ? { ...course, title } : course)) }));
  const add = () =>
    edit((now) => {
      const id = newCourseId(now);
      return {
        courses: [...now.courses, { id, number: now.courses.length + 1, title: 'Another course' }],
        completion: { ...now.completion, courses: [...now.completion.courses, id] },
      };
    });
  const remove = (id: CourseId) =>
    edit((now) => ({
      courses: now.courses.filter((course) => course.id !== id).map((course, at) => ({ ...course, number: at + 1 })),
      completion: { ...now.completion, courses: now.completion.courses.filter((each) => each !== id) },
    }));
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
      <ScheduleSection policy={policy} base={base} />
      <CompletionSection policy={policy} base={base} />
    </>
  );
}
