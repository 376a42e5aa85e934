import { dayInWords } from '#app/platform/calendar.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

type Props = {
  late: {
    certificateId: string;
    auditId: string | null;
    told: boolean;
    givenUntil: string | null;
    givenReasons: string | null;
  };
};

const follows = {
  told: 'The clock suspends the certificate, announced to its holder 60, 30 and 7 days ahead, unless the audit is held before.',
  untold:
    'Nothing by itself: the holder is told nothing of this audit, so nothing is announced to it. Whether its certificate can stand is yours to decide.',
};

/** What is known of a surveillance that was not held, and what follows from it. */
export const LateSurveillance = ({ late }: Props) => (
  <Section title="What follows">
    <Summary
      items={[
        { term: 'If nothing is done', value: follows[late.told ? 'told' : 'untold'] },
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
      <ButtonLink to={`/scheme/certificates/${late.certificateId}/suspend`} kind="secondary">
        Suspend the certificate
      </ButtonLink>
    </Actions>
  </Section>
);
