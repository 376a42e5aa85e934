import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { scoreIndicators } from '#app/features/self-assessment/commands.server.ts';
import { findCriterion, findProgress } from '#app/features/self-assessment/criterion.server.ts';
import { criterionForm } from '#app/features/self-assessment/forms.ts';
import { nextPart } from '#app/features/self-assessment/rules.ts';
import { CriterionPage } from '#app/features/self-assessment/ui/criterion-page.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, found, refused } from '#app/platform/http.server.ts';

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.criterion.code ?? ''} ${data?.criterion.title ?? ''} · Self-assessment · Fairroute` },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  return found(await findCriterion(scope, found(params['attempt']), found(params['code'])));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'recruiter');
  const [attempt, code] = [found(params['attempt']), found(params['code'])];
  found(await findCriterion(scope, attempt, code));
  const form = await readForm(request, criterionForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await scoreIndicators(scope, attempt, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  const { conflicts } = outcome.value;
  if (conflicts.length > 0) return refused(`saved_meanwhile:${conflicts.join(',')}`, form.reply);
  const { parts } = found(await findProgress(scope, attempt));
  const next = nextPart(parts, code);
  return redirect(
    next ? `/self-assessment/${attempt}/criteria/${next}` : `/self-assessment/${attempt}/complete`,
  );
}

export default function Criterion() {
  const shown = useLoaderData<typeof loader>();
  return <CriterionPage key={shown.criterion.code} shown={shown} answer={useActionData<typeof action>()} />;
}
