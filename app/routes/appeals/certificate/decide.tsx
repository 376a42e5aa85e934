import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { decideForm } from '#app/features/certificates/appeals/forms.ts';
import { whatFollows } from '#app/features/certificates/appeals/rules.ts';
import { proposeDecision } from '#app/features/certificates/appeals/proposal/commands.server.ts';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { AppealHeader } from '#app/features/certificates/appeals/ui/appeal-page.tsx';
import { ProposeForm } from '#app/features/certificates/appeals/ui/forms.tsx';
import { refusalText } from '#app/features/certificates/appeals/ui/refusals.ts';
import { previewAppeal } from '#app/features/register/preview.server.ts';
import { Coverages, Readings } from '#app/features/register/ui/before-after.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { Card, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Propose a decision on the appeal · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  await askWhoItIs(request);
  const appeal = found(await findCertificateAppeal(scope, found(params['id'])));
  return { appeal, ...(await previewAppeal(scope, whatFollows(appeal))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const { id } = found(await findCertificateAppeal(scope, found(params['id'])));
  const form = await readForm(request, decideForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await proposeDecision(scope, id, form.value);
  return answered(outcome, `/scheme/certificate-appeals/${id}`, form.reply);
}

export default function Decide() {
  const { appeal, readings, coverage, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { texts, refusal, against } = appeal;
  return (
    <>
      <AppealHeader
        appeal={appeal}
        today={today}
        title="Propose a decision"
        lead="Two people decide. A second one, who had no part in it either, confirms what you propose, or sends it back; nothing follows before that."
      />
      {texts ? (
        <>
          <Section title="What was said">
            <Summary
              items={[
                { term: 'Reasons given for the decision', value: texts.decided },
                { term: 'The holder says', value: texts.grounds },
              ]}
            />
          </Section>
          <Readings readings={readings} />
          <Coverages readings={coverage} />
          <ProposeForm back={`/scheme/certificate-appeals/${appeal.id}`} answer={answer} against={against} />
        </>
      ) : (
        <Card title="Not yours to decide">
          <p>{refusalText(refusal ?? '')}</p>
        </Card>
      )}
    </>
  );
}
