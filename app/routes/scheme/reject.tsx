import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { reviewForm } from '#app/features/applications/forms.ts';
import { findApplication } from '#app/features/applications/queries.server.ts';
import { rejectApplication } from '#app/features/applications/review-commands.server.ts';
import { ReviewPage } from '#app/features/applications/ui/review-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Reject the application · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  await askWhoItIs(request);
  return { application: found(await findApplication(scope, found(params['id']))) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findApplication(scope, found(params['id'])));
  const form = await readForm(request, reviewForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  return answered(await rejectApplication(scope, id, form.value), `/scheme/applications/${id}`, form.reply);
}

export default function Reject() {
  return (
    <ReviewPage
      application={useLoaderData<typeof loader>().application}
      answer={useActionData<typeof action>()}
      title="Reject the application"
      lead="The application ends. A new one needs a new fee. Nothing is published; the recruiter may appeal within 30 days."
      hint="Why the recruiter is not eligible. The recruiter gets these words by mail."
      button="Reject"
      danger
    />
  );
}
