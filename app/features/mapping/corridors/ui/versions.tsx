import { Section } from '#app/ui/page.tsx';

import { SourceLine } from './provenance.tsx';
import type { Entry } from '../model.ts';

/** What stood here before, newest first; nothing of it was ever rewritten. */
export const EarlierVersions = ({ versions }: { versions: readonly Entry[] }) =>
  versions.length === 0 ? null : (
    <Section title="Earlier versions">
      {versions.map((entry) => (
        <article key={entry.version} className="flex flex-col gap-1 border-t border-line pt-3">
          <h3>{`Version ${entry.version}: ${entry.title}`}</h3>
          <p className="whitespace-pre-line">{entry.words}</p>
          <SourceLine {...entry} />
        </article>
      ))}
    </Section>
  );
