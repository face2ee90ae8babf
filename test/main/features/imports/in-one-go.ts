import { knowPeopleInSteps } from '../../../../main/features/imports/known-people.ts';
import { planApplicationsInSteps } from '../../../../main/features/imports/plan-applications.ts';
import { planGraduatesInSteps } from '../../../../main/features/imports/plan-graduates.ts';

/** What work in steps comes to, without a pause between them. */
function inOneGo<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export const knowPeople = (...asked: Parameters<typeof knowPeopleInSteps>) => inOneGo(knowPeopleInSteps(...asked));

/** The dry run of applications. */
export const planApplications = (...asked: Parameters<typeof planApplicationsInSteps>) =>
  inOneGo(planApplicationsInSteps(...asked));

/** The dry run of graduates. */
export const planGraduates = (...asked: Parameters<typeof planGraduatesInSteps>) =>
  inOneGo(planGraduatesInSteps(...asked));
