import { useId, type ReactNode } from 'react';

import { TextLink } from './buttons.tsx';

type PageHeaderProps = {
  title: ReactNode;
  eyebrow?: ReactNode;
  lead?: ReactNode;
  /** Status of a record, and how long until its next deadline. */
  tag?: ReactNode;
  clock?: ReactNode;
  /** The next step: one primary button. */
  action?: ReactNode;
  back?: { to: string; label: string } | undefined;
};

export function PageHeader({ title, eyebrow, lead, tag, clock, action, back }: PageHeaderProps) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="max-w-[46rem] min-w-0 grow basis-96 max-sm:basis-full">
        {back || eyebrow ? (
          <p className="mb-1 text-sm text-ink-2">
            {back ? (
              <>
                <TextLink to={back.to}>{back.label}</TextLink>
                {eyebrow ? <span aria-hidden="true"> / </span> : null}
              </>
            ) : null}
            {eyebrow}
          </p>
        ) : null}
        <h1>{title}</h1>
        {tag || clock ? (
          <div className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-2">
            {tag}
            {clock ? <span className="text-ink-2">{clock}</span> : null}
          </div>
        ) : null}
        {lead ? <div className="mt-2 text-lg leading-normal text-ink-2">{lead}</div> : null}
      </div>
      {action ? <div className="flex flex-wrap gap-3 pt-1">{action}</div> : null}
    </header>
  );
}

type SectionProps = { title: ReactNode; children: ReactNode; id?: string; aside?: ReactNode };

export function Section({ title, children, id, aside }: SectionProps) {
  const own = useId();
  const headingId = `${id ?? own}-title`;
  return (
    <section id={id} aria-labelledby={headingId} className="min-w-0 scroll-mt-4">
      <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 id={headingId}>{title}</h2>
        {aside ? <div className="text-sm text-ink-2">{aside}</div> : null}
      </div>
      <div className="flex flex-col gap-6">{children}</div>
    </section>
  );
}

type ColumnsProps = { main: ReactNode; aside: ReactNode; side?: 'start' | 'end' };

/** Two columns when there is room; `side` says where the narrow one stands. Keyboard order is reading order. */
export function Columns({ main, aside, side = 'end' }: ColumnsProps) {
  const narrow = <div className="flex min-w-0 flex-col gap-6">{aside}</div>;
  return (
    <div
      className={`grid items-start gap-x-12 gap-y-8 ${
        side === 'end' ? 'lg:grid-cols-[minmax(0,1fr)_20rem]' : 'lg:grid-cols-[15.5rem_minmax(0,1fr)]'
      }`}
    >
      {side === 'start' ? narrow : null}
      <div className="flex min-w-0 flex-col gap-8">{main}</div>
      {side === 'end' ? narrow : null}
    </div>
  );
}

/** `terms`: codes need more room than words, and addresses a line of their own. */
type SummaryProps = { items: { term: ReactNode; value: ReactNode }[]; terms?: keyof typeof columnsOf };

const columnsOf = {
  short: 'sm:grid sm:grid-cols-[10rem_minmax(0,1fr)] sm:gap-4',
  codes: 'sm:grid sm:grid-cols-[18rem_minmax(0,1fr)] sm:gap-4',
  lines: '',
};

/** What is known, line by line, between hairlines. */
export function Summary({ items, terms = 'short' }: SummaryProps) {
  return (
    <dl className="border-b border-line">
      {items.map(({ term, value }, index) => (
        <div key={index} className={`keep border-t border-line py-2.5 ${columnsOf[terms]}`}>
          <dt className="text-ink-2 max-sm:text-sm">{term}</dt>
          <dd className="min-w-0">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Short facts of one kind, such as corridors, each in its own outline. */
export function Chips({ items }: { items: string[] }) {
  return (
    <ul className="flex flex-wrap gap-2">
      {items.map((item) => (
        <li key={item} className="rounded-md border border-line-strong px-2 py-0.5 text-sm">
          {item}
        </li>
      ))}
    </ul>
  );
}

type CardProps = { title?: ReactNode; children: ReactNode; tone?: 'plain' | 'stopped' };

export function Card({ title, children, tone = 'plain' }: CardProps) {
  return (
    <div
      className={`keep rounded-panel border border-line bg-card px-5 py-5 ${tone === 'stopped' ? 'border-s-4 border-s-stopped' : ''}`}
    >
      {title ? <h2 className="mb-2 text-lg">{title}</h2> : null}
      <div className="flex flex-col items-start gap-3 *:max-w-full [&>:not(a,button)]:w-full">{children}</div>
    </div>
  );
}

/** Running text. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className="prose">{children}</div>;
}
