import { useEffect } from 'react';
import { recallColumns } from '../../kit/data-table/choice.ts';
import { usePreferences } from '../../kit/preferences-store.ts';
import { useCall } from '../../kit/query.ts';

/** Keeps what was chosen on this laptop for whatever shows it; the window mounts it once. */
export function useChosenPreferences(): void {
  const { value } = useCall('preferences.show', {});
  useEffect(() => void recallColumns(), []);
  useEffect(() => {
    if (value) usePreferences.setState(value);
  }, [value]);
}
