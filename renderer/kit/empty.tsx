import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from './button.tsx';

/** An empty screen teaches: what belongs here, how it gets here, what to do first. */
export function Empty({
  icon,
  title,
  children,
  actions,
}: {
  readonly icon?: ReactNode;
  readonly title: string;
  /** A sentence or two. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="empty">
      {icon && <div className="empty-icon">{icon}</div>}
      <h2>{title}</h2>
      {children && <div className="empty-text">{children}</div>}
      {actions && <div className="row">{actions}</div>}
    </div>
  );
}

/** A list whose search finds no one: what it looks at, and the way back to everyone. */
export const NobodyFound = ({
  search,
  onClear,
  children,
}: {
  readonly search: string;
  readonly onClear: () => void;
  /** Searches these. */
  readonly children: ReactNode;
}) => (
  <Empty title={`No one matches “${search}”`} actions={<Button onClick={onClear}>Clear the search</Button>}>
    {children}
  </Empty>
);

/** A screen about a cohort while there is none: what it will show, and the way to open one. */
export function NoCohort({
  icon,
  title,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children: ReactNode;
}) {
  const [, go] = useLocation();
  const actions = (
    <Button kind="primary" onClick={() => go('/cohorts?new=cohort')}>
      Add cohort…
    </Button>
  );
  return (
    <Empty icon={icon} title={title} actions={actions}>
      {children}
    </Empty>
  );
}
