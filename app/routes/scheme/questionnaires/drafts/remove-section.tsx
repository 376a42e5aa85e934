import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { changeDraft } from '#app/features/mapping/questionnaires/commands.server.ts';
import { stepForm } from '#app/features/mapping/questionnaires/forms.ts';
import { sectionAt } from '#app/features/mapping/questionnaires/outline.ts';
import { findDraft } from '#app/features/mapping/questionnaires/queries.server.ts';
import { withoutSection } from '#app/features/mapping/questionnaires/rules.ts';
import { SureStep } from '#app/features/mapping/questionnaires/ui/sure-step.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Take out a section · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition, revision } = found(await findDraft(scope, found(params['draftId'])));
  const { section } = found(sectionAt(definition, params['section']));
  return { id, title: definition.title.en, revision, name: found(section).name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, definition } = found(await findDraft(scope, found(params['draftId'])));
  const { name } = found(found(sectionAt(definition, params['section'])).section);
  const form = await readForm(request, stepForm);
  if (!form.ok) return badInput(form.reply);
  const change = { part: 'section', name, edit: withoutSection(name), ...form.value } as const;
  return answered(await changeDraft(scope, id, change), `/scheme/questionnaires/drafts/${id}`, form.reply);
}

export default function RemoveSection() {
  const { name, ...view } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      {...view}
      answer={answer}
      step={`Take out a section: ${name}`}
      lead="Only from this draft: versions that were published keep it. A section that still asks something stays."
      button="Take it out"
    />
  );
}
