import { useEffect } from 'react';
import { type EvidencePerson, useEvidence } from './store.ts';

/** Says whose evidence a file is that is dropped on the window while this is shown; null: a dialog asks whose. */
export function useEvidenceHere(person: EvidencePerson | null): void {
  const { personId, name } = person ?? {};
  useEffect(() => {
    const { showHere } = useEvidence.getState();
    showHere(personId === undefined || name === undefined ? null : { personId, name });
    return () => showHere(undefined);
  }, [personId, name]);
}
