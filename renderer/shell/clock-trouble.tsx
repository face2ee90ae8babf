import { Clock } from 'lucide-react';

/** Stands above everything while the laptop's clock can't be right: whatever is done now gets a wrong day. */
export function ClockTrouble({ sentence }: { readonly sentence: string }) {
  return (
    <div className="file-trouble" role="status">
      <Clock aria-hidden="true" />
      <p>{sentence}</p>
    </div>
  );
}
