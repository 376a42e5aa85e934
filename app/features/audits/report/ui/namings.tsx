import { Card } from '#app/ui/page.tsx';

import type { Naming } from '../naming.ts';

const why: Record<Naming['kind'], string> = {
  team: 'is on the audit team. Say “the auditors” instead.',
  recruiter: 'is one of the recruiter’s people. Say “the agency” or the role instead.',
  worker: 'is the key of an interview. Say “a worker” or “workers” instead.',
  heard: 'names a worker who was heard. Say “a worker” or “workers” instead, wherever it stands.',
  phone: 'looks like a telephone number. Leave it out.',
  email: 'is an e-mail address. Leave it out.',
};

/** Why a report or its public summary cannot be shown to everybody yet, each place with what to say instead. */
export function Namings({ namings }: { namings: readonly Naming[] }) {
  if (namings.length === 0) return null;
  return (
    <Card title="The report names a person who must not stand in it" tone="stopped">
      <ul className="flex list-disc flex-col gap-1 ps-5">
        {namings.map(({ kind, words, where }) => (
          <li key={`${where ?? ''} ${kind} ${words}`}>
            {where ? `${where}: ` : ''}“{words}” {why[kind]}
          </li>
        ))}
      </ul>
    </Card>
  );
}
