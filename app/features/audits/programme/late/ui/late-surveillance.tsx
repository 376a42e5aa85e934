import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

type Props = {
  late: {
    certificateId: string;
    auditId: string | null;
    told: boolean;
    state: 'stands' | 'suspended' | 'suspendedElse';
    suspendedOn: string | undefined;
    givenUntil: string | null;
    givenReasons: string | null;
  };
};

const follows = {
  told: (day: string) =>
    `The clock suspends the certificate on ${day}, announced to its holder 60, 30 and 7 days ahead, unless the audit is held before.`,
  untold:
    'Nothing by itself: the holder is told nothing of this audit, so nothing is announced to it. Whether its certificate can stand is yours to decide.',
  toItsEnd:
    'Nothing by itself: the certificate ends before the day on which it would be suspended. Whether it can stand until then is yours to decide.',
  suspended:
    'The certificate is suspended for this surveillance. No clock withdraws it: lift the suspension once the audit was held, or decide that the certificate is withdrawn. Its holder may ask another audit body to take it over.',
  suspendedElse:
    'The certificate is suspended for another reason, and nothing more is announced while that lasts.',
};

function whatFollows({ told, state, suspendedOn }: Props['late']) {
  if (state !== 'stands') return follows[state];
  if (!told) return follows.untold;
  return suspendedOn ? follows.told(dayInWords(suspendedOn)) : follows.toItsEnd;
}

/** What is known of a surveillance that was not held, and what follows from it. */
export const LateSurveillance = ({ late }: Props) => (
  <Section title="What follows">
    <Summary
      items={[
        { term: 'If nothing is done', value: whatFollows(late) },
        { term: 'Audit', value: late.auditId ? 'Scheduled, and not held' : 'Nobody has scheduled it' },
        ...(late.givenUntil
          ? [{ term: 'More time', value: `Until ${dayInWords(late.givenUntil)}: ${late.givenReasons ?? ''}` }]
          : []),
      ]}
    />
    <Actions>
      {late.auditId ? (
        <ButtonLink to={`/audits/${late.auditId}`} kind="secondary">
          Open the audit
        </ButtonLink>
      ) : null}
      {late.state === 'stands' ? (
        <ButtonLink to={`/scheme/certificates/${late.certificateId}/suspend`} kind="secondary">
          Suspend the certificate
        </ButtonLink>
      ) : (
        <ButtonLink to={`/scheme/certificates/${late.certificateId}`} kind="secondary">
          Open the certificate
        </ButtonLink>
      )}
    </Actions>
  </Section>
);
