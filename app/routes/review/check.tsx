import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { checkSection } from '#app/features/applications/review/commands.server.ts';
import { checkForm } from '#app/features/applications/review/forms.ts';
import { findCheck, nextAfter, sectionNamed } from '#app/features/applications/review/check.server.ts';
import { CheckPage } from '#app/features/applications/review/ui/check-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Check a section · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  return found(await findCheck(scope, found(params['id']), found(sectionNamed(params['section']))));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const section = found(sectionNamed(params['section']));
  const { application } = found(await findCheck(scope, found(params['id']), section));
  const form = await readForm(request, checkForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await checkSection(scope, application.id, { section, ...form.value });
  return answered(outcome, nextAfter(application.id, section), form.reply);
}

export default function Check() {
  return <CheckPage view={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
