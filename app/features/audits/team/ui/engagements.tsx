import { countryName } from '#app/platform/places.ts';
import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';
import { DataTable } from '#app/ui/table.tsx';

import { typeNames, type AuditType } from '../../model.ts';

type Engagement = { id: string; reference: string; recruiter: string; country: string; next: AuditType[] };

/** Recruiters with a stage yet to be scheduled. */
export function Engagements({ engagements }: { engagements: readonly Engagement[] }) {
  return (
    <Section title="Waiting to be scheduled">
      <DataTable
        caption={engagements.length === 1 ? '1 recruiter' : `${engagements.length} recruiters`}
        columns={[
          { key: 'recruiter', header: 'Recruiter', main: true, cell: (row) => row.recruiter },
          { key: 'reference', header: 'Application', cell: (row) => row.reference },
          { key: 'country', header: 'Country', cell: (row) => countryName(row.country) },
          { key: 'next', header: 'Next', cell: (row) => <Buttons engagement={row} /> },
        ]}
        rows={engagements}
        empty={{ title: 'Nothing waits', text: 'Recruiters that engage your audit body appear here.' }}
      />
    </Section>
  );
}

const Buttons = ({ engagement: { id, recruiter, next } }: { engagement: Engagement }) => (
  <Actions>
    {next.map((type) => (
      <ButtonLink key={type} to={`/audits/new/${id}?type=${type}`} size="small" kind="secondary">
        {`Plan ${typeNames[type].toLowerCase()}`}
        <span className="sr-only">{` of ${recruiter}`}</span>
      </ButtonLink>
    ))}
  </Actions>
);
