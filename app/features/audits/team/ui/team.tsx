import { timeInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { languageName } from '#app/platform/names/languages.ts';
import { Section, Summary } from '#app/ui/page.tsx';

import { roleNames, type Member } from '../../model.ts';

const declared = ({ conflicted }: Member) => {
  if (conflicted === null) return 'has not declared yet';
  return conflicted ? 'declared a conflict of interest' : 'declared free of conflicts';
};

type Gap = { languages: readonly string[]; sectors: readonly string[]; reason: string };

type Departure = { name: string; role: string; leftAt: Date | string; reason: string | null };
type Props = { team: readonly Member[]; gap?: Gap | undefined; departures?: readonly Departure[] };

export function Team({ team, gap, departures = [] }: Props) {
  return (
    <Section title="Team">
      <Summary
        items={team.map((member) => ({
          term: roleNames[member.role],
          value: (
            <>
              {member.name}
              <span className="block text-sm text-ink-2">{declared(member)}</span>
              {member.tied ? (
                <span className="block text-sm font-semibold">Tied to the recruiter: does not take part</span>
              ) : null}
            </>
          ),
        }))}
      />
      {departures.length > 0 ? (
        <Summary
          items={departures.map(({ name, leftAt, reason }) => ({
            term: 'Left the team',
            value: (
              <>
                {`${name}, ${timeInWords(leftAt)}`}
                <span className="block text-sm text-ink-2">{reason}</span>
              </>
            ),
          }))}
        />
      ) : null}
      {gap ? <NotCovered gap={gap} /> : null}
    </Section>
  );
}

/** What nobody on the team has, and how the body does it all the same. */
const NotCovered = ({ gap: { languages, sectors, reason } }: { gap: Gap }) => (
  <p className="text-sm">
    {`Not covered by the team: ${[...languages.map(languageName), ...sectors.map(sectorName)].join(', ')}. `}
    <span className="text-ink-2">{reason}</span>
  </p>
);
