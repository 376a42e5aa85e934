import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Summary } from '#app/ui/page.tsx';

import { outcomeNames, sexNames, stageNames, wayNames } from '../model.ts';
import type { HeardForm } from './forms.ts';

/** `said` is undefined where no key opens it. */
export type Opened = { id: string; said?: HeardForm | undefined };

/** What a device sealed and what was not recorded: opened one at a time, each time on request. */
export function KeptInterview({
  id,
  sealed,
  opened,
}: {
  id: string;
  sealed: boolean;
  opened: Opened | null;
}) {
  if (opened?.id !== id)
    return sealed ? (
      <TextLink to={`?open=${id}#${id}`}>Open it. Who opens it is kept.</TextLink>
    ) : (
      <p className="text-ink-2">Nothing of it is kept any more: who the worker was is forgotten.</p>
    );
  return (
    <div id={id}>
      {opened.said ? (
        <Summary items={wordsOf(opened.said)} />
      ) : (
        <p>
          It cannot be opened: it was altered, it was sealed for another audit, or the key it was sealed with
          is missing from the key file. Ask whoever runs this installation for the key file of that time.
        </p>
      )}
    </div>
  );
}

const inPlan = (place: number) => `Group ${place + 1} of the sample plan`;

const wordsOf = (said: HeardForm) => [
  { term: 'Outcome', value: outcomeNames[said.outcome] },
  { term: 'Corridor', value: corridorName(`${said.origin}-${said.destination}`) },
  { term: 'Sector', value: sectorName(said.sector) },
  ...(said.employer === undefined ? [] : [{ term: 'Employer', value: inPlan(said.employer) }]),
  ...(said.subAgent === undefined ? [] : [{ term: 'Sub-agent', value: inPlan(said.subAgent) }]),
  { term: 'On the way', value: stageNames[said.stage] },
  { term: 'Sex', value: sexNames[said.sex] },
  { term: 'Reached', value: wayNames[said.reached] },
  { term: 'Name', value: said.name || 'Not recorded' },
  { term: 'Telephone number', value: said.phone || 'Not recorded' },
  ...(said.outcome === 'done'
    ? [
        {
          term: 'What the worker said',
          value: <span className="whitespace-pre-line">{said.notes}</span>,
        },
      ]
    : []),
];
