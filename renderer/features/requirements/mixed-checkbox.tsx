import { useEffect, useId, useRef } from 'react';

/** A tick for several people at once: all, none, or some of them. Pressed on some, it ticks the rest. */
export function MixedCheckbox({
  label,
  hint,
  some,
  all,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly some: boolean;
  readonly all: boolean;
  readonly onChange: (all: boolean) => void;
}) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const isMixed = some && !all;
  useEffect(() => {
    if (box.current) box.current.indeterminate = isMixed;
  }, [isMixed]);
  return (
    <div className="checkbox">
      <input
        ref={box}
        id={id}
        type="checkbox"
        checked={all}
        aria-describedby={`${id}-hint`}
        onChange={() => onChange(!all)}
      />
      <label htmlFor={id}>{label}</label>
      <div id={`${id}-hint`} className="field-hint number">
        {hint}
      </div>
    </div>
  );
}
