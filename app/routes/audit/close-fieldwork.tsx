import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { closeFieldwork } from '#app/features/audits/fieldwork/commands/close-fieldwork.server.ts';
import { findLeft } from '#app/features/audits/fieldwork/closing.server.ts';
import { LeftToDo } from '#app/features/audits/fieldwork/ui/left.tsx';
import { listIndicators } from '#app/features/audits/fieldwork/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { Progress } from '#app/features/audits/fieldwork/ui/progress.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Close fieldwork · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const left = await findLeft(scope.db, audit);
  return { audit, left, indicators: await listIndicators(scope, audit) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  return answered(await closeFieldwork(scope, id), `/audits/${id}`);
}

export default function CloseFieldwork() {
  const { audit, left, indicators } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const ready = Object.values(left).every((count) => count === 0);
  const [form] = useFields('close-fieldwork', { reply: undefined });
  return (
    <StepPage
      title="Close fieldwork"
      lead="The answers to the indicators stand from this moment. Findings can still be raised or withdrawn until the report is sent."
      place={placeOfAudit(audit)}
      form={form}
      refusal={refusal && refusalText(refusal)}
      button={ready ? 'Close fieldwork' : undefined}
      context={
        <>
          <LeftToDo auditId={audit.id} left={left} />
          <Progress auditId={audit.id} indicators={indicators} />
        </>
      }
    />
  );
}
