import type { ReactNode } from 'react';

/** A screen of the frame: its toolbar, what it shows, and the inspector at its right while a record is open. */
export function Screen({
  toolbar,
  inspector,
  children,
}: {
  readonly toolbar: ReactNode;
  readonly inspector?: ReactNode;
  /** A table fills the rest; wrap anything that should scroll in a `<div className="scroll">`. */
  readonly children: ReactNode;
}) {
  return (
    <div className={inspector ? 'screen screen-inspecting' : 'screen'}>
      <section className="screen-main" data-screen>
        {toolbar}
        <div className="screen-body">{children}</div>
      </section>
      {inspector}
    </div>
  );
}
