import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter, installation } from '#app/features/accounts/session.server.ts';
import { askedToday } from '#app/features/mapping/voice/asked.server.ts';
import { facesOf } from '#app/features/mapping/voice/paper/faces.ts';
import { findPoster } from '#app/features/mapping/voice/queries.server.ts';
import { PosterSheet } from '#app/features/mapping/voice/ui/poster-sheet.tsx';
import { qrCode } from '#app/platform/files/qr.server.ts';
import { found } from '#app/platform/http.server.ts';
import { TextLink } from '#app/ui/buttons.tsx';

export const meta: MetaFunction = () => [
  { title: 'Poster · Fairroute' },
  { name: 'robots', content: 'noindex' },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const poster = found(await findPoster(scope, found(params['posterId'])));
  const faces = facesOf({ ...poster, origin: installation() }, await askedToday(scope.db));
  const { id, partyId, code, site } = poster;
  const sheets = await Promise.all(faces.map(async (face) => ({ face, qr: await qrCode(face.address) })));
  return { id, partyId, code, site, sheets };
}

export default function PosterPage() {
  const { id, partyId, code, site, sheets } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="mx-auto max-w-[56rem] p-6 print:max-w-none print:p-0">
      <div className="mb-6 print:hidden">
        <h1>{`Poster for ${site}`}</h1>
        <p>
          <TextLink to={`/mapping/voice/posters/${id}/pdf`}>The poster as a PDF</TextLink>
        </p>
        <p>
          <TextLink to={`/mapping/voice/${partyId}`}>Back to {site}</TextLink>
        </p>
      </div>
      {sheets.map(({ face, qr }) => (
        <PosterSheet key={face.language} {...{ face, code, qr }} />
      ))}
    </main>
  );
}
