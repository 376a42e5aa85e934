import { countryName } from '#app/platform/places.ts';
import { Section, Summary } from '#app/ui/page.tsx';

type Agent = { name: string; nameLocal: string | null; place: string; country: string };

/** Who may speak for a recruiter; of whoever is not named here nobody said so. */
export const Agents = ({ agents }: { agents: readonly Agent[] }) => (
  <Section title="Who may speak for it">
    <p>
      {agents.length === 0
        ? 'The recruiter named no agent to the scheme. Whoever says to speak for it and is not of its own offices is not known to us.'
        : 'The recruiter told the scheme that these agents may speak to workers in its name. Nobody else may, and none of them may take money from you.'}
    </p>
    {agents.length > 0 ? (
      <Summary
        items={agents.map(({ name, nameLocal, place, country }) => ({
          term: nameLocal ? `${name} (${nameLocal})` : name,
          value: `${place}, ${countryName(country)}`,
        }))}
      />
    ) : null}
  </Section>
);
