import { type ReactNode, useId } from 'react';

/** A framed part of a screen or an inspector, with a small title. */
export function Card({
  title,
  aside,
  level = 3,
  children,
  className = '',
}: {
  readonly title?: string;
  /** Stands at the right of the title. */
  readonly aside?: ReactNode;
  /** Of the title: 2 where the card stands on the screen itself, 3 in an inspector or below another title. */
  readonly level?: 2 | 3;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  const id = useId();
  const Title = level === 2 ? 'h2' : 'h3';
  if (title === undefined) return <div className={`card ${className}`}>{children}</div>;
  return (
    <section className={`card ${className}`} aria-labelledby={id}>
      <div className="card-head">
        <Title id={id}>{title}</Title>
        {aside}
      </div>
      {children}
    </section>
  );
}
