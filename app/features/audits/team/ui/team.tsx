import { Section, Summary } from '#app/ui/page.tsx';

import { roleNames, type Member } from '../../model.ts';

const declared = ({ conflicted }: Member) => {
  if (conflicted === null) return 'has not declared yet';
  return conflicted ? 'declared a conflict of interest' : 'declared free of conflicts';
};

export function Team({ team }: { team: readonly Member[] }) {
  return (
    <Section title="Team">
      <Summary
        items={team.map((member) => ({
          term: roleNames[member.role],
          value: (
            <>
              {member.name}
              <span className="block text-sm text-ink-2">{declared(member)}</span>
            </>
          ),
        }))}
      />
    </Section>
  );
}
