import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; children: ReactNode; action?: ReactNode };

/** Says what will appear here, and how to begin. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="rounded-panel border border-dashed border-line-strong px-6 py-8 text-center">
      <p className="font-serif text-lg font-semibold">{title}</p>
      <div className="mx-auto mt-1 max-w-prose text-ink-2">{children}</div>
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
