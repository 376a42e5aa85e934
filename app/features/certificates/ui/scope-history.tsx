import { Section } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

type Change = { number: string; version: number; what: string; detail: string; on: string };

const words: Record<string, string> = {
  ...{ reduced: 'Scope reduced', extended: 'Scope extended' },
  scope_stayed: 'Scope as it was, until an appeal is decided',
  returned: 'Scope as it was, after an appeal',
  scope_resumed: 'Scope reduced again, after an appeal',
};

/** What certificates came to cover and ceased to cover, with the days: every version stands as it was. */
export const ScopeHistory = ({ changes }: { changes: readonly Change[] }) =>
  changes.length === 0 ? null : (
    <Section title="How the scope changed">
      <Timeline
        entries={changes.map(({ number, version, what, detail, on }) => ({
          id: `${number}-${version}`,
          at: on,
          what: `${words[what] ?? what}: ${detail}`,
          who: number,
        }))}
      />
    </Section>
  );
