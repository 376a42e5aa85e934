import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { decideStay } from '#app/features/certificates/appeals/commands/decide-stay.server.ts';
import { stayForm } from '#app/features/certificates/appeals/forms.ts';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { readAs } from '#app/features/certificates/appeals/rules.ts';
import { AppealHeader } from '#app/features/certificates/appeals/ui/appeal-page.tsx';
import { StayForm } from '#app/features/certificates/appeals/ui/forms.tsx';
import { refusalText } from '#app/features/certificates/appeals/ui/refusals.ts';
import { previewScopes, previewStanding } from '#app/features/register/preview.server.ts';
import { BeforeAfter, Coverages } from '#app/features/register/ui/before-after.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { Card } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Grant or refuse a stay · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  await askWhoItIs(request);
  const appeal = found(await findCertificateAppeal(scope, found(params['id'])));
  const { statuses, scopes, registrationNumber } = appeal;
  const preview = statuses?.shows
    ? await previewStanding(scope, registrationNumber, readAs(statuses.before))
    : undefined;
  const coverage = scopes
    ? await previewScopes(scope, registrationNumber, { 'What the public will read': scopes.stayed })
    : [];
  return { appeal, preview, coverage, today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const { id } = found(await findCertificateAppeal(scope, found(params['id'])));
  const form = await readForm(request, stayForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await decideStay(scope, id, form.value), `/scheme/certificate-appeals/${id}`, form.reply);
}

export default function Stay() {
  const { appeal, preview, coverage, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const lead =
    'Granted, the public reads at once what it read before the decision, until the appeal is decided. Refused, nothing changes.';
  return (
    <>
      <AppealHeader appeal={appeal} today={today} title="Grant or refuse a stay" lead={lead} />
      {appeal.refusal ? (
        <Card title="Not yours to decide">
          <p>{refusalText(appeal.refusal)}</p>
        </Card>
      ) : (
        <>
          <BeforeAfter preview={preview} />
          <Coverages readings={coverage} />
          <StayForm back={`/scheme/certificate-appeals/${appeal.id}`} answer={answer} />
        </>
      )}
    </>
  );
}
