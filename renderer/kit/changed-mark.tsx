import './overruled-mark.css';
import { TriangleAlert } from 'lucide-react';

/** That what a decision rests on has changed since; the decision stays, and the sentence says what changed. */
export const ChangedMark = ({ sentence }: { readonly sentence: string }) => (
  <span className="overruled-mark" role="img" aria-label="Facts changed since" title={sentence}>
    <TriangleAlert aria-hidden="true" />
  </span>
);
