import { TriangleAlert } from 'lucide-react';
import { useEffect } from 'react';
import { checkAtStart, showTrouble, useDeskCheck } from './store.ts';

/** So many milliseconds after the first screen the file is looked at: whoever starts the app wants to see that screen first. */
const patience = 5_000;

/** Looks at the file once after the start; where something is wrong with it, a button that says so and shows what. */
export function StartCheck() {
  const trouble = useDeskCheck((state) => state.trouble);
  useEffect(() => {
    const timer = window.setTimeout(() => void checkAtStart(), patience);
    return () => window.clearTimeout(timer);
  }, []);
  if (trouble === null) return null;
  return (
    <button type="button" className="status-bar-trouble" title={trouble.sentence} onClick={showTrouble}>
      <TriangleAlert aria-hidden="true" size={14} /> {trouble.outcome === 'damaged' ? 'File damaged' : 'File changed'}
    </button>
  );
}
