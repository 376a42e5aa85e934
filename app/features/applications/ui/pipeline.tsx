import { Funnel } from '#app/ui/figures.tsx';
import { Section } from '#app/ui/page.tsx';

import { stateNames, type State } from '../model.ts';

/** The way of an application; those that left it on the way are counted in the lists. */
const way: State[] = [
  'draft',
  'awaiting_payment',
  'under_review',
  'deferred',
  'accepted',
  'engaged',
  'in_audit',
  'decision_pending',
  'certified',
];

export function Pipeline({ states }: { states: readonly (readonly [string, number])[] }) {
  const counts = new Map(states);
  return (
    <Section title="Where applications stand">
      <Funnel
        caption="Applications by state"
        steps={way.map((state) => ({ label: stateNames[state], count: counts.get(state) ?? 0 }))}
      />
    </Section>
  );
}
