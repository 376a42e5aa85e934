import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { previewOf } from '#app/features/mapping/questionnaires/preview.ts';
import { findVersion } from '#app/features/mapping/questionnaires/queries.server.ts';
import { Preview } from '#app/features/mapping/questionnaires/ui/preview.tsx';
import { found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Preview · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { db } = await enter(request, 'officer');
  const definition = found(await findVersion(db, found(params['versionId'])));
  return found(previewOf(definition, params['section'], request.url));
}

export default function VersionPreview() {
  const view = useLoaderData<typeof loader>();
  return <Preview {...view} base={`/scheme/questionnaires/versions/${view.questionnaire.id}`} />;
}
