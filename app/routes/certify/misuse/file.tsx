import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findMisuse } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { AddMisuseFile } from '#app/features/certificates/claims/ui/misuse-file.tsx';
import { answered, badInput, found } from '#app/platform/http.server.ts';

import { receiveMisuseFile } from './receive.server.ts';

export const meta: MetaFunction = () => [{ title: 'Show a misuse · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, number, recruiter } = found(await findMisuse(scope, found(params['id'])));
  return { id, number, recruiter };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findMisuse(scope, found(params['id'])));
  const received = await receiveMisuseFile(request, scope, id);
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/scheme/misuses/${id}`, received.reply);
}

export default function File() {
  const { id, number, recruiter } = useLoaderData<typeof loader>();
  return (
    <AddMisuseFile
      place={{ to: `/scheme/misuses/${id}`, label: `${recruiter}: misuse in public`, eyebrow: number }}
      answer={useActionData<typeof action>()}
    />
  );
}
