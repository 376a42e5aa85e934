import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { planSample } from '#app/features/audits/planning/commands/plan-sample.server.ts';
import { sampleAnswers, sampleForm } from '#app/features/audits/planning/ground-forms.ts';
import { findSamplePlan } from '#app/features/audits/planning/ground.server.ts';
import { knownFromApplication, networkOf } from '#app/features/audits/planning/known.server.ts';
import { groupsIn } from '#app/features/audits/planning/sample.ts';
import { mayPrepare } from '#app/features/audits/planning/steps.ts';
import { SampleFields, SampleShown, type SampleBoxes } from '#app/features/audits/planning/ui/sample.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Sample of workers · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['id'])));
  const made = await findSamplePlan(scope.db, audit.id);
  const groups = made
    ? groupsIn(made.strata)
    : (await knownFromApplication(scope.db, audit.applicationId)).groups;
  const saved = { ...sampleAnswers(groups), leftOut: made?.leftOut ?? '' };
  const network = await networkOf(scope.db, audit.organisationId);
  return { place: placeOfAudit(audit), made, saved, network, may: mayPrepare(audit, scope.actor) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, sampleForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await planSample(scope, id, form.value), `/audits/${id}/plan/sample`, form.reply);
}

export default function SamplePlanPage() {
  const { place, made, saved, network, may } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<SampleBoxes>('sample', { reply: answer?.reply, saved });
  return (
    <>
      <PageHeader
        title="Sample of workers"
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
        action={
          may && made ? <ButtonLink to={`${place.to}/plan`}>Go on with the plan</ButtonLink> : undefined
        }
        lead="How many workers are interviewed, and of which kind. The auditors choose them, never the recruiter. Every sample plan is kept; the plan refers to the latest."
      />
      {made ? <SampleShown made={made} /> : null}
      {may ? (
        <div className="print:hidden">
          <Section title={made ? 'Plan the sample again' : 'Plan the sample'}>
            <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
              <SampleFields fields={fields} network={network} />
              <Actions>
                <Button>Plan the sample</Button>
              </Actions>
            </PageForm>
          </Section>
        </div>
      ) : null}
    </>
  );
}
