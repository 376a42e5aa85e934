import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { planAction } from '#app/features/mapping/actions/commands.server.ts';
import { actionForm, type ActionFields } from '#app/features/mapping/actions/forms.ts';
import { findParty, listColleagues, listParties } from '#app/features/mapping/actions/queries.server.ts';
import { lastResidual } from '#app/features/mapping/actions/residual.server.ts';
import { chosenSuggestion, trainingModules } from '#app/features/mapping/actions/suggestions.ts';
import { OwnerFields, RiskFields } from '#app/features/mapping/actions/ui/fields.tsx';
import { Suggested } from '#app/features/mapping/actions/ui/suggested.tsx';
import { indicatorOptions, refusalText } from '#app/features/mapping/actions/ui/words.ts';
import { readForm } from '#app/platform/form.server.ts';
import { badInput, refused } from '#app/platform/http.server.ts';
import { SelectField, TextArea } from '#app/ui/fields.tsx';
import { useFields } from '#app/ui/form.tsx';
import { GivenId } from '#app/ui/parts/given-id.tsx';
import { StepPage } from '#app/ui/parts/step-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Plan an action · Fairroute' }];

export async function loader({ request }: LoaderFunctionArgs) {
  const scope = await enter(request, 'company');
  const asked = new URL(request.url).searchParams;
  const party = await findParty(scope, asked.get('party') ?? '');
  const [parties, colleagues, score] = await Promise.all([
    listParties(scope),
    listColleagues(scope),
    lastResidual(scope.db, { companyId: scope.actor.organisationId, partyId: party?.id ?? null }),
  ]);
  const suggestion = chosenSuggestion(asked.get('indicator'), asked.get('suggestion'));
  return { id: crypto.randomUUID(), parties, colleagues, score, suggestion, party: party?.id ?? '' };
}

export async function action({ request }: ActionFunctionArgs) {
  const scope = await enter(request, 'company');
  const form = await readForm(request, actionForm);
  if (!form.ok) return badInput(form.reply);
  const outcome = await planAction(scope, form.value);
  if (!outcome.ok) return refused(outcome.refusal, form.reply);
  return redirect(`/mapping/actions/${outcome.value.id}`);
}

export default function NewAction() {
  const { id, parties, colleagues, score, suggestion, party } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { indicator, what, module } = suggestion;
  const saved = { party, indicator, what, module };
  const [form, fields] = useFields<ActionFields>('action', { reply: answer?.reply, saved });
  return (
    <>
      <Suggested indicator={indicator} party={party} />
      <StepPage
        title="Plan an action"
        lead="Say what is done so plainly that a colleague could do it. What you write stays on record."
        place={{ to: '/mapping/actions', label: 'Actions' }}
        form={form}
        refusal={answer?.refusal && refusalText(answer.refusal)}
        button="Plan it"
      >
        <GivenId field={fields.id} fresh={id} spent={answer?.refusal === 'sent_before'} />
        <SelectField
          field={fields.party}
          label="About"
          options={parties.map((one) => ({ value: one.id, label: one.name }))}
          empty="The whole chain"
          optional
        />
        <SelectField
          field={fields.indicator}
          label="What points to the risk"
          options={indicatorOptions}
          empty="Something else"
          optional
        />
        <TextArea field={fields.what} label="What is done" />
        <SelectField
          field={fields.module}
          label="Training that helps"
          options={trainingModules.map(({ code, title }) => ({ value: code, label: `${code} ${title}` }))}
          empty="None"
          optional
        />
        <OwnerFields fields={fields} colleagues={colleagues} />
        <RiskFields fields={fields} score={score} when="before" />
      </StepPage>
    </>
  );
}
