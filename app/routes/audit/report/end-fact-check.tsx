import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { endFactCheck } from '#app/features/audits/report/commands/check-facts.server.ts';
import { listComments } from '#app/features/audits/report/queries.server.ts';
import { Comments } from '#app/features/audits/report/ui/comments.tsx';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'End the check of the facts · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const audit = found(await findAudit(scope, found(params['id'])));
  return { audit, comments: await listComments(scope.db, audit.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const id = found(params['id']);
  return answered(await endFactCheck(scope, id), `/audits/${id}`);
}

export default function EndFactCheck() {
  const { audit, comments } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form] = useFields('end', { reply: undefined });
  return (
    <StepPage
      title="End the check of the facts"
      lead="The report goes to the technical reviewer now. You cannot add comments after this. Every comment below is answered before the report becomes final."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="I have said everything"
      context={
        <Comments comments={comments} empty="You have not commented on anything: the facts are right." />
      }
    />
  );
}
