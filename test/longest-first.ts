import { statSync } from 'node:fs';
import path from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, in whole seconds of a processor, with those of the processes that they start. */
export const seconds: Readonly<Record<string, number>> = {
  'renderer/shell/every-list.test.tsx': 50,
  'journeys/accessible.test.ts': 40,
  'journeys/whole-year.test.ts': 30,
  'journeys/door.test.ts': 28,
  'journeys/start.test.ts': 26,
  'main/crash/bulk-accept.test.ts': 26,
  'journeys/window.test.ts': 22,
  'journeys/kiosk.test.ts': 21,
  'packaging/package.test.ts': 20,
  'journeys/printing.test.ts': 19,
  'journeys/file-to-certificate.test.ts': 18,
  'main/crash/check-ins.test.ts': 13,
  'journeys/imports.test.ts': 12,
  'main/crash/undo-import.test.ts': 12,
  'main/spreadsheets/broken-bytes.test.ts': 12,
  'renderer/features/program/settings.test.tsx': 12,
  'main/desk/gate.test.ts': 10,
  'journeys/selection.test.ts': 10,
  'journeys/fees.test.ts': 10,
  'journeys/verify-page.test.ts': 9,
  'main/features/badges/badge-paper.test.ts': 9,
  'main/spreadsheets/too-much.test.ts': 9,
  'renderer/features/imports/wizard.test.tsx': 9,
  'renderer/features/attendance/check-in-answers.test.tsx': 9,
  'journeys/exports.test.ts': 8,
  'main/database/held-files.test.ts': 8,
  'main/crash/back-ups.test.ts': 7,
};

const root = import.meta.dirname;
/** Of the files that no one has measured, those with a window of their own come first. */
const projects = ['journeys', 'node', 'screens'];

/**
 * Starts the files that take longest first, of whatever kind, so that no core waits for one of them at the end, and so
 * that there is work for it while a journey waits for its window.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted(
      (a, b) =>
        secondsOf(b) - secondsOf(a) ||
        projects.indexOf(a.project.name) - projects.indexOf(b.project.name) ||
        statSync(b.moduleId).size - statSync(a.moduleId).size,
    );
  }
}

const secondsOf = ({ moduleId }: TestSpecification): number =>
  seconds[path.relative(root, moduleId).replaceAll('\\', '/')] ?? 0;
