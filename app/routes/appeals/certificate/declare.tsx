import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { declareForAppeal } from '#app/features/certificates/appeals/commands/declare-for-appeal.server.ts';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { AppealHeader } from '#app/features/certificates/appeals/ui/appeal-page.tsx';
import { DeclareForm } from '#app/features/certificates/appeals/ui/forms.tsx';
import { declareForm } from '#app/features/certificates/decisions/forms.ts';
import { tiesAsked } from '#app/features/bodies/interests/ui/words.ts';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Declare conflicts of interest · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  return { appeal: found(await findCertificateAppeal(scope, found(params['id']))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const { id } = found(await findCertificateAppeal(scope, found(params['id'])));
  const form = await readForm(request, declareForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await declareForAppeal(scope, id, form.value);
  return answered(outcome, `/scheme/certificate-appeals/${id}`, form.reply);
}

export default function Declare() {
  const { appeal, today } = useLoaderData<typeof loader>();
  const lead = tiesAsked(appeal.recruiter);
  return (
    <>
      <AppealHeader appeal={appeal} today={today} title="Declare conflicts of interest" lead={lead} />
      <DeclareForm
        back={`/scheme/certificate-appeals/${appeal.id}`}
        answer={useActionData<typeof action>()}
      />
    </>
  );
}
