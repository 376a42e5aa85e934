import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { raisingStates } from '#app/features/audits/fieldwork/model.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { recordMisuseInAudit } from '#app/features/certificates/claims/misuse/commands.server.ts';
import { misuseForm } from '#app/features/certificates/claims/misuse/forms.ts';
import { listGrantedToHolder } from '#app/features/certificates/claims/misuse/queries.server.ts';
import { RecordMisuse } from '#app/features/certificates/claims/ui/misuse-parts.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Record a misuse · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const granted = await listGrantedToHolder(scope, audit.organisationId);
  return { audit, granted, id: crypto.randomUUID() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, misuseForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await recordMisuseInAudit(scope, id, form.value, raisingStates);
  return outcome.ok
    ? redirect(`/audits/${id}/misuses/${outcome.value.id}`)
    : refused(outcome.refusal, form.reply);
}

export default function Record() {
  const { audit, granted, id } = useLoaderData<typeof loader>();
  return (
    <RecordMisuse
      lead="The holder is told at once, so that it can take it down. You raise the finding on indicator B.1.6 on the next page."
      place={{
        ...{ to: `/audits/${audit.id}/misuses`, label: 'Misuse of the certificate' },
        eyebrow: `${audit.recruiter} · ${audit.reference}`,
      }}
      granted={granted}
      id={id}
      answer={useActionData<typeof action>()}
    />
  );
}
