import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';

import { askWhoItIs, enter, isConfirmed } from '#app/features/accounts/session.server.ts';
import { confirmDecision } from '#app/features/certificates/appeals/proposal/commands.server.ts';
import { confirmForm } from '#app/features/certificates/appeals/proposal/forms.ts';
import { ConfirmForm } from '#app/features/certificates/appeals/proposal/ui/forms.tsx';
import { ProposalCard, openOf } from '#app/features/certificates/appeals/proposal/ui/proposals.tsx';
import { findCertificateAppeal } from '#app/features/certificates/appeals/queries.server.ts';
import { whatFollows } from '#app/features/certificates/appeals/rules.ts';
import { AppealHeader } from '#app/features/certificates/appeals/ui/appeal-page.tsx';
import { refusalText } from '#app/features/certificates/appeals/ui/refusals.ts';
import { previewAppeal } from '#app/features/register/preview.server.ts';
import { Coverages, Readings } from '#app/features/register/ui/before-after.tsx';
import { dayOf } from '#app/platform/calendar.ts';
import { readForm } from '#app/platform/form.server.ts';
import { answered, badInput, found, refused } from '#app/platform/http.server.ts';
import { Card, Section, Summary } from '#app/ui/page.tsx';

export const meta: MetaFunction = () => [{ title: 'Confirm the decision on the appeal · Fairroute' }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  await askWhoItIs(request);
  const appeal = found(await findCertificateAppeal(scope, found(params['id'])));
  found(appeal.proposed);
  return { appeal, ...(await previewAppeal(scope, whatFollows(appeal))), today: dayOf(scope.now) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const scope = await enter(request, 'officer', 'decider');
  const { id, proposed } = found(await findCertificateAppeal(scope, found(params['id'])));
  found(proposed);
  const form = await readForm(request, confirmForm);
  if (!form.ok) return badInput(form.reply);
  if (!(await isConfirmed(request))) return refused('confirm_identity', form.reply);
  const outcome = await confirmDecision(scope, id, form.value);
  return answered(outcome, `/scheme/certificate-appeals/${id}`, form.reply);
}

export default function Confirm() {
  const { appeal, readings, coverage, today } = useLoaderData<typeof loader>();
  const { texts, refusal } = appeal;
  const open = openOf(appeal.proposals);
  const answer = useActionData<typeof action>();
  const lead =
    'You are the second person. Confirmed, this is decided in these words, and the holder gets them by mail.';
  return (
    <>
      <AppealHeader appeal={appeal} today={today} title="Confirm the decision" lead={lead} />
      {texts && open ? (
        <>
          <Section title="What was said">
            <Summary
              items={[
                { term: 'Reasons given for the decision', value: texts.decided },
                { term: 'The holder says', value: texts.grounds },
              ]}
            />
          </Section>
          <ProposalCard proposal={open} />
          <Readings readings={readings} />
          <Coverages readings={coverage} />
          <ConfirmForm back={`/scheme/certificate-appeals/${appeal.id}`} round={open.round} answer={answer} />
        </>
      ) : (
        <Card title="Not yours to decide">
          <p>{refusalText(refusal ?? '')}</p>
        </Card>
      )}
    </>
  );
}
