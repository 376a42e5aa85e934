import { dayInWords } from '#app/platform/calendar.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { Card, Section } from '#app/ui/page.tsx';

/** Where a record leads on: its certificate's own page, being told of changes, and the same answer for programs. */
export const Further = ({ number, certificate }: { number: string; certificate: string | undefined }) => (
  <>
    {certificate === undefined ? null : (
      <Card title="Check a certificate">
        <p>The code on the certificate opens a page that says whether it still counts.</p>
        <ButtonLink to={`/verify/${certificate}`} kind="secondary">
          Open that page
        </ButtonLink>
      </Card>
    )}
    <Card title="A receipt of this answer">
      <p>Signed proof of what the register says now, to keep for years.</p>
      <ButtonLink to={`/register/${number}/receipt`} kind="secondary">
        Ask for a receipt
      </ButtonLink>
    </Card>
    <Card title="For companies">
      <p>Be told when this record changes, by mail or by webhook.</p>
      <ButtonLink to={`/watches/recruiter?number=${number}`} kind="secondary">
        Watch this recruiter
      </ButtonLink>
    </Card>
    <Card title="For programs">
      <p>The same answer as JSON, with an ETag and a stable shape.</p>
      <ButtonLink to={`/api/v1/recruiters/${number}`} kind="secondary">
        See the JSON
      </ButtonLink>
    </Card>
  </>
);

type Audited = { summary: string; auditedUntil: string | null };

/** What everybody may read of the audit behind a certificate. */
export const AuditSummary = ({ summary, auditedUntil }: Audited) => (
  <Section title="What the audit found">
    <p className="whitespace-pre-line">{summary}</p>
    {auditedUntil ? (
      <p className="text-sm text-ink-2">{`Audited until ${dayInWords(auditedUntil)}`}</p>
    ) : null}
  </Section>
);
