import { Section, Summary } from '#app/ui/page.tsx';

type Props = { changes: { added: string[]; removed: string[]; changed: string[] }; since: number };

const listed = (names: string[]) => (names.length === 0 ? 'None' : names.join(', '));

/** What the next version asks otherwise than the newest one. */
export const Changes = ({ changes, since }: Props) => (
  <Section title={`What changes since version ${since}`}>
    <Summary
      items={[
        { term: 'New questions', value: listed(changes.added) },
        { term: 'Asked no more', value: listed(changes.removed) },
        { term: 'Asked otherwise', value: listed(changes.changed) },
      ]}
    />
    {changes.removed.length > 0 ? (
      <p>
        Maps, risk and reports find answers by these names. What is asked no more is unknown to them, and
        unknown counts as worse than average.
      </p>
    ) : null}
  </Section>
);
