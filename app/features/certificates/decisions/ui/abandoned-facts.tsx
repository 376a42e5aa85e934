import { dayInWords, timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section, Summary } from '#app/ui/page.tsx';

export type Abandoned = {
  id: string;
  reference: string;
  state: string;
  startsOn: string | null;
  endsOn: string | null;
  startedAt: Date | string | null;
  abortReason: string | null;
  abortNote: string | null;
  refusalNote: string | null;
  at: Date | string | null;
  auditBody: string;
  lead: string | null;
};

const reasons: Record<string, string> = {
  safety: 'The team or workers were not safe',
  obstruction: 'The audit was obstructed',
  access_denied: 'Access was denied',
};
const reasonOf = (reason: string | null) => reasons[reason ?? ''] ?? 'The recruiter did not let it happen';

/** Who broke off or recorded the refusal, when and why: what the panel is asked about. */
export const AbandonedFacts = ({ audit }: { audit: Abandoned | undefined }) =>
  audit ? (
    <Section
      title={
        audit.state === 'refused_by_auditee' ? 'The audit that was refused' : 'The audit that was broken off'
      }
      aside={<TextLink to={`/audits/${audit.id}`}>{audit.reference}</TextLink>}
    >
      <Summary
        items={[
          { term: 'What happened', value: reasonOf(audit.abortReason) },
          ...(audit.at ? [{ term: 'When', value: timeInWords(audit.at) }] : []),
          { term: 'Recorded by', value: [audit.lead, audit.auditBody].filter(Boolean).join(', ') },
          { term: 'In the words of the lead auditor', value: audit.abortNote ?? audit.refusalNote },
          ...(audit.startsOn && audit.endsOn
            ? [{ term: 'Days told', value: `${dayInWords(audit.startsOn)} to ${dayInWords(audit.endsOn)}` }]
            : []),
          { term: 'Begun', value: audit.startedAt ? timeInWords(audit.startedAt) : 'Never' },
        ]}
      />
    </Section>
  ) : null;
