import { useTicks } from '../features/attendance/store.ts';
import { isChanged as isDesignChanged } from '../features/certificate-designs/draft.ts';
import { useDesigns } from '../features/certificate-designs/store.ts';
import { useImport } from '../features/imports/store.ts';
import { isChanged, useDraft } from '../features/program/store.ts';
import { useUnsaved } from '../kit/unsaved.ts';

/** The drafts that outlive a visit to another screen: closing the window would lose them wherever one is. */
export function useUnsavedDrafts(): void {
  const settings = useDraft(isChanged);
  const importing = useImport(({ reading, touched }) => (reading !== null && touched ? reading.file : null));
  const design = useDesigns(({ draft }) => (draft !== null && isDesignChanged(draft) ? draft.name : null));
  const ticked = useTicks(({ bySession }) => [...bySession.values()].some(({ size }) => size > 0));
  useUnsaved(settings ? 'Your changes in Settings are not saved.' : null);
  useUnsaved(importing === null ? null : `What you chose for the import of ${importing} is not imported yet.`);
  useUnsaved(design === null ? null : `Your changes to the certificate design “${design}” are not saved.`);
  useUnsaved(ticked ? 'People are checked off on a sign-in sheet but not marked present yet.' : null);
}
