import type { ReactNode } from 'react';

import { dayInWords, untilInWords } from '#app/platform/calendar.ts';

import { ButtonLink } from './buttons.tsx';
import { EmptyState } from './empty.tsx';
import { Icon } from './icons.tsx';

type Task = {
  id: string;
  what: ReactNode;
  about: ReactNode;
  due: string | null;
  href: string;
  action: string;
};
type TaskListProps = { tasks: readonly Task[]; today: string; empty?: ReactNode };

/** What needs somebody now, in the order given; late in words and in colour. */
export function TaskList({
  tasks,
  today,
  empty = 'When something does, it stands here with its day.',
}: TaskListProps) {
  if (tasks.length === 0) return <EmptyState title="Nothing needs you now">{empty}</EmptyState>;
  return (
    <ul className="rounded-panel border border-line bg-card">
      {tasks.map((task) => (
        <li
          key={task.id}
          className="grid gap-x-6 gap-y-3 border-b border-line px-5 py-4 last:border-b-0 sm:grid-cols-[9.5rem_minmax(0,1fr)_auto] sm:items-center"
        >
          <Due day={task.due} today={today} />
          <div className="min-w-0">
            <p id={`task-${task.id}`} className="font-semibold">
              {task.what}
            </p>
            <div className="text-sm text-ink-2">{task.about}</div>
          </div>
          <div className="print:hidden">
            <ButtonLink
              to={task.href}
              size="small"
              kind={task.due !== null && task.due < today ? 'primary' : 'secondary'}
              aria-describedby={`task-${task.id}`}
            >
              {task.action}
            </ButtonLink>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Due({ day, today }: { day: string | null; today: string }) {
  if (day === null) return <p className="text-sm text-ink-2">no fixed day</p>;
  const urgency =
    day < today ? 'font-semibold text-stopped' : day === today ? 'font-semibold text-watch' : '';
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 sm:block">
      <span className={urgency}>{untilInWords(day, today)}</span>
      <time dateTime={day} className="block text-sm text-ink-2">
        {dayInWords(day)}
      </time>
    </p>
  );
}

type State = 'done' | 'current' | 'open' | 'problem';
type Step = { href: string; label: string; state: State };
type ProgressListProps = { steps: readonly Step[]; heading: ReactNode; note?: ReactNode };

const discs: Record<State, string> = {
  done: 'border-accent bg-accent text-on-accent',
  current: 'border-accent border-2 text-accent',
  open: 'border-line-strong text-ink-2',
  problem: 'border-stopped bg-stopped-soft text-stopped',
};

const words: Record<State, string> = {
  done: ' (done)',
  current: '',
  open: '',
  problem: ' (needs another look)',
};

/** Sections of something long: a list beside the form, a row of discs above it on phones. */
export function ProgressList({ steps, heading, note }: ProgressListProps) {
  return (
    <nav aria-labelledby="progress-heading" className="print:hidden">
      <h2 id="progress-heading" className="text-lg">
        {heading}
      </h2>
      {note ? <div className="mt-1 text-sm text-ink-2">{note}</div> : null}
      <ol className="mt-4 flex flex-wrap gap-2 lg:flex-col lg:gap-1">
        {steps.map((step, index) => (
          <li key={step.href}>
            <ProgressStep step={step} number={index + 1} />
          </li>
        ))}
      </ol>
    </nav>
  );
}

function ProgressStep({ step: { href, label, state }, number }: { step: Step; number: number }) {
  const here = state === 'current';
  return (
    <a
      href={href}
      aria-current={here ? 'step' : undefined}
      className={`flex items-center gap-3 rounded-full no-underline lg:py-1.5 ${here ? 'font-semibold text-ink' : 'text-ink-2 hover:text-ink'}`}
    >
      <span
        className={`flex size-7 shrink-0 items-center justify-center rounded-full border text-sm font-semibold ${discs[state]}`}
      >
        {state === 'done' ? <Icon name="tick" weight={3} /> : state === 'problem' ? '!' : number}
      </span>
      <span className="max-lg:sr-only">
        {label}
        <span className="sr-only">{words[state]}</span>
      </span>
    </a>
  );
}
