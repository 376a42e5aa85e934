import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { publishDraft } from '#app/features/mapping/questionnaires/commands.server.ts';
import { stepForm } from '#app/features/mapping/questionnaires/forms.ts';
import { findDraft, newestVersion } from '#app/features/mapping/questionnaires/queries.server.ts';
import { changesBetween, faultsIn } from '#app/features/mapping/questionnaires/rules.ts';
import { Changes } from '#app/features/mapping/questionnaires/ui/changes.tsx';
import { Faults } from '#app/features/mapping/questionnaires/ui/faults.tsx';
import { SureStep } from '#app/features/mapping/questionnaires/ui/sure-step.tsx';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';

export const meta: MetaFunction = () => [{ title: 'Publish · Questionnaires · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id, name, definition, revision } = found(await findDraft(scope, found(params['draftId'])));
  const newest = found(await newestVersion(scope.db, name));
  return {
    view: { id, title: definition.title.en, revision },
    changes: changesBetween(newest, definition),
    faults: faultsIn(definition).map(({ message }) => message),
    since: newest.version,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer');
  const { id } = found(await findDraft(scope, found(params['draftId'])));
  const form = await readForm(request, stepForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await publishDraft(scope, id, form.value.revision);
  const next = outcome.ok ? `/scheme/questionnaires/versions/${outcome.value.id}` : '';
  return answered(outcome, next, form.reply);
}

export default function Publish() {
  const { view, changes, faults, since } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <SureStep
      {...view}
      answer={answer}
      step="Publish the next version"
      lead="Whoever is asked from now on is asked this. It never changes again; what was answered under earlier versions stays with them."
      button={faults.length > 0 ? undefined : 'Publish'}
      context={
        <>
          <Faults faults={faults} />
          <Changes changes={changes} since={since} />
        </>
      }
    />
  );
}
