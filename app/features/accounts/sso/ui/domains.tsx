import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { StatusTag } from '#app/ui/status-tag.tsx';
import { DataTable } from '#app/ui/table.tsx';
import { Summary } from '#app/ui/page.tsx';

import { recordOf, type Claim, type MailDomain } from '../model.ts';

type Proof = Pick<MailDomain, 'provenAt' | 'provenBy'>;

function ProofTag({ provenAt, provenBy }: Proof) {
  if (!provenAt) return <StatusTag tone="watch">Not proven yet</StatusTag>;
  return (
    <StatusTag tone="certified">
      {provenBy === 'dns' ? 'Proven by its record' : 'Confirmed by the scheme'}
    </StatusTag>
  );
}

const pageOf = ({ domain }: Pick<MailDomain, 'domain'>, what: string) =>
  `/organisation/sign-on/domain/${encodeURIComponent(domain)}/${what}`;

/** The domains of one organisation, for its owners. */
export const DomainTable = ({ domains }: { domains: MailDomain[] }) => (
  <DataTable
    caption="Domains your organisation says are its own"
    columns={[
      { key: 'domain', header: 'Domain', main: true, cell: ({ domain }) => domain },
      { key: 'state', header: 'State', cell: (row) => <ProofTag {...row} /> },
      { key: 'claimed', header: 'Claimed', cell: ({ claimedAt }) => timeInWords(claimedAt) },
      {
        key: 'next',
        header: 'What you can do',
        cell: (row) => (
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            {row.provenAt ? null : (
              <TextLink to={pageOf(row, 'check')} aria-label={`Prove ${row.domain}`}>
                Prove
              </TextLink>
            )}
            <TextLink to={pageOf(row, 'remove')} aria-label={`Remove ${row.domain}`}>
              Remove
            </TextLink>
          </span>
        ),
      },
    ]}
    rows={domains}
    empty={{
      title: 'No domain yet',
      text: 'Name the domain of your organisation’s e-mail addresses to begin.',
    }}
  />
);

/** What to publish, for whoever looks after the domain. */
export function RecordToPublish({ claimed }: { claimed: Pick<MailDomain, 'domain' | 'token'> }) {
  const { name, value } = recordOf(claimed);
  return (
    <Summary
      items={[
        { term: 'Type', value: 'TXT' },
        { term: 'Name', value: <code className="break-all">{name}</code> },
        { term: 'Value', value: <code className="break-all">{value}</code> },
      ]}
    />
  );
}

/** All claims, for officers. */
export const ClaimTable = ({ claims }: { claims: Claim[] }) => (
  <DataTable
    caption="Mail domains that organisations say are their own"
    columns={[
      { key: 'domain', header: 'Domain', main: true, cell: ({ domain }) => domain },
      { key: 'organisation', header: 'Organisation', cell: ({ organisation }) => organisation },
      { key: 'claimant', header: 'Claimed by', cell: ({ claimant }) => claimant },
      { key: 'claimed', header: 'Claimed', cell: ({ claimedAt }) => timeInWords(claimedAt) },
      { key: 'state', header: 'State', cell: (row) => <ProofTag {...row} /> },
      {
        key: 'next',
        header: 'What you can do',
        cell: (row) =>
          row.provenAt ? (
            'Nothing to do'
          ) : (
            <TextLink
              to={`/scheme/domains/${row.organisationId}/${encodeURIComponent(row.domain)}/confirm`}
              aria-label={`Confirm ${row.domain}`}
            >
              Confirm
            </TextLink>
          ),
      },
    ]}
    rows={claims}
    empty={{
      title: 'No claims',
      text: 'A mail domain that an organisation claims for single sign-on appears here.',
    }}
  />
);
