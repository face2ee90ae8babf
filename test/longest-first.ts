import { statSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, in whole seconds of a processor, with those of the processes that they start. */
export const seconds: Readonly<Record<string, number>> = {
  'journeys/accessible.test.ts': 40,
  'journeys/whole-year.test.ts': 30,
  'journeys/door.test.ts': 28,
  'journeys/start.test.ts': 26,
  'packaging/package.test.ts': 25,
  'journeys/window.test.ts': 22,
  'journeys/kiosk.test.ts': 21,
  'journeys/printing.test.ts': 19,
  'journeys/file-to-certificate.test.ts': 18,
  'main/crash/bulk-accept.test.ts': 26,
  'main/crash/check-ins.test.ts': 13,
  'main/crash/undo-import.test.ts': 12,
  'main/spreadsheets/broken-bytes.test.ts': 12,
  'main/features/badges/badge-paper.test.ts': 11,
  'main/desk/gate.test.ts': 10,
  'main/spreadsheets/too-much.test.ts': 9,
  'main/database/held-files.test.ts': 8,
  'main/crash/back-ups.test.ts': 7,
  'renderer/features/program/settings.test.tsx': 12,
  'renderer/features/imports/wizard.test.tsx': 9,
  'renderer/features/attendance/check-in-answers.test.tsx': 9,
};

const root = import.meta.dirname;
/** Windows go first: a journey mostly waits for its own, and while the last ones wait the other files are there to run. */
const projects = ['journeys', 'node', 'screens'];

/**
 * Starts the files that take longest first, so that no core waits for one of them at the end. The three projects share
 * their workers, one project after the other: a worker that changes its project starts anew.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted(
      (a, b) =>
        projects.indexOf(a.project.name) - projects.indexOf(b.project.name) ||
        secondsOf(b) - secondsOf(a) ||
        statSync(b.moduleId).size - statSync(a.moduleId).size,
    );
  }
}

const secondsOf = ({ moduleId }: TestSpecification): number =>
  seconds[path.relative(root, moduleId).replaceAll('\\', '/')] ?? 0;
