import type { ReactNode } from 'react';

/** What is asked only sometimes stands set in, under the words that say when. */
export function Group({ onlyIf, children }: { onlyIf: string | undefined; children: ReactNode }) {
  if (onlyIf === undefined) return children;
  return (
    <fieldset className="w-full border-s-2 border-line ps-5">
      <legend className="text-sm text-ink-2">{onlyIf}</legend>
      <div className="mt-3 flex flex-col items-start gap-6">{children}</div>
    </fieldset>
  );
}
