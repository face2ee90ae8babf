import type { Tone } from './status.tsx';

interface MeterPart {
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
}

/** A bar of parts of a whole; what it shows is also said in words. */
export function Meter({
  parts,
  total = parts.reduce((sum, part) => sum + part.value, 0),
}: {
  readonly parts: readonly MeterPart[];
  readonly total?: number;
}) {
  const said = `${parts.map(({ label, value }) => `${label} ${value}`).join(', ')} of ${total}`;
  return (
    <div className="meter" role="img" aria-label={said}>
      {parts.map(({ label, value, tone }) => (
        <span
          key={label}
          className={`meter-${tone}`}
          style={{ width: total > 0 ? `${(value / total) * 100}%` : '0' }}
        />
      ))}
    </div>
  );
}
