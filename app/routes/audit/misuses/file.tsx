import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findMisuse } from '#app/features/audits/findings/misuses/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { AddMisuseFile } from '#app/features/certificates/claims/ui/misuse-file.tsx';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { receiveMisuseFile } from '#app/routes/certify/misuse/receive.server.ts';

export const meta: MetaFunction = () => [{ title: 'Show a misuse · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { id } = found(await findMisuse(scope.db, audit, found(params['misuseId'])));
  return { audit, id };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { id } = found(await findMisuse(scope.db, audit, found(params['misuseId'])));
  const received = await receiveMisuseFile(request, scope, id);
  if (!received.read) return badInput(received.reply);
  return answered(received.outcome, `/audits/${audit.id}/misuses/${id}`, received.reply);
}

export default function File() {
  const { audit, id } = useLoaderData<typeof loader>();
  return (
    <AddMisuseFile
      place={{
        ...{ to: `/audits/${audit.id}/misuses/${id}`, label: 'The misuse' },
        eyebrow: `${audit.recruiter} · ${audit.reference}`,
      }}
      answer={useActionData<typeof action>()}
    />
  );
}
