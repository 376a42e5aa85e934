import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { acceptPostponement } from '#app/features/audits/planning/commands/answer-postponement.server.ts';
import { findNotice } from '#app/features/audits/planning/queries.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { addDays, dayInWords } from '#app/platform/calendar.ts';
import { answered, found } from '#app/platform/http.server.ts';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Accept to postpone · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const audit = found(await findAudit(scope, found(params['id'])));
  const { toldFrom, clocks } = await findNotice(scope.db, audit.id);
  return { audit, until: toldFrom && dayInWords(addDays(toldFrom, clocks.postponementDays)) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const id = found(params['id']);
  return answered(await acceptPostponement(scope, id), `/audits/${id}`);
}

export default function Accept() {
  const { audit, until } = useLoaderData<typeof loader>();
  const refusal = useActionData<typeof action>()?.refusal;
  const [form] = useFields('accept', { reply: undefined });
  return (
    <StepPage
      title="Accept to postpone"
      lead={`You plan the audit again and send a new notice; it has to begin by ${until}. The recruiter is told by mail, and cannot postpone a second time.`}
      place={placeOfAudit(audit)}
      form={form}
      refusal={refusal && refusalText(refusal)}
      button="Accept to postpone"
    />
  );
}
