import './replayed.css';
import { Check, TriangleAlert } from 'lucide-react';

/** Whether a decision that was kept comes out the same when it is made again under its own version of the policy. */
export const Replayed = ({ agrees, sentence }: { readonly agrees: boolean; readonly sentence: string }) => (
  <p className={agrees ? 'replayed' : 'replayed replayed-differs'}>
    {agrees ? <Check aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
    {sentence}
  </p>
);
