import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { listSuccessors } from '#app/features/audits/team/objections/queries.server.ts';
import { releaseMember } from '#app/features/audits/team/ties/commands.server.ts';
import { releaseForm, type ReleaseForm } from '#app/features/audits/team/ties/forms.ts';
import { mayRelease } from '#app/features/audits/team/ties/policy.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import type { Scope, SignedIn } from '#app/platform/scope.ts';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Take somebody off the team · Fairroute' }];

async function leaving(scope: Scope<SignedIn>, params: LoaderFunctionArgs['params']) {
  const audit = await findAudit(scope, found(params['id']));
  const leaves = audit?.team.find(({ accountId, tied }) => tied && accountId === params['accountId']);
  return audit && leaves && mayRelease(scope.actor, audit) ? { audit, leaves } : undefined;
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer');
  const { audit, leaves } = found(await leaving(scope, params));
  return { audit, leaves, successors: await listSuccessors(scope.db, audit.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer');
  const { audit, leaves } = found(await leaving(scope, params));
  const form = await readForm(request, releaseForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await releaseMember(scope, audit.id, leaves.accountId, form.value);
  return answered(outcome, `/audits/${audit.id}`, form.reply);
}

export default function Release() {
  const { audit, leaves, successors } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<ReleaseForm>('release', { reply: answer?.reply });
  return (
    <StepPage
      title={`Take ${leaves.name} off the team`}
      lead="They are tied to the recruiter. They leave for good; what they recorded stays under their name, and the panel sees that they left and why. Whoever comes in their place declares before the audit goes on."
      place={placeOfAudit(audit)}
      form={form}
      refusal={answer?.refusal && refusalText(answer.refusal)}
      button="Take off the team"
      danger
    >
      <TextArea field={fields.reason} label="What became known" />
      <SelectField
        field={fields.successor}
        label="In their place"
        hint="Needed where they lead or are alone"
        options={successors.map(({ id, name }) => ({ value: id, label: name }))}
        empty="Nobody"
        optional
      />
    </StepPage>
  );
}
