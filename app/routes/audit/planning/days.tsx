import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { enter } from '#app/features/accounts/session.server.ts';
import { calculateDays } from '#app/features/audits/planning/commands/calculate-days.server.ts';
import { daysForm, type DaysForm } from '#app/features/audits/planning/ground-forms.ts';
import { findCalculation, findSamplePlan } from '#app/features/audits/planning/ground.server.ts';
import { knownFromApplication } from '#app/features/audits/planning/known.server.ts';
import { mayPrepare } from '#app/features/audits/planning/steps.ts';
import { DaysFields, DaysShown, daysAnswers } from '#app/features/audits/planning/ui/days.tsx';
import { findAudit } from '#app/features/audits/queries.server.ts';
import { refusalText } from '#app/features/audits/ui/refusals.ts';
import { placeOfAudit } from '#app/features/audits/ui/place.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found } from '#app/platform/http.server.ts';
import { Actions, Button, ButtonLink } from '#app/ui/buttons.tsx';
import { PageForm, useFields } from '#app/ui/form.tsx';
import { PageHeader, Section } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Audit days · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'auditor', 'reviewer', 'officer', 'decider');
  const audit = found(await findAudit(scope, found(params['id'])));
  const [made, known, sample] = await Promise.all([
    findCalculation(scope.db, audit.id),
    knownFromApplication(scope.db, audit.applicationId),
    findSamplePlan(scope.db, audit.id),
  ]);
  const { type } = audit;
  const saved = daysAnswers(made, known, sample?.target);
  return { place: placeOfAudit(audit), type, made, saved, may: mayPrepare(audit, scope.actor), known };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'auditor');
  const { id } = found(await findAudit(scope, found(params['id'])));
  const form = await readForm(request, daysForm);
  if (!form.ok) return badInput(form.reply);
  return answered(await calculateDays(scope, id, form.value), `/audits/${id}/plan/days`, form.reply);
}

export default function Days() {
  const { place, type, made, saved, may, known } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [form, fields] = useFields<DaysForm>('days', { reply: answer?.reply, saved });
  return (
    <>
      <PageHeader
        title="Audit days"
        eyebrow={place.eyebrow}
        back={{ to: place.to, label: place.label }}
        action={
          may && made ? <ButtonLink to={`${place.to}/plan`}>Go on with the plan</ButtonLink> : undefined
        }
        lead="How many days this audit takes, reckoned from the size and the risk of the recruiter. Every calculation is kept; the plan refers to the latest."
      />
      {made ? <DaysShown made={made} type={type} /> : null}
      {may ? (
        <div className="print:hidden">
          <Section title={made ? 'Calculate again' : 'Calculate'}>
            <PageForm form={form} refusal={answer?.refusal && refusalText(answer.refusal)}>
              <DaysFields fields={fields} known={known} />
              <Actions>
                <Button>Calculate the days</Button>
              </Actions>
            </PageForm>
          </Section>
        </div>
      ) : null}
    </>
  );
}
