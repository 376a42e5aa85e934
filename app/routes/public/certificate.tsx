import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { qrCode } from '#app/platform/files/qr.server.ts';
import { CertificateSheet } from '#app/features/certificates/ui/certificate-sheet.tsx';
import { findByCertificate } from '#app/features/register/queries.server.ts';
import { AbsencePage } from '#app/features/register/ui/absence.tsx';
import { StandingPanel } from '#app/features/register/ui/standing.tsx';
import { found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';

export const meta: MetaFunction = () => [
  { title: 'Certificate · Fairroute' },
  { name: 'robots', content: 'noindex' },
];

const headers = { 'Cache-Control': 'no-store' };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'visitor');
  const number = found(params['number']).toUpperCase();
  const answer = await findByCertificate(scope, number);
  if (!answer.ok)
    return data(
      { absence: answer.refusal, number },
      { status: answer.refusal === 'removed' ? 410 : 404, headers },
    );
  const address = `${installation()}/verify/${number}`;
  return data({ ...answer.value, number, address, qr: await qrCode(address) }, { headers });
}

const inForce = ['certified', 'certified_under_watch'];

export default function Certificate() {
  const page = useLoaderData<typeof loader>();
  const absent = 'absence' in page;
  return (
    <main id="main" className="mx-auto max-w-[56rem] p-6 print:max-w-none print:p-0">
      {absent ? null : (
        <p className="mb-6 print:hidden">
          <TextLink to={`/certificates/${page.number}/pdf`}>The certificate as a PDF</TextLink>
        </p>
      )}
      {absent ? <AbsencePage absence={page.absence} number={page.number} /> : null}
      {!absent && page.counts && inForce.includes(page.record.standing.status) && page.record.certificate ? (
        <CertificateSheet
          record={page.record}
          certificate={page.record.certificate}
          address={page.address}
          qr={page.qr}
        />
      ) : null}
      {!absent && !(page.counts && inForce.includes(page.record.standing.status)) ? (
        <>
          <h1 className="mb-6">{`Certificate ${page.number} cannot be printed`}</h1>
          <StandingPanel standing={page.record.standing} certificate={page.record.certificate} />
        </>
      ) : null}
    </main>
  );
}
