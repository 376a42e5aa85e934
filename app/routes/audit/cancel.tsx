import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { cancelAudit } from '#app/features/audits/commands/cancel-audit.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Cancel the audit · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  return { audit: found(await findAudit(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  return answered(await cancelAudit(scope, id), `/audits/${id}`);
}

export default function Cancel() {
  const { audit } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const [form] = useFields('cancel', { reply: undefined });
  return (
    <StepPage
      title="Cancel the audit"
      lead="The audit ends before it has begun. If the recruiter knew of its days, it is told by mail that nobody comes. The stage can be scheduled again."
      place={placeOfAudit(audit)}
      form={form}
      refusal={refusal && refusalText(refusal)}
      button="Cancel the audit"
      danger
    />
  );
}
