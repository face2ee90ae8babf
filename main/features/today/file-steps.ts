import path from 'node:path';
import { dayOf, daysBetween, sayInstant } from '../../../shared/model/dates.ts';
import type { NextStep } from '../../../shared/views/desk.ts';
import { databaseFile } from '../../call/database-file.ts';
import type { Facts } from '../../call/facts.ts';
import { sayName } from '../../files/say-name.ts';
import { backupTroubleOf, lastBackupAt } from '../backups/last-backup.ts';
import { cloudDriveOf } from '../files/cloud-folder.ts';

/** After so many days without a copy, Today asks for one. */
const backUpAfterDays = 7;

/** What the database's own file asks of a lead: a backup, and a place that no cloud drive syncs. */
export const fileSteps = (facts: Facts): readonly NextStep[] => [...backupSteps(facts), ...cloudSteps(facts)];

function backupSteps(facts: Facts): readonly NextStep[] {
  const last = lastBackupAt(facts.database);
  const trouble = backupTroubleOf(facts.database);
  if (trouble !== null) {
    const good = last === null ? 'None was made yet.' : `The last good one is of ${sayInstant(last, facts.zone)}.`;
    return [
      {
        key: 'backup-trouble',
        sentence: `No automatic backup could be made since ${sayInstant(trouble.since, facts.zone)}. ${trouble.sentence} ${good}`,
        action: 'Settings',
        path: '/settings?section=backups',
        urgency: 'now',
      },
    ];
  }
  const step = (sentence: string): readonly NextStep[] => [
    { key: 'back-up', sentence, action: 'Back up', path: '/settings', urgency: 'soon' },
  ];
  if (last !== null) {
    const days = daysBetween(dayOf(last, facts.zone), facts.today);
    return days < backUpAfterDays ? [] : step(`The last backup is ${days} days old`);
  }
  // An empty desk has nothing to lose.
  const empty = facts.database.get('SELECT 1 FROM person LIMIT 1') === undefined;
  return empty ? [] : step('There is no backup yet');
}

function cloudSteps(facts: Facts): readonly NextStep[] {
  const file = databaseFile(facts);
  // Looked at once: a folder begins to be synced, or ends, while no desk is open in it.
  const drive = facts.cached('cloud drive', [], () => cloudDriveOf(file));
  if (drive === null) return [];
  return [
    {
      key: 'cloud-folder',
      sentence: `${sayName(file)} is in a folder that ${drive} syncs (${path.basename(path.dirname(file))}). ${drive} may copy it half written, or put an older one in its place. Save a copy in a folder that isn’t synced, and open that one.`,
      action: 'Save a copy',
      path: '/settings',
      urgency: 'soon',
    },
  ];
}
