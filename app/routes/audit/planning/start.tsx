import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { startAudit } from '#app/features/audits/planning/commands/start-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Start the audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  return answered(await startAudit(scope, id), `/audits/${id}`);
}

export default function Start() {
  const { audit } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const [form] = useFields('start', { reply: undefined });
  return (
    <StepPage
      title="Start the audit"
      lead="Fieldwork begins now. From here the indicators can be answered and findings raised, and the audit can no longer be cancelled."
      place={placeOfAudit(audit)}
      form={form}
      refusal={refusal && refusalText(refusal)}
      button="Start the audit"
    />
  );
}
