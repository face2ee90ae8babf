import { done, refuse } from '../../../shared/model/result.ts';
import type { Errand, Handlers } from '../../call/handler.ts';
import { changePreferences, readPreferences } from '../../settings/preferences.ts';
import { keepTableColumns, readTableColumns } from '../../settings/table-columns.ts';

const show: Errand<'preferences.show'> = async (desk) => done(readPreferences(desk.settings));

const set: Errand<'preferences.set'> = async (desk, { theme, textSize, firstDayOfWeek }) => {
  const chosen = {
    ...(theme === undefined ? {} : { theme }),
    ...(textSize === undefined ? {} : { textSize }),
    ...(firstDayOfWeek === undefined ? {} : { firstDayOfWeek }),
  };
  try {
    desk.preferencesChanged(changePreferences(desk.settings, chosen));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse('The choice could not be kept: the disk refused. Free some space, then try again.');
  }
  desk.announce('');
  return done(null);
};

const columns: Errand<'preferences.columns'> = async (desk) => done(readTableColumns(desk.settings));

// Nothing is announced: the window that chose shows it already, and a desk has one window.
const keepColumns: Errand<'preferences.keepColumns'> = async (desk, { table, choice }) => {
  try {
    keepTableColumns(desk.settings, table, choice);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return refuse('The columns could not be saved: the disk refused. Free some space, then arrange them again.');
  }
  return done(null);
};

export const preferencesErrands: Pick<
  Handlers,
  'preferences.show' | 'preferences.set' | 'preferences.columns' | 'preferences.keepColumns'
> = {
  'preferences.show': show,
  'preferences.set': set,
  'preferences.columns': columns,
  'preferences.keepColumns': keepColumns,
};
