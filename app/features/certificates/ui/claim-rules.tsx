import type { Certificate } from '../model.ts';

type Props = { certificate: { status: Certificate['status']; validUntil: string }; today: string };

/** What a holder may say in public, and what it has to stop saying (domain 2.6). */
export function ClaimRules({ certificate: { status, validUntil }, today }: Props) {
  if ((status !== 'active' && status !== 'active_under_watch') || validUntil < today)
    return (
      <p>
        <strong>Stop every use of the certificate and the mark now</strong>: on your site, letters, job
        adverts and walls. The certificate does not count, and whoever scans it reads so.
      </p>
    );
  return (
    <ul className="max-w-prose list-disc ps-6">
      <li>Say that your recruitment system is certified, within the scope above, and give the number.</li>
      <li>Do not say that a job, a worker or a placement is certified: the certificate covers a system.</li>
      <li>Do not present it as a state licence, or in the place of one.</li>
      <li>Sub-agents and partners do not use it; nor does a job advert outside the scope.</li>
      <li>When it is suspended or ends, stop every use the same day. Misuse can suspend the certificate.</li>
    </ul>
  );
}
