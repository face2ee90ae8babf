import './overruled-mark.css';
import { Pencil } from 'lucide-react';

/** That a lead overruled the rule, as small as it can be said; the reason stands where the decision does. */
export const OverruledMark = () => (
  <span className="overruled-mark" role="img" aria-label="Overruled" title="Overruled by a lead">
    <Pencil aria-hidden="true" />
  </span>
);
