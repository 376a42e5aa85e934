import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { outlineOf } from '#app/features/mapping/questionnaires/outline.ts';
import { findVersion } from '#app/features/mapping/questionnaires/queries.server.ts';
import { Files } from '#app/features/mapping/questionnaires/ui/files.tsx';
import { OutlineView } from '#app/features/mapping/questionnaires/ui/outline.tsx';
import { found } from '#app/platform/http.server.ts';
import { ButtonLink } from '#app/ui/buttons.tsx';
import { PageHeader } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Version · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await enter(request, 'officer');
  const definition = found(await findVersion(db, found(params['versionId'])));
  return { id: definition.id, version: definition.version, outline: outlineOf(definition) };
}

export default function Version() {
  const { id, version, outline } = useLoaderData<typeof loader>();
  const base = `/scheme/questionnaires/versions/${id}`;
  return (
    <>
      <PageHeader
        title={`${outline.title}, version ${version}`}
        back={{ to: '/scheme/questionnaires', label: 'Questionnaires' }}
        lead="It stands as it is, for everybody who was asked it."
        action={<ButtonLink to={`${base}/draft`}>Draft the next version</ButtonLink>}
      />
      <Files base={base} />
      <OutlineView outline={outline} base={base} edits={false} />
    </>
  );
}
