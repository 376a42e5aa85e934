import { timeInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { Actions, Button, ButtonLink, TextLink } from '#app/ui/buttons.tsx';
import { Refusal } from '#app/ui/form.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

import { outcomeNames, sexNames, stageNames, wayNames, type Identity, type Interview } from '../model.ts';

type Opened = {
  interview: Interview & { destroyedAt: Date | string | null };
  identity: Identity | null;
  notes: { text: string; at: Date | string; by: string } | null;
  lost: boolean;
};

export function InterviewFacts({ interview }: Pick<Opened, 'interview'>) {
  return (
    <Summary
      items={[
        { term: 'Outcome', value: outcomeNames[interview.outcome] },
        { term: 'Corridor', value: corridorName(interview.corridor) },
        { term: 'Sector', value: sectorName(interview.sector) },
        ...(interview.employerName ? [{ term: 'Employer', value: interview.employerName }] : []),
        ...(interview.subAgentName ? [{ term: 'Sub-agent', value: interview.subAgentName }] : []),
        { term: 'On the way', value: stageNames[interview.stage] },
        { term: 'Sex', value: sexNames[interview.sex] },
        { term: 'Reached', value: wayNames[interview.reached] },
      ]}
    />
  );
}

/** What was sealed, opened for the team; a lost key is said, so that nobody takes it for an empty interview. */
export function InterviewWords({ interview, identity, notes, lost }: Opened) {
  const destroyed = interview.destroyedAt !== null;
  return (
    <>
      {lost ? (
        <Refusal>
          Some of these words cannot be opened: the key they were encrypted with is missing here, or they were
          altered. Ask whoever runs this installation for the key file of that time.
        </Refusal>
      ) : null}
      <Section title="Who it is">
        {identity ? (
          <Summary
            items={[
              { term: 'Name', value: identity.name || 'Not recorded' },
              { term: 'Telephone number', value: identity.phone || 'Not recorded' },
            ]}
          />
        ) : (
          <p className="text-ink-2">{destroyed ? 'Destroyed. Only the key is left.' : 'Nothing to show.'}</p>
        )}
      </Section>
      <Section title="What the worker said">
        {notes ? (
          <>
            <p className="whitespace-pre-line">{notes.text}</p>
            <p className="text-sm text-ink-2">{`Written by ${notes.by}, ${timeInWords(new Date(notes.at))}`}</p>
          </>
        ) : (
          <p className="text-ink-2">No notes.</p>
        )}
      </Section>
    </>
  );
}

/** One press each: most of a day of calls ends this way. */
export function InterviewSteps({ place, outcome }: { place: string; outcome: Interview['outcome'] }) {
  if (outcome === 'refused') return null;
  return (
    <form method="post" className="flex flex-col gap-3">
      <Actions>
        <ButtonLink to={`${place}/notes`}>
          {outcome === 'done' ? 'Change the notes' : 'Write what the worker said'}
        </ButtonLink>
        {outcome === 'done' ? null : (
          <>
            <Button kind="secondary" name="outcome" value="unreachable">
              Not reached
            </Button>
            <Button kind="secondary" name="outcome" value="refused">
              Refused to speak
            </Button>
          </>
        )}
      </Actions>
      {outcome === 'done' ? null : (
        <p className="text-sm text-ink-2">
          Whoever was not reached can be tried again. Whoever refused is left alone: no notes can be written
          any more.
        </p>
      )}
    </form>
  );
}

type Reading = { at: Date | string; by: string };

export function Readings({ readings }: { readings: readonly Reading[] }) {
  return (
    <Section title="Who opened it">
      <ul className="text-sm text-ink-2">
        {readings.map(({ at, by }, index) => (
          <li key={index}>{`${by}, ${timeInWords(new Date(at))}`}</li>
        ))}
      </ul>
    </Section>
  );
}

type Named = { id: string; code: string | null; findingId: string | null; number: number | null };

/** What rests on this interview. */
export const NamedIn = ({ auditId, named }: { auditId: string; named: readonly Named[] }) => (
  <Section title="Named in">
    {named.length === 0 ? <p className="text-ink-2">No finding and no indicator yet.</p> : null}
    <ul className="flex flex-col gap-1">
      {named.map(({ id, code, findingId, number }) => (
        <li key={id}>
          {findingId ? (
            <TextLink to={`/findings/${findingId}`}>{`Finding ${number ?? ''}`}</TextLink>
          ) : (
            <TextLink
              to={`/audits/${auditId}/indicators/${code ?? ''}`}
            >{`Indicator ${code ?? ''}`}</TextLink>
          )}
        </li>
      ))}
    </ul>
  </Section>
);
