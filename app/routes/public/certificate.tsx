import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { qrCode } from '#app/platform/files/qr.server.ts';
import { findFingerprint } from '#app/features/certificates/paper/fingerprint.server.ts';
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
  const fingerprint = found(await findFingerprint(scope, number));
  return data({ ...answer.value, number, address, fingerprint, qr: await qrCode(address) }, { headers });
}

const inForce = ['certified', 'certified_under_watch'];

export default function Certificate() {
  const page = useLoaderData<typeof loader>();
  return (
    <main id="main" className="mx-auto max-w-[56rem] p-6 print:max-w-none print:p-0">
      {'absence' in page ? (
        <AbsencePage absence={page.absence} number={page.number} />
      ) : (
        <Printed {...page} />
      )}
    </main>
  );
}

type Page = Extract<Awaited<ReturnType<typeof useLoaderData<typeof loader>>>, { record: unknown }>;

function Printed({ number, record, counts, address, qr, fingerprint }: Page) {
  const { standing, certificate } = record;
  if (!counts || !inForce.includes(standing.status) || !certificate)
    return (
      <>
        <h1 className="mb-6">{`Certificate ${number} cannot be printed`}</h1>
        <StandingPanel standing={standing} certificate={certificate} />
        <p className="mt-6">
          <TextLink to={`/verify/${number}`}>What the register says of it</TextLink>
        </p>
      </>
    );
  return (
    <>
      <p className="mb-6 print:hidden">
        <TextLink to={`/certificates/${number}/pdf`}>The certificate as a PDF</TextLink>
      </p>
      <CertificateSheet {...{ record, certificate, address, qr, fingerprint }} />
    </>
  );
}
