import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';
import { Timeline } from '#app/ui/timeline.tsx';

import { consentParties, type ConsentParty } from '../../complaints/model.ts';
import { addresseeName, outcomeName, partyNames, stateName } from './words.ts';

/** With whom it may be shared now, each in words: nobody is told on the strength of a colour. */
export const Consents = ({ given }: { given: readonly ConsentParty[] }) => (
  <Section title="Who may know, as it stands now">
    <Summary
      items={consentParties.map((party) => ({
        term: partyNames[party],
        value: given.includes(party) ? 'Allowed' : 'Not allowed',
      }))}
    />
  </Section>
);

type Recruiter = { recruiter: string | null; registrationNumber: string | null };

export const AboutRecruiter = ({ recruiter, registrationNumber, place }: Recruiter & { place: string }) => (
  <Section title="Recruiter">
    {recruiter ? (
      <p>
        {recruiter}
        {registrationNumber ? (
          <>
            {', '}
            <TextLink to={`/register/${registrationNumber}`}>{registrationNumber}</TextLink>
          </>
        ) : null}
      </p>
    ) : (
      <p className="text-ink-2">Not named yet. The register is searched by what was written.</p>
    )}
    <TextLink to={`${place}/recruiter`}>{recruiter ? 'Name another' : 'Name the recruiter'}</TextLink>
  </Section>
);

type File = { id: string; mediaType: string; bytes: number };
const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1024).toLocaleString('en-GB')} kB`;

/** What was sent besides words. `href`: where one is opened, if it can be. */
export const Files = ({ files, href }: { files: readonly File[]; href?: (id: string) => string }) => (
  <Section title="Photos and voice messages">
    {files.length === 0 ? (
      <p className="text-ink-2">None.</p>
    ) : (
      <ol className="flex flex-col gap-1">
        {files.map(({ id, mediaType, bytes }, place) => {
          const name = `${mediaType.startsWith('image/') ? 'Photo' : 'Voice message'} ${place + 1}`;
          return (
            <li key={id}>
              {href ? <TextLink to={href(id)}>{name}</TextLink> : name}
              <span className="text-sm text-ink-2">{`, ${kilobytes(bytes)}`}</span>
            </li>
          );
        })}
      </ol>
    )}
  </Section>
);

type Reading = { id: string; by: string; at: string };
type Access = {
  id: string;
  askedBy: string;
  askedAt: Date;
  reason: string;
  answeredBy: string | null;
  granted: boolean | null;
  until: Date | null;
};

const answerWords = ({ answeredBy, granted, until }: Access) => {
  if (answeredBy === null) return 'Not answered yet.';
  return granted && until
    ? `${answeredBy} let them in until ${timeInWords(until)}.`
    : `${answeredBy} did not let them in.`;
};

type Openings = { readings: readonly Reading[]; count: number; access: readonly Access[] };

export const Openings = ({ readings, count, access }: Openings) => (
  <Section title="Who opened it" aside={`${count.toLocaleString('en-GB')} times in all`}>
    {access.map((one) => (
      <div key={one.id} className="tone-watch rounded-panel px-4 py-3">
        <p className="font-semibold">{`${one.askedBy} asked to open it`}</p>
        <p className="text-sm">{timeInWords(one.askedAt)}</p>
        <p>{one.reason}</p>
        <p>{answerWords(one)}</p>
      </div>
    ))}
    <ul className="text-sm">
      {readings.map(({ id, by, at }) => (
        <li key={id}>{`${by}, ${timeInWords(at)}`}</li>
      ))}
    </ul>
  </Section>
);

type Decision = {
  position: number;
  from: string;
  to: string;
  at: Date;
  by: string | null;
  routedTo: string | null;
  byNecessity: boolean;
  outcome: string | null;
  reasons: string | null;
};

const details = ({ routedTo, byNecessity, outcome }: Decision) =>
  [
    routedTo &&
      `Passed to: ${addresseeName(routedTo)}${byNecessity ? ', without consent, by necessity' : ''}.`,
    outcome && `${outcomeName(outcome)}.`,
  ]
    .filter(Boolean)
    .join(' ');

/** Every step with its reasons; `Nobody` where the reporter or a clock took it. */
export const Decisions = ({ decisions }: { decisions: readonly Decision[] }) => (
  <Section title="Decisions">
    <Timeline
      empty="No step was taken yet."
      entries={decisions.map((decision) => ({
        ...{
          id: String(decision.position),
          at: decision.at.toISOString(),
          who: decision.by ?? 'the reporter, or a clock',
        },
        what: (
          <>
            <p className="font-semibold">{stateName(decision.to)}</p>
            {details(decision) ? <p>{details(decision)}</p> : null}
            {decision.by === null ? null : (
              <p className="break-words whitespace-pre-wrap">
                {decision.reasons ?? 'No key opens the reasons any more.'}
              </p>
            )}
          </>
        ),
      }))}
    />
  </Section>
);
