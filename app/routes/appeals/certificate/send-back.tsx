import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { sendDecisionBack } from '#app/features/certificates/appeals/proposal/commands.server.ts';
import { sendBackForm } from '#app/features/certificates/appeals/proposal/forms.ts';
import { SendBackForm } from '#app/features/certificates/appeals/proposal/ui/forms.tsx';
import { ProposalCard, openOf } from '#app/features/certificates/appeals/proposal/ui/proposals.tsx';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { AppealHeader } from '#app/features/certificates/appeals/ui/appeal-page.tsx';
import { refusalText } from '#app/features/certificates/appeals/ui/refusals.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Card } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Send the proposed decision back · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const appeal = found(await findCertificateAppeal(scope, found(params['id'])));
  found(appeal.proposed);
  return { appeal, today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const { id, proposed } = found(await findCertificateAppeal(scope, found(params['id'])));
  found(proposed);
  const form = await readForm(request, sendBackForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await sendDecisionBack(scope, id, form.value);
  return answered(outcome, `/scheme/certificate-appeals/${id}`, form.reply);
}

export default function SendBack() {
  const { appeal, today } = useLoaderData<typeof loader>();
  const open = openOf(appeal.proposals);
  const answer = useActionData<typeof action>();
  const lead = 'You do not agree, and say why. Nothing is decided; whoever had no part in it proposes anew.';
  return (
    <>
      <AppealHeader appeal={appeal} today={today} title="Send the proposal back" lead={lead} />
      {open ? (
        <>
          <ProposalCard proposal={open} />
          <SendBackForm
            back={`/scheme/certificate-appeals/${appeal.id}`}
            round={open.round}
            answer={answer}
          />
        </>
      ) : (
        <Card title="Not yours to decide">
          <p>{refusalText(appeal.refusal ?? '')}</p>
        </Card>
      )}
    </>
  );
}
