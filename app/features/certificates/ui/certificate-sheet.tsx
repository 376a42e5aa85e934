import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName, countryName } from '#app/platform/places.ts';
import { Summary } from '#app/ui/page.tsx';

type Certificate = {
  number: string;
  validFrom: string;
  validUntil: string;
  standard: { title: string };
  corridors: string[];
  sectors: string[];
  offices: string[];
  auditBody: string;
};
type Holder = { name: string; nameLocal: string | null; registrationNumber: string; country: string };
type Props = {
  record: Holder;
  certificate: Certificate;
  address: string;
  qr: string;
  /** The SHA-256 that the paper carries, in eights. */
  fingerprint: string;
};

/** The certificate as it hangs on a wall; the code says whether it still counts. */
export function CertificateSheet({ record, certificate, address, qr, fingerprint }: Props) {
  return (
    <article className="rounded-panel border-4 border-double border-accent bg-card p-8 sm:p-12 print:rounded-none print:bg-white">
      <p className="font-serif text-xl font-bold text-accent">Fairroute</p>
      <p className="mt-8 text-ink-2">Certificate of ethical recruitment, awarded to</p>
      <h1 className="mt-1">{record.name}</h1>
      <p className="mb-8 text-lg text-ink-2">
        {[record.nameLocal, countryName(record.country), record.registrationNumber]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Summary
        items={[
          { term: 'Certificate', value: <span className="font-mono">{certificate.number}</span> },
          {
            term: 'Valid',
            value: `from ${dayInWords(certificate.validFrom)} until ${dayInWords(certificate.validUntil)}`,
          },
          { term: 'Standard', value: certificate.standard.title },
          { term: 'Offices', value: certificate.offices.join(', ') },
          { term: 'Corridors', value: certificate.corridors.map(corridorName).join('; ') },
          { term: 'Sectors', value: certificate.sectors.map(sectorName).join('; ') },
          { term: 'Audited by', value: certificate.auditBody },
        ]}
      />
      <div className="mt-8 flex flex-wrap items-center gap-6">
        <div
          className="w-32 shrink-0 bg-white"
          role="img"
          aria-label={`Code that opens ${address}`}
          dangerouslySetInnerHTML={{ __html: qr }}
        />
        <p className="max-w-prose min-w-0 flex-1 basis-64">
          A printed certificate cannot tell whether it still counts. Scan the code, or open{' '}
          <span className="font-mono break-all">{address}</span>. It covers the recruitment system named here;
          it is not a state licence and does not vouch for each job.
        </p>
      </div>
      <p className="mt-6 text-sm text-ink-2">
        SHA-256 of what stands here, the same as behind the code:{' '}
        <span className="font-mono break-words">{fingerprint}</span>
      </p>
    </article>
  );
}
